import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { Refusal } from '../../kernel/refusal.ts'
import type { SheetRow } from '../../kernel/sheet/row.ts'
import { checkZip } from './check-zip.ts'
import { sheetLimits } from './limits.ts'
import { readSheet } from './read-sheet.ts'
import { loadExcel } from './xlsx.ts'

async function rowsOf(source: string | Buffer, name: string): Promise<SheetRow[]> {
  return Array.fromAsync(readSheet(source, name))
}

const textsOf = async (source: string | Buffer, name: string) =>
  (await rowsOf(source, name)).map(({ cells }) =>
    [...cells].map(([letter, { text }]) => `${letter}=${text}`).join(' '),
  )

async function refusalOf(read: Promise<unknown>) {
  return read.then(
    () => null,
    (error: unknown) => {
      if (error instanceof Refusal) return { code: error.code, ...error.facts }
      throw error
    },
  )
}

describe('a CSV file', () => {
  const words = '编号,内容\r\n1,"路灯不亮，\n三楼"\r\n\r\n2,"他说""急"""'
  const expected = ['A=编号 B=内容', 'A=1 B=路灯不亮，\n三楼', '', 'A=2 B=他说"急"']
  /** 编号,内容 / 1,灯 in GB18030; no library here writes that encoding. */
  const chinese = Buffer.from([
    0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0xc4, 0xda, 0xc8, 0xdd, 0x0a, 0x31, 0x2c, 0xb5, 0xc6,
  ])

  test.each([
    ['UTF-8', Buffer.from(words), expected],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${words}`), expected],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${words}`, 'utf16le'), expected],
    ['packed', gzipSync(words), expected],
    ['separated by tabs', Buffer.from(words.replaceAll(',', '\t')), expected],
    ['separated by semicolons', Buffer.from(words.replaceAll(',', ';')), expected],
    ['GB18030', chinese, ['A=编号 B=内容', 'A=1 B=灯']],
  ])('is read: %s', async (_, file, rows) => expect(await textsOf(file, 'a.csv')).toEqual(rows))

  test('is read from a path, and its blank lines count', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'linli-sheet-'))
    try {
      const path = join(folder, 'a.csv')
      await writeFile(path, words)
      expect((await rowsOf(path, 'a.csv')).map(({ rowNumber }) => rowNumber)).toEqual([1, 2, 3, 4])
    } finally {
      await rm(folder, { recursive: true })
    }
  })

  test.each([
    [
      'of no encoding',
      Buffer.from([0x41, 0xff, 0x00, 0xff]),
      'a.csv',
      { code: 'import_file_unreadable', why: 'encoding' },
    ],
    [
      'with a quote never closed',
      Buffer.from('a\n"b\nc'),
      'a.csv',
      { code: 'import_file_unreadable', why: 'quotes' },
    ],
    ['that is empty', Buffer.alloc(0), 'a.csv', { code: 'import_file_unreadable', why: 'empty' }],
    [
      'cut off while packed',
      gzipSync(words).subarray(0, 30),
      'a.csv.gz',
      { code: 'import_file_unreadable', why: 'damaged' },
    ],
    [
      'of an old Excel',
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      'a.xlsx',
      { code: 'import_file_unreadable', why: 'old_excel' },
    ],
    ['of another kind', Buffer.from('%PDF-1.7'), 'a.pdf', { code: 'file_kind_not_accepted' }],
    ['too large', Buffer.alloc(sheetLimits.fileBytes + 1), 'a.csv', { code: 'file_too_large' }],
  ])('%s is refused', async (_, file, name, refusal) =>
    expect(await refusalOf(rowsOf(file, name))).toMatchObject(refusal),
  )
})

