import { expect, test } from 'vitest'
import type { Cell, SheetRow } from '../../kernel/sheet/row.ts'
import { writeFaultSheet } from './fault-sheet.ts'
import { readSheet } from './read-sheet.ts'
import { loadExcel } from './xlsx.ts'

const row = (rowNumber: number, cells: Record<string, string | Cell>): SheetRow => ({
  rowNumber,
  cells: new Map(
    Object.entries(cells).map(([letter, cell]) => [letter, typeof cell === 'string' ? { text: cell } : cell]),
  ),
})
const fault = (rowNumber: number, letter: string, zh: string) => ({
  rowNumber,
  letter,
  columnName: '内容',
  zh,
  en: `not ${zh}`,
})

test('only bad rows come back, each once, with what is wrong behind it', async () => {
  const rows = [row(2, { A: '好' }), row(3, { A: '7', B: '坏', D: '多' })]
  const faults = [fault(3, 'B', '太长'), fault(3, 'D', '错位')]
  const file = await writeFaultSheet({ headerRow: row(1, { A: '编号', B: '内容' }), rows }, faults)
  const read = await Array.fromAsync(readSheet(file, 'a.xlsx'))
  const texts = read.map(({ cells }) =>
    Object.fromEntries([...cells].map(([letter, { text }]) => [letter, text])),
  )
  expect(texts).toEqual([
    { A: '编号', B: '内容', E: '行号', F: '列', G: '原因', H: 'Reason' },
    { A: '7', B: '坏', D: '多', E: '3', F: 'B 内容；D 内容', G: '太长；错位', H: 'not 太长; not 错位' },
  ])
  const returnedHeader = read[0]!
  const again = await writeFaultSheet({ headerRow: returnedHeader, rows: read.slice(1) }, [
    fault(2, 'B', '还是太长'),
  ])
  const [header, bad] = await Array.fromAsync(readSheet(again, 'a.xlsx'))
  expect([...header!.cells.values()].map(({ text }) => text)).toEqual([
    '编号',
    '内容',
    '行号',
    '列',
    '原因',
    'Reason',
  ])
  expect(bad!.cells.get('G')?.text).toBe('还是太长')
})

test.each(['=1+1', '+86 10', '-3', '@SUM(A1)', '\t=1', '=HYPERLINK("http://example.org","x")'])(
  '%j comes back as text, never as a formula',
  async (text) => {
    const bad = row(2, { A: text, B: { text, formula: true } })
    const file = await writeFaultSheet({ headerRow: row(1, { A: text }), rows: [bad] }, [fault(2, 'A', text)])
    const excel = await loadExcel()
    const workbook = new excel.Workbook()
    await workbook.xlsx.load(file as unknown as ArrayBuffer)
    for (const at of ['A1', 'A2', 'B2', 'E2']) {
      const cell = workbook.worksheets[0]!.getCell(at)
      expect([cell.type, cell.value, cell.numFmt]).toEqual([excel.ValueType.String, text, '@'])
    }
  },
)
