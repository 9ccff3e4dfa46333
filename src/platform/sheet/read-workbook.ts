import { open, readFile, stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { Refusal } from '../../kernel/refusal.ts'
import type { Cell, SheetRow } from '../../kernel/sheet/row.ts'
import { columnLetter } from '../../kernel/sheet/row.ts'
import { checkZip } from './check-zip.ts'
import { sheetLimits, tooLarge } from './limits.ts'
import { readSheet } from './read-sheet.ts'
import { daysFrom1900To1904, loadExcel, readValue } from './xlsx.ts'

/** A row and the sheet on which it stands; a CSV file is one sheet without a name. */
export interface RowOfSheet {
  readonly sheet: string
  readonly row: SheetRow
}

/** What exceljs's streaming reader has beside its types. */
interface StreamedBook {
  readonly properties?: { readonly model?: { readonly date1904?: boolean } }
}
interface StreamedSheet {
  readonly name?: string
  readonly id: string | number
  readonly state?: string
}

/**
 * The rows of every visible sheet of a workbook, one sheet after the other, read row by row: of 100,000 rows no more
 * than a few and the words that they share are in memory. Cells that lie under a merged one are empty. Whatever is no
 * workbook is read as `readSheet` reads it. Refuses `file_too_large`, `file_kind_not_accepted`, `import_file_unreadable`.
 */
export async function* readWorkbook(source: string | Buffer, name: string): AsyncGenerator<RowOfSheet> {
  const bytes = typeof source === 'string' ? (await stat(source)).size : source.length
  if (bytes > sheetLimits.fileBytes) throw tooLarge(sheetLimits.fileBytes)
  if (!(await isPacked(source))) {
    for await (const row of readSheet(source, name)) yield { sheet: '', row }
    return
  }
  const file = typeof source === 'string' ? await readFile(source) : source
  await checkZip(file, sheetLimits.streamedWorkbookBytes)
  const excel = await loadExcel()
  const book = new excel.stream.xlsx.WorkbookReader(Readable.from([file]), {
    worksheets: 'emit',
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
  })
  keepCharactersWhole(book)
  let isEmpty = true
  for await (const read of damagedRefused(book)) {
    const about = read as unknown as StreamedSheet
    const isHidden = about.state !== undefined && about.state !== 'visible'
    const shiftDays = (book as unknown as StreamedBook).properties?.model?.date1904 ? daysFrom1900To1904 : 0
    for await (const row of damagedRefused(read)) {
      if (isHidden) continue
      const cells = new Map<string, Cell>()
      row.eachCell((cell, column) => {
        const value = streamedCell(cell.value, shiftDays)
        if (value) cells.set(columnLetter(column), value)
      })
      isEmpty &&= cells.size === 0
      yield { sheet: about.name ?? String(about.id), row: { rowNumber: row.number, cells } }
    }
  }
  if (isEmpty) throw new Refusal('import_file_unreadable', { why: 'empty' })
}

/** The parts of exceljs's reader that take bytes; it has no public way to them. */
interface BytesReader {
  _parseWorksheet: (bytes: AsyncIterable<Uint8Array | string>, sheet: string) => AsyncIterable<unknown>
  _parseSharedStrings: (entry: Readable) => AsyncIterable<unknown>
  _parseWorkbook: (entry: Readable) => Promise<void>
}

/**
 * exceljs (4.4) decodes every piece of a part by itself: a character whose bytes lie in two pieces is lost, which in a
 * Chinese sheet happens every few hundred rows. It is given text instead, decoded over the pieces.
 */
function keepCharactersWhole(book: unknown): void {
  const reader = book as BytesReader
  const { _parseWorksheet, _parseSharedStrings, _parseWorkbook } = reader
  reader._parseWorksheet = (bytes, sheet) => _parseWorksheet.call(reader, inText(bytes), sheet)
  reader._parseSharedStrings = (entry) => _parseSharedStrings.call(reader, entry.setEncoding('utf8'))
  reader._parseWorkbook = (entry) => _parseWorkbook.call(reader, entry.setEncoding('utf8'))
}

async function* inText(pieces: AsyncIterable<Uint8Array | string>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  for await (const piece of pieces)
    yield typeof piece === 'string' ? piece : decoder.decode(piece, { stream: true })
}

async function isPacked(source: string | Buffer): Promise<boolean> {
  if (typeof source !== 'string') return source.subarray(0, 4).toString('latin1') === 'PK\x03\x04'
  const file = await open(source)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0)
    return buffer.subarray(0, bytesRead).toString('latin1') === 'PK\x03\x04'
  } finally {
    await file.close()
  }
}

/** exceljs throws plain errors for whatever is wrong in a stranger's file. */
async function* damagedRefused<Item>(items: AsyncIterable<Item>): AsyncGenerator<Item> {
  const iterator = items[Symbol.asyncIterator]()
  for (;;) {
    const next = await iterator.next().catch(() => {
      throw new Refusal('import_file_unreadable', { why: 'damaged' })
    })
    if (next.done) return
    yield next.value
  }
}

function streamedCell(value: unknown, shiftDays: number): Cell | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'object' && ('formula' in value || 'sharedFormula' in value)) {
    const { result } = value as { readonly result?: unknown }
    return { ...readValue(result, shiftDays), formula: true }
  }
  const read = readValue(value, shiftDays)
  return read.text === '' && read.error === undefined ? null : read
}
