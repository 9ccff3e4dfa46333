import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import excel from 'exceljs'
import { expect, test } from 'vitest'
import { readWorkbook } from './read-workbook.ts'

async function book(): Promise<Buffer> {
  const workbook = new excel.Workbook()
  const first = workbook.addWorksheet('3栋')
  first.addRow(['登记表'])
  first.mergeCells('A1:C1')
  first.addRow(['房号', '姓名', '出生日期'])
  first.addRow(['101', '甲', 29_222]).getCell(3).numFmt = 'yyyy-mm-dd'
  first.addRow([null, '乙', { formula: 'C3', result: 29222 }])
  first.mergeCells('A3:A4')
  workbook.addWorksheet('旧', { state: 'hidden' }).addRow(['不读'])
  workbook.addWorksheet('4栋').addRow([{ error: '#N/A' }, 990101198001010000])
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

test('all visible sheets, row by row', async () => {
  const rows = await Array.fromAsync(readWorkbook(await book(), 'a.xlsx'))
  expect(rows.map(({ sheet, row }) => [sheet, row.rowNumber])).toEqual([
    ['3栋', 1],
    ['3栋', 2],
    ['3栋', 3],
    ['3栋', 4],
    ['4栋', 1],
  ])
  expect(rows[2]!.row.cells.get('C')!.date!.toPlainDate().toString()).toBe('1980-01-02')
  expect(rows[3]!.row.cells.get('C')).toMatchObject({ formula: true, serial: 29222 })
  expect(rows[4]!.row.cells.get('A')).toMatchObject({ error: '#N/A' })
  expect(rows[4]!.row.cells.get('B')).toMatchObject({ serial: 990101198001010000 })
})

test('many small sheets, each by its name, though the book is told of after them', async () => {
  const file = new PassThrough()
  const whole = buffer(file)
  const workbook = new excel.stream.xlsx.WorkbookWriter({ stream: file })
  const names = Array.from({ length: 30 }, (_, n) => `${n + 1}栋`)
  for (const name of names) {
    const sheet = workbook.addWorksheet(name)
    sheet.addRow([name]).commit()
    sheet.commit()
  }
  await workbook.commit()
  const bytes = await whole
  for (let time = 0; time < 5; time += 1) {
    const rows = await Array.fromAsync(readWorkbook(bytes, 'a.xlsx'))
    expect(rows.map(({ sheet, row }) => [sheet, row.cells.get('A')?.text])).toEqual(
      names.map((name) => [name, name]),
    )
  }
})

test('a CSV file is one sheet', async () => {
  const rows = await Array.fromAsync(readWorkbook(Buffer.from('房号,姓名\n101,甲\n'), 'a.csv'))
  expect(rows.map(({ sheet, row }) => [sheet, row.cells.get('B')!.text])).toEqual([
    ['', '姓名'],
    ['', '甲'],
  ])
})

test('a damaged workbook is refused', async () => {
  const cut = (await book()).subarray(0, 2_000)
  await expect(Array.fromAsync(readWorkbook(cut, 'a.xlsx'))).rejects.toMatchObject({
    code: 'import_file_unreadable',
  })
})

test.each([true, false])(
  'characters come whole from sheets of any length (shared words: %s)',
  async (useSharedStrings) => {
    const file = new PassThrough()
    const whole = buffer(file)
    const workbook = new excel.stream.xlsx.WorkbookWriter({ stream: file, useSharedStrings })
    const sheet = workbook.addWorksheet('长表')
    const text = (row: number) => `邻${'里'.repeat(row % 7)}第${row}行a望江区`
    for (let row = 1; row <= 3_000; row += 1) sheet.addRow([text(row), '家属']).commit()
    await workbook.commit()
    let row = 0
    for await (const { sheet: name, row: read } of readWorkbook(await whole, 'a.xlsx')) {
      row += 1
      expect([name, read.cells.get('A')?.text, read.cells.get('B')?.text]).toEqual([
        '长表',
        text(row),
        '家属',
      ])
    }
    expect(row).toBe(3_000)
  },
)
