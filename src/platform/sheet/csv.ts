import { pipeline, Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { Refusal } from '../../kernel/refusal.ts'
import type { Cell, SheetRow } from '../../kernel/sheet/row.ts'
import { columnLetter } from '../../kernel/sheet/row.ts'
import { sheetLimits } from './limits.ts'

/** Opens the file's bytes from the beginning; called twice, for the encoding and for the rows. */
export type OpenBytes = () => AsyncIterable<Uint8Array>

/** Hears about how many rows a file has, for a progress bar: a line break within quotes counts as one more. */
export type OnRowCount = (rows: number) => void

const byteOrderMarks = [
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
] as const

const lineFeed = 0x0a

/**
 * The rows of a CSV file, one at a time, so that its length costs no memory. Encoding: UTF-8, or UTF-16 by its mark,
 * or GB18030 where the bytes are no UTF-8. Separated by commas, semicolons or tabs, whichever the first line has most.
 * Refuses with `import_file_unreadable` (facts: why, and the row where it is known).
 */
export async function* readCsv(
  open: OpenBytes,
  onRowCount: OnRowCount = () => undefined,
): AsyncGenerator<SheetRow> {
  const { encoding, delimiter, lines } = await survey(open)
  onRowCount(lines)
  const parser = parse({
    delimiter,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: sheetLimits.csvRowCharacters,
  })
  // The same error destroys the parser and is thrown by the loop below; the callback has nothing to add.
  pipeline(Readable.from(textOf(open, encoding)), parser, () => {})
  let rowNumber = 0
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      rowNumber++
      yield { rowNumber, cells: cellsOf(record) }
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new Refusal('import_file_unreadable', { why: 'quotes', row: rowNumber + 1 })
  }
}

function cellsOf(record: readonly string[]): Map<string, Cell> {
  const cells = new Map<string, Cell>()
  for (const [index, text] of record.entries()) {
    if (text !== '') cells.set(columnLetter(index + 1), { text })
  }
  return cells
}

async function survey(open: OpenBytes): Promise<{ encoding: string; delimiter: string; lines: number }> {
  let lines = 1
  const counted = async function* () {
    for await (const bytes of open()) {
      for (let at = bytes.indexOf(lineFeed); at >= 0; at = bytes.indexOf(lineFeed, at + 1)) lines++
      yield bytes
    }
  }
  const encoding = await encodingOf(counted)
  let first = ''
  for await (const text of textOf(open, encoding)) {
    first += text
    if (/[\r\n]/.test(first) || first.length > 10_000) break
  }
  const line = first.split(/[\r\n]/, 1)[0]!
  const count = (mark: string) => line.split(mark).length
  const delimiter = [',', '\t', ';'].reduce((most, mark) => (count(mark) > count(most) ? mark : most))
  return { encoding, delimiter, lines }
}

async function encodingOf(open: OpenBytes): Promise<string> {
  let candidates = ['utf-8', 'gb18030'].map((name) => new TextDecoder(name, { fatal: true }))
  let first = true
  for await (const bytes of open()) {
    const mark = first && byteOrderMarks.find((known) => known.bytes.every((byte, at) => bytes[at] === byte))
    if (mark) return mark.encoding
    first = false
    candidates = candidates.filter((decoder) => decodes(decoder, bytes, true))
  }
  const fits = candidates.find((decoder) => decodes(decoder, new Uint8Array(), false))
  if (!fits) throw new Refusal('import_file_unreadable', { why: 'encoding' })
  return fits.encoding
}

function decodes(decoder: TextDecoder, bytes: Uint8Array, stream: boolean): boolean {
  try {
    decoder.decode(bytes, { stream })
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

async function* textOf(open: OpenBytes, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const bytes of open()) yield decoder.decode(bytes, { stream: true })
  yield decoder.decode()
}
