import { openTable, repeatsHeader } from '../kernel/sheet/header.ts'
import { isBlank } from '../kernel/sheet/row.ts'
import { readSheet } from '../platform/sheet/read-sheet.ts'
import type { CatalogueRow } from './catalogue.rule.ts'
import { catalogueHeader } from './catalogue-words.rule.ts'

/** The catalogue that Linli brings; a district loads it first and then edits its own copy. */
export const shippedCatalogue = new URL('./catalogue.csv', import.meta.url)

/**
 * The rows of a catalogue's file, from a path or from memory: CSV in the encodings that spreadsheets write, or xlsx.
 * Blank rows and repeated headers are left out. Refuses as `readSheet` and `openTable` do.
 */
export async function readCatalogueFile(source: string | Buffer, name: string): Promise<CatalogueRow[]> {
  const { header, body } = await openTable(readSheet(source, name), catalogueHeader)
  const rows: CatalogueRow[] = []
  for await (const row of body) {
    if (isBlank(row) || repeatsHeader(row, header)) continue
    const cells: CatalogueRow['cells'] = {}
    for (const [column, { letter }] of header.columns) cells[column] = row.cells.get(letter)?.text ?? ''
    rows.push({ rowNumber: row.rowNumber, cells })
  }
  return rows
}
