import type { CellErrorValue, Cell as ExcelCell } from 'exceljs'
import type { Cell, SheetRow } from '../../kernel/sheet/row.ts'
import { columnIndex } from '../../kernel/sheet/row.ts'
import { loadExcel } from './xlsx.ts'

/** What is wrong in one cell of a row, in the words of the person who mends it. */
export interface WordedFault {
  readonly rowNumber: number
  readonly letter: string
  /** The column's name in the header, empty where it has none. */
  readonly columnName: string
  readonly zh: string
  readonly en: string
}

const added = ['行号', '列', '原因', 'Reason'] as const
/** The longest text that Excel holds in a cell. */
const longestText = 32_767

/**
 * The rows that did not come in, as they came, with 行号 (in the first file), 列, 原因 and Reason behind them, so
 * that an office mends and sends the same sheet again. The cells at fault are coloured. A formula comes back as the
 * text that it showed, and whatever begins like a formula stays text. The four columns of an earlier return are
 * replaced, not repeated.
 */
export async function writeFaultSheet(
  original: { readonly headerRow: SheetRow; readonly rows: Iterable<SheetRow> },
  faults: Iterable<WordedFault>,
): Promise<Buffer> {
  const byRow = Map.groupBy(faults, (fault) => fault.rowNumber)
  const rows = [...original.rows].filter((row) => byRow.has(row.rowNumber))
  const earlier = earlierReturn(original.headerRow)
  const last = lastColumn([original.headerRow, ...rows], earlier)
  const excel = await loadExcel()
  const workbook = new excel.Workbook()
  const sheet = workbook.addWorksheet('退回', { views: [{ state: 'frozen', ySplit: 1 }] })
  const write = (at: number, row: SheetRow) => {
    for (const [letter, cell] of row.cells) {
      if (!earlier.has(letter)) writeBack(sheet.getRow(at).getCell(letter), cell)
    }
  }
  write(1, original.headerRow)
  added.forEach((name, index) => {
    writeText(sheet.getRow(1).getCell(last + 1 + index), name)
  })
  sheet.getRow(1).font = { bold: true }
  for (const [index, row] of rows.entries()) {
    const at = index + 2
    write(at, row)
    const told = byRow.get(row.rowNumber) ?? []
    for (const { letter } of told) {
      sheet.getRow(at).getCell(letter).fill = {
        type: 'pattern',
        pattern: 'solid',
        fgColor: { argb: 'FFFCE4D6' },
      }
    }
    const words = [
      String(row.rowNumber),
      told.map(({ letter, columnName }) => `${letter} ${columnName}`.trim()).join('；'),
      told.map(({ zh }) => zh).join('；'),
      told.map(({ en }) => en).join('; '),
    ]
    words.forEach((text, offset) => {
      writeText(sheet.getRow(at).getCell(last + 1 + offset), text)
    })
  }
  for (let column = 1; column <= last + added.length; column++) sheet.getColumn(column).width = 18
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

/** Columns that an earlier return of the same rows put there. */
function earlierReturn(headerRow: SheetRow): Set<string> {
  const letters = [...headerRow.cells].filter(([, cell]) => added.some((name) => name === cell.text.trim()))
  return letters.length === added.length ? new Set(letters.map(([letter]) => letter)) : new Set()
}

function lastColumn(rows: readonly SheetRow[], earlier: ReadonlySet<string>): number {
  let last = 0
  for (const row of rows) {
    for (const letter of row.cells.keys())
      if (!earlier.has(letter)) last = Math.max(last, columnIndex(letter))
  }
  return last
}

/** An error, or a number whose digits Excel lost, stays what it was: as text it would pass for mended. */
function writeBack(cell: ExcelCell, came: Cell): void {
  if (came.error !== undefined && !came.formula) cell.value = { error: came.error as CellErrorValue['error'] }
  else if (came.serial !== undefined && !came.formula && came.text.length > 15) cell.value = Number(came.text)
  else writeText(cell, came.text)
}

/**
 * Text, whatever it looks like. The text format keeps it text when the cell is edited; a leading apostrophe would come
 * back as part of the words.
 */
function writeText(cell: ExcelCell, text: string): void {
  cell.value = text.toWellFormed().slice(0, longestText)
  cell.numFmt = '@'
}
