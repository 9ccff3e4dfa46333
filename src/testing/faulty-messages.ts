import type { Row, Worksheet } from 'exceljs'
import type { FaultReason } from '../cases/import/contract.ts'
import { messageLimits } from '../cases/import/messages-file.rule.ts'
import { loadExcel } from '../platform/sheet/xlsx.ts'

/** A fault that was put into the file, as the import must name it. */
export interface PlantedFault {
  readonly rowNumber: number
  readonly letter: string
  readonly reason: FaultReason
}

export interface FaultyMessages {
  readonly file: Buffer
  readonly planted: readonly PlantedFault[]
  /** Numbers of the rows that must come in. */
  readonly goodNumbers: readonly string[]
  /** Rows below the header that hold nothing. */
  readonly blankRows: number
}

/** A header that is shifted twice: a title and a blank row above it, and an empty first column. */
const headerRow = 3
const header = ['留言编号', '留言用户', '留言主题', '留言时间', '留言详情', '答复意见', '答复时间']
const first = 'B'

interface Plant {
  readonly reason: FaultReason
  readonly letter: string
  readonly change: (row: Row, sheet: Worksheet) => void
}

const set = (reason: FaultReason, letter: string, value: unknown): Plant => ({
  reason,
  letter,
  change: (row) => {
    row.getCell(letter).value = value as string
  },
})

const plants: readonly Plant[] = [
  set('missing_number', 'B', null),
  set('number_malformed', 'B', 'WJ\u0091-999'),
  set('number_malformed', 'B', '9'.repeat(80)),
  set('number_digits_lost', 'B', 2_026_112_100_000_001_000),
  set('number_repeated_in_file', 'B', 'WJ-1000'),
  set('error_cell', 'B', { error: '#REF!' }),
  set('user_too_long', 'C', '王'.repeat(messageLimits.user + 1)),
  set('title_too_long', 'D', '灯'.repeat(messageLimits.title + 1)),
  set('missing_time', 'E', '  '),
  set('impossible_date', 'E', '2026/2/30 8:05:00'),
  set('future_time', 'E', '2031-01-01 08:00'),
  set('too_early', 'E', '1980-01-01 00:00:00'),
  set('time_unreadable', 'E', '上周三晚上'),
  set('formula_cell', 'E', { formula: 'NOW()-1', result: 46_000.5 }),
  set('missing_text', 'F', null),
  set('control_characters_only', 'F', '\u200b\u200e\ufeff'),
  set('text_too_long', 'F', '楼道灯不亮。'.repeat(3_400).slice(0, 20_000)),
  set('formula_cell', 'F', { formula: 'D5&"不亮"', result: '三楼路灯不亮' }),
  set('error_cell', 'F', { error: '#N/A' }),
  set('reply_too_long', 'G', '已'.repeat(messageLimits.reply + 1)),
  set('time_without_reply', 'G', null),
  set('reply_without_time', 'H', null),
  set('reply_time_before_message', 'H', '2026/3/1 7:00:00'),
  set('reply_time_in_future', 'H', '2031/3/1'),
  set('reply_time_unreadable', 'H', '已答复'),
  set('reply_time_impossible', 'H', '2026-04-31 09:00'),
  set('cells_beyond_header', 'I', '转住建局'),
  {
    reason: 'merged_cell',
    letter: 'F',
    change: (row, sheet) => sheet.mergeCells(`D${row.number}:F${row.number}`),
  },
  {
    reason: 'header_repeated_inside',
    letter: 'B',
    change: (row) => {
      header.forEach((name, at) => {
        row.getCell(at + 2).value = name
      })
    },
  },
]

/**
 * A workbook in the shape of a message board's export with one planted fault in every second row and sound rows
 * between, whose times have every form. Words are invented. Messages lie before April 2026.
 */
export async function faultyMessages(): Promise<FaultyMessages> {
  const excel = await loadExcel()
  const workbook = new excel.Workbook()
  const sheet = workbook.addWorksheet('留言')
  sheet.getCell('B1').value = '望江区（演示）2026年一季度网上留言'
  sheet.mergeCells('B1:H1')
  header.forEach((name, at) => {
    sheet.getRow(headerRow).getCell(at + 2).value = name
  })
  const planted: PlantedFault[] = []
  const goodNumbers: string[] = []
  for (const [at, { reason, letter, change }] of plants.entries()) {
    const good = headerRow + 1 + at * 2
    fill(sheet.getRow(good), 1_000 + at * 2)
    goodNumbers.push(`WJ-${1_000 + at * 2}`)
    const bad = sheet.getRow(good + 1)
    fill(bad, 1_001 + at * 2)
    change(bad, sheet)
    planted.push({ rowNumber: bad.number, letter, reason })
    if (reason === 'merged_cell') planted.unshift({ rowNumber: bad.number, letter: 'E', reason })
  }
  const slipped = sheet.getRow(sheet.rowCount + 2)
  fill(slipped, 9_999, 1)
  planted.push(
    { rowNumber: slipped.number, letter: first, reason: 'missing_number' },
    { rowNumber: slipped.number, letter: 'E', reason: 'time_unreadable' },
    { rowNumber: slipped.number, letter: 'H', reason: 'reply_time_unreadable' },
    { rowNumber: slipped.number, letter: 'I', reason: 'cells_beyond_header' },
  )
  const file = Buffer.from(await workbook.xlsx.writeBuffer())
  return { file, planted, goodNumbers, blankRows: 1 }
}

const times = ['2026/3/2 8:05:00', '2026-03-02 08:05', '2026年3月2日 8时5分', '20260302', 46_083.336_8]

function fill(row: Row, number: number, slippedBy = 0): void {
  const values = [
    `WJ-${number}`,
    '演示居民',
    '三楼路灯不亮',
    times[number % times.length],
    '　　望江区（演示）二号楼三楼的路灯不亮，\r\n晚上看不见台阶。 ',
    '已安排电工更换，谢谢您的留言。',
    '2026/3/3 16:20:00',
  ]
  values.forEach((value, at) => {
    row.getCell(at + 2 + slippedBy).value = value ?? null
  })
}
