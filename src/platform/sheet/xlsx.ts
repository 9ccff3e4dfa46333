import type { Cell as ExcelCell, Workbook, Worksheet } from 'exceljs'
import { Refusal } from '../../kernel/refusal.ts'
import { fromSerial } from '../../kernel/sheet/local-moment.ts'
import type { Cell, SheetRow } from '../../kernel/sheet/row.ts'
import { columnLetter } from '../../kernel/sheet/row.ts'
import { checkZip } from './check-zip.ts'
import type { OnRowCount } from './csv.ts'

/** Days between the first days of the 1900 and the 1904 system of a workbook (ECMA-376 part 1, 18.17.4.1). */
export const daysFrom1900To1904 = 1462

/** exceljs, loaded when the first sheet comes: it costs 40 MB and 0.3 s, and most servers of an hour never need it. */
export async function loadExcel(): Promise<typeof import('exceljs')> {
  return (await import('exceljs')).default
}

/** Which page of a workbook is read: the first of these names that it has; its first page with rows where none is named. */
export type SheetNames = readonly string[]

/**
 * The rows of a workbook's first visible sheet that has any, or of the sheet that is named: nothing where it is not
 * there. The whole workbook is held in memory. Refuses with `import_file_unreadable` or `file_too_large`.
 */
export async function* readXlsx(
  file: Buffer,
  onRowCount: OnRowCount = () => undefined,
  named: SheetNames = [],
): AsyncGenerator<SheetRow> {
  await checkZip(file)
  const excel = await loadExcel()
  const workbook = new excel.Workbook()
  try {
    await workbook.xlsx.load(file as unknown as ArrayBuffer)
  } catch {
    // exceljs throws plain errors for whatever is wrong in a stranger's file.
    throw new Refusal('import_file_unreadable', { why: 'damaged' })
  }
  const sheet = named.length > 0 ? namedSheet(workbook, named) : firstSheet(workbook)
  if (!sheet && named.length > 0) return
  if (!sheet) throw new Refusal('import_file_unreadable', { why: 'empty' })
  onRowCount(sheet.rowCount)
  const shiftDays = workbook.properties.date1904 ? daysFrom1900To1904 : 0
  for (let rowNumber = 1; rowNumber <= sheet.rowCount; rowNumber++) {
    const cells = new Map<string, Cell>()
    sheet.findRow(rowNumber)?.eachCell((cell, column) => {
      const read = readCell(cell, shiftDays)
      if (read) cells.set(columnLetter(column), read)
    })
    yield { rowNumber, cells }
  }
}

function firstSheet(workbook: Workbook): Worksheet | undefined {
  return workbook.worksheets.find((sheet) => sheet.state === 'visible' && sheet.actualRowCount > 0)
}

const plain = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s/g, '')

function namedSheet(workbook: Workbook, names: SheetNames): Worksheet | undefined {
  const wanted = new Set(names.map(plain))
  return workbook.worksheets.find((sheet) => sheet.state === 'visible' && wanted.has(plain(sheet.name)))
}

function readCell(cell: ExcelCell, shiftDays: number): Cell | null {
  // exceljs gives a covered cell its master's value, which the sender never typed there.
  if (cell.isMerged && cell.master !== cell) return { text: '', merged: true }
  const value: unknown = cell.value
  if (value === null || value === undefined) return null
  const formula = cell.formula !== undefined
  const plain: unknown = formula ? cell.result : value
  const read = readValue(plain, shiftDays)
  if (!formula) return read.text === '' && read.error === undefined ? null : read
  return { ...read, formula: true }
}

/** What stands in a cell by exceljs's value of it. */
export function readValue(value: unknown, shiftDays: number): Cell {
  if (value === null || value === undefined) return { text: '' }
  if (typeof value === 'string') return { text: value }
  if (typeof value === 'boolean') return { text: value ? 'TRUE' : 'FALSE' }
  if (typeof value === 'number') return { text: numberText(value), serial: value + shiftDays }
  if (value instanceof Date) return readDate(value)
  const parts = value as { richText?: { text: string }[]; text?: unknown; error?: string }
  if (typeof parts.error === 'string') return { text: parts.error, error: parts.error }
  if (parts.richText) return { text: parts.richText.map((run) => run.text).join('') }
  return readValue(parts.text ?? '', shiftDays)
}

/** A whole number without exponent, so that a long number of a source keeps its digits. */
function numberText(value: number): string {
  return Number.isInteger(value) ? BigInt(value).toString() : String(value)
}

/** exceljs reads a cell's wall time as if it were UTC; day fractions are rounded to the second. */
function readDate(date: Date): Cell {
  const milliseconds = date.getTime()
  if (!Number.isFinite(milliseconds)) return { text: '#VALUE!', error: '#VALUE!' }
  const wall = fromSerial(milliseconds / 86_400_000 + 25_569)
  return { text: wall.toString({ smallestUnit: 'second' }).replace('T', ' '), date: wall }
}
