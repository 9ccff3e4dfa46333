import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { matchHeader, openTable } from '../../kernel/sheet/header.ts'
import type { Cell, SheetRow } from '../../kernel/sheet/row.ts'
import { columnLetter } from '../../kernel/sheet/row.ts'
import { writeFaultSheet } from '../../platform/sheet/fault-sheet.ts'
import { readSheet } from '../../platform/sheet/read-sheet.ts'
import { faultyMessages } from '../../testing/faulty-messages.ts'
import type { RowFault } from './contract.ts'
import { wordFault } from './fault-words.rule.ts'
import type { ImportedMessage } from './messages-file.rule.ts'
import { messageColumns, messageLimits, messageReader } from './messages-file.rule.ts'

const context = { now: Temporal.Instant.from('2026-04-01T00:00:00Z'), timeZone: 'Asia/Shanghai' }

/** Reads a whole file and keeps everything that was said of it. */
async function readMessages(source: string | Buffer, name: string) {
  const { header, headerRow, body } = await openTable(readSheet(source, name), messageColumns)
  const read = messageReader(header, context)
  const messages: ImportedMessage[] = []
  const faults: RowFault[] = []
  const badRows: SheetRow[] = []
  let blankRows = 0
  for await (const row of body) {
    const outcome = read(row)
    if (outcome.kind === 'read') messages.push(outcome.value)
    else if (outcome.kind === 'blank') blankRows++
    else {
      faults.push(...outcome.faults)
      badRows.push(row)
    }
  }
  return { messages, faults, badRows, blankRows, headerRow }
}

const place = (rowNumber: number, letter: string, reason: string) => `${rowNumber} ${letter} ${reason}`

describe('a generated file with planted faults', async () => {
  const planted = await faultyMessages()
  const read = await readMessages(planted.file, 'faulty.xlsx')

  test('has each named by row, column and reason, and nothing else', () => {
    expect(new Set(planted.planted.map(({ reason }) => reason)).size).toBeGreaterThanOrEqual(20)
    expect(
      read.faults.map(({ rowNumber, column, reason }) => place(rowNumber, column.letter, reason)).sort(),
    ).toEqual(planted.planted.map(({ rowNumber, letter, reason }) => place(rowNumber, letter, reason)).sort())
  })

  test('has the sound rows in, whatever the form of their times', () => {
    expect(read.messages.map(({ sourceNumber }) => sourceNumber)).toEqual(planted.goodNumbers)
    expect(read.blankRows).toBe(planted.blankRows)
    expect(new Set(read.messages.map(({ occurredAt }) => occurredAt.toString()))).toEqual(
      new Set(['2026-03-02T00:05:00Z', '2026-03-01T16:00:00Z']),
    )
    expect(read.messages[0]).toMatchObject({
      rowNumber: 4,
      user: '演示居民',
      title: '三楼路灯不亮',
      words: '望江区（演示）二号楼三楼的路灯不亮，\n晚上看不见台阶。',
      reply: { words: '已安排电工更换，谢谢您的留言。' },
    })
  })

  test('comes back as a sheet that can be mended and sent again', async () => {
    const { headerRow, badRows, faults } = read
    const worded = faults.map((fault) => ({
      rowNumber: fault.rowNumber,
      letter: fault.column.letter,
      columnName: fault.column.name,
      ...wordFault(fault),
    }))
    for (const { zh, en } of worded) expect(zh + en).not.toMatch(/[{}?]/)
    const returned = await writeFaultSheet({ headerRow, rows: badRows }, worded)
    const again = await readMessages(returned, 'returned.xlsx')
    const reasons = planted.planted
      .map(({ reason }) => reason)
      // A formula comes back as the words it showed; the first bearer of a repeated number came in and is not here.
      .filter((reason) => !['formula_cell', 'merged_cell', 'number_repeated_in_file'].includes(reason))
      // A row unmerged shows what it lacks.
      .concat('missing_time', 'missing_text')
    expect(again.faults.map(({ reason }) => reason).sort()).toEqual(reasons.sort())
    expect(again.badRows.length + again.messages.length).toBe(badRows.length)
    expect([...again.headerRow.cells.values()].map(({ text }) => text).slice(-4)).toEqual([
      '行号',
      '列',
      '原因',
      'Reason',
    ])
    expect(again.badRows[0]!.cells.get('J')?.text).toBe('5')
    expect(again.badRows[0]!.cells.get('K')?.text).toBe('B 留言编号')
    expect(again.badRows[0]!.cells.get('L')?.text).toBe('缺少编号')
  })
})