describe('a workbook', async () => {
  const excel = await loadExcel()
  const write = async (fill: (workbook: InstanceType<typeof excel.Workbook>) => void) => {
    const workbook = new excel.Workbook()
    fill(workbook)
    return Buffer.from(await workbook.xlsx.writeBuffer())
  }
  // exceljs takes a Date whose UTC fields are the wall time.
  const moment = new excel.Workbook().created
  moment.setTime(Date.UTC(2019, 3, 8, 8, 37, 20))

  test('gives each kind of cell what it shows and what is doubtful about it', async () => {
    const file = await write((workbook) => {
      workbook.addWorksheet('hidden', { state: 'hidden' }).getCell('A1').value = 'not this'
      workbook.addWorksheet('empty')
      const sheet = workbook.addWorksheet('rows')
      sheet.getRow(2).values = [
        '文字',
        { richText: [{ text: '楼' }, { text: '道', font: { bold: true } }] },
        { text: '链接', hyperlink: 'https://example.org' },
        12.5,
        202611210000001,
        true,
        moment,
        { formula: '1+1', result: 2 },
        { error: '#N/A' },
        '合并',
      ]
      sheet.mergeCells('J2:K3')
    })
    const [blank, row, under] = await rowsOf(file, 'a.xlsx')
    expect(blank).toEqual({ rowNumber: 1, cells: new Map() })
    expect(Object.fromEntries(row!.cells)).toEqual({
      A: { text: '文字' },
      B: { text: '楼道' },
      C: { text: '链接' },
      D: { text: '12.5', serial: 12.5 },
      E: { text: '202611210000001', serial: 202611210000001 },
      F: { text: 'TRUE' },
      G: { text: '2019-04-08 08:37:20', date: Temporal.PlainDateTime.from('2019-04-08T08:37:20') },
      H: { text: '2', serial: 2, formula: true },
      I: { text: '#N/A', error: '#N/A' },
      J: { text: '合并' },
      K: { text: '', merged: true },
    })
    expect(under?.cells.get('J')).toEqual({ text: '', merged: true })
  })

  test('that counts days from 1904 has the same moments', async () => {
    const file = await write((workbook) => {
      workbook.properties.date1904 = true
      const sheet = workbook.addWorksheet('rows')
      sheet.getCell('A1').value = moment
      sheet.getCell('B1').value = 43_563 - 1_462
    })
    const [row] = await rowsOf(file, 'a.xlsx')
    expect(row!.cells.get('A')?.text).toBe('2019-04-08 08:37:20')
    expect(row!.cells.get('B')).toEqual({ text: '42101', serial: 43_563 })
  })

  test('that is damaged, has no sheet, or is no workbook at all is refused', async () => {
    const whole = await write((workbook) => {
      workbook.addWorksheet('rows').getCell('A1').value = '路灯'
    })
    const nothing = await write((workbook) => {
      workbook.addWorksheet('rows')
    })
    const cut = whole.subarray(0, whole.length - 200)
    expect(await refusalOf(rowsOf(cut, 'a.xlsx'))).toMatchObject({ why: 'damaged' })
    expect(await refusalOf(rowsOf(nothing, 'a.xlsx'))).toMatchObject({ why: 'empty' })
    expect(await refusalOf(rowsOf(zipOf(Buffer.from('x')), 'a.xlsx'))).toMatchObject({ why: 'empty' })
  })
})

/** A zip file of one packed part; `saidBytes` is what its directory claims that it unpacks to. */
function zipOf(content: Buffer, saidBytes = content.length): Buffer {
  const name = Buffer.from('part')
  const packed = deflateRawSync(content)
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(8, 8)
  local.writeUInt16LE(name.length, 26)
  const directory = Buffer.alloc(46)
  directory.writeUInt32LE(0x02014b50, 0)
  directory.writeUInt16LE(8, 10)
  directory.writeUInt32LE(packed.length, 20)
  directory.writeUInt32LE(saidBytes, 24)
  directory.writeUInt16LE(name.length, 28)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(46 + name.length, 12)
  end.writeUInt32LE(30 + name.length + packed.length, 16)
  return Buffer.concat([local, name, packed, directory, name, end])
}

test.each([
  ['an honest part', zipOf(Buffer.from('three floors up')), null],
  ['a bomb that says so', zipOf(Buffer.alloc(30_000_000)), { code: 'file_too_large' }],
  ['a bomb that says it is small', zipOf(Buffer.alloc(30_000_000), 900_000), { why: 'damaged' }],
  [
    'a part beyond the memory',
    zipOf(Buffer.from('x'), sheetLimits.workbookBytes + 1),
    { code: 'file_too_large' },
  ],
])('the zip guard meets %s', async (_, file, refusal) => {
  const met = await refusalOf(checkZip(file))
  if (refusal === null) expect(met).toBeNull()
  else expect(met).toMatchObject(refusal)
})
