import { randomUUID } from 'node:crypto'
import { createWriteStream, type WriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { extname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Refusal } from '../../kernel/refusal.ts'
import { loadExcel } from './xlsx.ts'

export type TextRow = readonly (string | null)[]

/** The longest text that Excel holds in a cell. */
const longestText = 32_767
/** What a spreadsheet takes for a formula (OWASP, CSV injection); the wide forms are typed by Chinese keyboards. */
const beginsFormula = /^[=+\-@\t\r\n＝＋－＠]/

/** The longest name of a page, and the signs that none may have (ECMA-376 part 1, 18.2.19). */
const longestName = 31
const noName = /[*?:\\/[\]\p{Cc}]/gu

/** A further page of a workbook, with its name. */
export interface SheetPage {
  readonly name: string
  readonly header: readonly string[]
  readonly rows: Iterable<TextRow>
}

/** What a workbook holds beside its list; a CSV file has no room for it. */
export interface Beside {
  /** The name of the list's own page. */
  readonly name?: string
  /** The last page: what the list is, and by which filters. Read once all rows are written. */
  readonly about?: Iterable<TextRow>
  /** Pages between the list and the last. */
  readonly pages?: readonly SheetPage[]
}

/**
 * Writes rows of text to a file, .xlsx or .csv by its name, as they come: their count costs no memory. Whatever looks
 * like a formula stays text. The file appears under its name when it is whole, and not before. Returns how many rows
 * were written, the header not among them. Refuses `file_kind_not_accepted`.
 */
export async function writeSheet(
  path: string,
  header: readonly string[],
  rows: AsyncIterable<TextRow>,
  beside: Beside = {},
): Promise<number> {
  const kind = extname(path).toLowerCase()
  if (kind !== '.xlsx' && kind !== '.csv') throw new Refusal('file_kind_not_accepted', { kind })
  const unfinished = `${path}.${randomUUID()}`
  let count = 0
  const counted = async function* () {
    for await (const row of rows) {
      count++
      yield row
    }
  }
  try {
    if (kind === '.xlsx') await intoFile(unfinished, (file) => writeXlsx(file, header, counted(), beside))
    else await writeCsv(unfinished, header, counted())
    await rename(unfinished, path)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
  return count
}

/**
 * Opens a file, has it filled, and gives it up where that fails: it is closed then before this returns, since a file that
 * is still to be opened would appear after it was removed.
 */
async function intoFile(path: string, fill: (file: WriteStream) => Promise<void>): Promise<void> {
  const file = createWriteStream(path)
  const broken = new Promise<never>((_, reject) => file.once('error', reject))
  try {
    await Promise.race([fill(file), broken])
  } catch (error) {
    const closed = new Promise<void>((resolve) => (file.closed ? resolve() : file.once('close', resolve)))
    file.destroy()
    await closed
    throw error
  }
}

async function writeXlsx(
  file: WriteStream,
  header: readonly string[],
  rows: AsyncIterable<TextRow>,
  { name = 'Linli', about, pages = [] }: Beside,
): Promise<void> {
  const excel = await loadExcel()
  const workbook = new excel.stream.xlsx.WorkbookWriter({ stream: file, useStyles: true })
  const cells = (row: TextRow) => row.map((text) => text?.toWellFormed().slice(0, longestText) ?? null)
  const freshName = pageNames()
  const begin = (page: string, columns: readonly string[]) => {
    const sheet = workbook.addWorksheet(freshName(page), { views: [{ state: 'frozen', ySplit: 1 }] })
    sheet.columns = columns.map(() => ({ width: 20, style: { numFmt: '@' } }))
    const first = sheet.addRow(cells(columns))
    first.font = { bold: true }
    first.commit()
    return sheet
  }
  const sheet = begin(name, header)
  for await (const row of rows) sheet.addRow(cells(row)).commit()
  for (const page of pages) {
    const further = begin(page.name, page.header)
    for (const row of page.rows) further.addRow(cells(row)).commit()
  }
  if (about !== undefined) {
    const page = workbook.addWorksheet(freshName('说明 About'))
    page.columns = [24, 60].map((width) => ({ width, style: { numFmt: '@' } }))
    for (const row of about) page.addRow(cells(row)).commit()
  }
  await workbook.commit()
}

/** Names of pages as a workbook takes them: two that are alike, in small letters too, would make it a damaged file. */
function pageNames(): (said: string) => string {
  const used = new Set<string>()
  return (said) => {
    const name = said.replace(noName, ' ').replace(/^[\s']+|[\s']+$/g, '') || 'Linli'
    for (let count = 1; ; count += 1) {
      const end = count === 1 ? '' : ` ${count}`
      const fresh = `${name
        .slice(0, longestName - end.length)
        .toWellFormed()
        .replace(/'+$/, '')}${end}`
      if (used.has(fresh.toLowerCase())) continue
      used.add(fresh.toLowerCase())
      return fresh
    }
  }
}

/** UTF-8 with its mark, which Excel needs to see; lines end as RFC 4180 has it. */
async function writeCsv(
  path: string,
  header: readonly string[],
  rows: AsyncIterable<TextRow>,
): Promise<void> {
  await pipeline(Readable.from(csvLines(header, rows)), createWriteStream(path))
}

/** A table as CSV (RFC 4180, UTF-8 with the mark by which spreadsheets know it), line by line. Nothing in it is computed. */
export async function* csvLines(
  header: readonly string[],
  rows: AsyncIterable<TextRow>,
): AsyncGenerator<string> {
  yield `\ufeff${csvLine(header)}`
  for await (const row of rows) yield csvLine(row)
}

const csvLine = (row: TextRow): string => `${row.map(csvCell).join(',')}\r\n`

/** In CSV nothing but a mark before it keeps a text from being computed. */
function csvCell(text: string | null): string {
  const safe = beginsFormula.test(text ?? '') ? `'${text}` : (text ?? '')
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