const headerOf = (names: readonly string[]) =>
  matchHeader(
    [{ rowNumber: 1, cells: new Map(names.map((name, at) => [columnLetter(at + 1), { text: name }])) }],
    messageColumns,
  )
const header = headerOf(messageColumns.map(({ name }) => name))
const sound = ['1', '居民', '灯', '2026-03-02 08:05', '路灯不亮', '已修', '2026-03-03 09:00']

/** Reads a sound row in which some columns, by letter, hold something else. */
function readChanged(changes: Record<string, string | Cell>) {
  const cells = new Map<string, Cell>(sound.map((text, at) => [columnLetter(at + 1), { text }]))
  for (const [letter, cell] of Object.entries(changes)) {
    cells.set(letter, typeof cell === 'string' ? { text: cell } : cell)
  }
  const outcome = messageReader(header, context)({ rowNumber: 2, cells })
  if (outcome.kind !== 'faulty') return outcome.kind === 'read' ? outcome.value : outcome.kind
  return outcome.faults.map(({ column, reason }) => `${column.letter} ${reason}`)
}

test.each([
  ['no user', { B: '' }, { user: null }],
  ['no title', { C: '', E: '第一行\n第二行' }, { title: '第一行' }],
  ['no reply', { F: '', G: ' ' }, { reply: null }],
  ['a reply on the same day, without a time', { G: '2026-03-02' }, { sourceNumber: '1' }],
  ['the longest text', { E: '灯'.repeat(messageLimits.words) }, { sourceNumber: '1' }],
  ['a number with marks', { A: '〔2026〕12-3号' }, { sourceNumber: '〔2026〕12-3号' }],
])('%s is no fault', (_, changes, expected) => expect(readChanged(changes)).toMatchObject(expected))

test.each<[string, Record<string, string | Cell>, string[]]>([
  ['one over the longest text', { E: '灯'.repeat(messageLimits.words + 1) }, ['E text_too_long']],
  [
    'several faults in column order',
    { G: '', A: '', D: 'x' },
    ['A missing_number', 'D time_unreadable', 'G reply_without_time'],
  ],
  ['a reply the day before', { G: '2026-03-01' }, ['G reply_time_before_message']],
  ['a formula is not missed as well', { E: { text: '', formula: true } }, ['E formula_cell']],
  ['a number as long text', { A: { text: '20261121000000010', serial: 1 } }, ['A number_digits_lost']],
])('%s', (_, changes, faults) => expect(readChanged(changes)).toEqual(faults))

test.each<[string, string[], string[], string[]]>([
  ['a time of reply without a column of replies', ['答复时间'], ['2026-03-03'], ['D time_without_reply']],
  ['the same where nothing was replied', ['答复时间'], [''], []],
  ['replies without a column of their times', ['答复'], ['已修'], ['D reply_without_time']],
  ['replies under the short name', ['答复', '办结时间'], ['已修', '2026-03-03'], []],
])('a file with %s', (_, names, values, faults) => {
  const texts = ['1', '2026-03-02', '路灯不亮', ...values]
  const cells = new Map<string, Cell>(texts.map((text, at) => [columnLetter(at + 1), { text }]))
  const outcome = messageReader(
    headerOf(['编号', '受理时间', '内容', ...names]),
    context,
  )({ rowNumber: 2, cells })
  const found = outcome.kind === 'faulty' ? outcome.faults : []
  expect(found.map(({ column, reason }) => `${column.letter} ${reason}`)).toEqual(faults)
})

const real = new URL('../../../../shared/data/citizen-messages.xlsx', import.meta.url)
test.skipIf(!existsSync(real))(
  '1,414 real messages come in, none refused (skipped where the file is not)',
  async () => {
    const { messages, faults, blankRows } = await readMessages(real.pathname, 'citizen-messages.xlsx')
    expect({ messages: messages.length, faults, blankRows }).toEqual({
      messages: 1_414,
      faults: [],
      blankRows: 0,
    })
    expect(messages.every(({ reply }) => reply !== null)).toBe(true)
    expect(messages.filter(({ words }) => /[\u3000\u00a0\u200b\r\t]/.test(words))).toEqual([])
  },
)
