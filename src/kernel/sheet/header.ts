import { Refusal } from '../refusal.ts'
import type { SheetRow } from './row.ts'
import { columnIndex } from './row.ts'

/** A column that a file may have, and the names that offices give it, the most exact first. */
export interface ColumnSpec<Key extends string> {
  readonly key: Key
  readonly name: string
  readonly aliases?: readonly string[]
  readonly required: boolean
}

/** A column that was found: its letter, and its name as the file writes it. */
export interface FoundColumn {
  readonly letter: string
  readonly name: string
}

/** Where the columns of one file stand. */
export interface Header<Key extends string> {
  readonly rowNumber: number
  readonly columns: ReadonlyMap<Key, FoundColumn>
  /** Every column with a name, also those that nobody asked for. */
  readonly named: ReadonlySet<string>
}

/** How far down a header is looked for: offices put a title and a remark above it. */
export const headerRowsSearched = 10

/**
 * Finds the header among the first rows by the names and aliases of `columns`; width, case, spaces, colons and
 * stars do not count. A title above it and an empty first column are no hindrance.
 * Refuses with `import_header_missing` (names what is missing) and `import_header_repeated`.
 */
export function matchHeader<Key extends string>(
  rows: readonly SheetRow[],
  columns: readonly ColumnSpec<Key>[],
): Header<Key> {
  let nearest = { found: -1, missing: columns.filter((column) => column.required), rowNumber: 0 }
  for (const row of rows.slice(0, headerRowsSearched)) {
    const letters = lettersByName(row)
    const missing = columns.filter((column) => column.required && !placeOf(column, letters))
    if (missing.length === 0) return headerOf(row, columns, letters)
    const found = columns.filter((column) => placeOf(column, letters)).length
    if (found > nearest.found) nearest = { found, missing, rowNumber: row.rowNumber }
  }
  const names = nearest.missing.map((column) => column.name).join('、')
  throw new Refusal('import_header_missing', {
    column: names,
    nearestRow: nearest.found > 0 ? nearest.rowNumber : null,
  })
}

/** Columns that a person matched by hand: the header's row, and for each key the letter of its column. */
export interface ChosenColumns<Key extends string = string> {
  readonly rowNumber: number
  readonly letters: Readonly<Partial<Record<Key, string>>>
}

/**
 * The header as a person chose it. Refuses `import_header_missing` where a needed column was not chosen, and
 * `import_header_repeated` where one column was chosen twice.
 */
export function chosenHeader<Key extends string>(
  rows: readonly SheetRow[],
  columns: readonly ColumnSpec<Key>[],
  { rowNumber, letters }: ChosenColumns<Key>,
): Header<Key> {
  const row = rows.find((candidate) => candidate.rowNumber === rowNumber)
  const missing = columns.filter(({ key, required }) => required && !letters[key])
  if (!row || missing.length > 0)
    throw new Refusal('import_header_missing', {
      column: missing.map(({ name }) => name).join('、'),
      nearestRow: null,
    })
  const found = new Map<Key, FoundColumn>()
  const taken = new Map<string, string>()
  for (const { key, name } of columns) {
    const letter = letters[key]
    if (!letter) continue
    if (taken.has(letter)) throw new Refusal('import_header_repeated', { column: name, letters: letter })
    taken.set(letter, name)
    found.set(key, { letter, name: row.cells.get(letter)?.text.trim() ?? '' })
  }
  const named = [...lettersByName(row).values()].flat()
  return { rowNumber, columns: found, named: new Set([...named, ...taken.keys()]) }
}

/** What a file's header offers, before anything is decided: the likeliest row, and what is recognised in it. */
export interface HeaderGuess<Key extends string> {
  readonly row: SheetRow
  /** Columns recognised by name; one that is named twice is left to a person. */
  readonly letters: Readonly<Partial<Record<Key, string>>>
}

/** The row that names most of the columns, else the first that has several cells; null where there is none. */
export function guessHeader<Key extends string>(
  rows: readonly SheetRow[],
  columns: readonly ColumnSpec<Key>[],
): HeaderGuess<Key> | null {
  const guesses = rows.slice(0, headerRowsSearched).map((row) => {
    const byName = lettersByName(row)
    const letters: Partial<Record<Key, string>> = {}
    for (const column of columns) {
      const place = placeOf(column, byName)
      if (place?.length === 1) letters[column.key] = place[0]!
    }
    return { row, letters, found: Object.keys(letters).length, width: byName.size }
  })
  const [best] = guesses
    .filter(({ found, width }) => found > 0 || width > 1)
    .sort((a, b) => b.found - a.found || a.row.rowNumber - b.row.rowNumber)
  return best ? { row: best.row, letters: best.letters } : null
}

/** A header's name without what does not distinguish it: width, case, spaces, colons and stars. */
export function plainName(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u200b-\u200f\ufeff:*]/g, '')
}

function lettersByName(row: SheetRow): Map<string, string[]> {
  const letters = new Map<string, string[]>()
  for (const [letter, cell] of row.cells) {
    const name = plainName(cell.text)
    if (name !== '') letters.set(name, [...(letters.get(name) ?? []), letter])
  }
  return letters
}

/** The letters under the most exact of a column's names that the row has. */
function placeOf<Key extends string>(
  column: ColumnSpec<Key>,
  letters: Map<string, string[]>,
): string[] | null {
  for (const name of [column.name, ...(column.aliases ?? [])]) {
    const place = letters.get(plainName(name))
    if (place) return place
  }
  return null
}

function headerOf<Key extends string>(
  row: SheetRow,
  columns: readonly ColumnSpec<Key>[],
  letters: Map<string, string[]>,
): Header<Key> {
  const found = new Map<Key, FoundColumn>()
  for (const column of columns) {
    const place = placeOf(column, letters)
    if (!place) continue
    const letter = place[0]!
    if (place.length > 1) {
      throw new Refusal('import_header_repeated', { column: column.name, letters: place.join('、') })
    }
    found.set(column.key, { letter, name: row.cells.get(letter)!.text.trim() })
  }
  return { rowNumber: row.rowNumber, columns: found, named: new Set([...letters.values()].flat()) }
}

/** Whether a row below the header says the header again, as pages pasted together do. */
export function repeatsHeader<Key extends string>(row: SheetRow, header: Header<Key>): boolean {
  let same = 0
  for (const { letter, name } of header.columns.values()) {
    if (plainName(row.cells.get(letter)?.text ?? '') === plainName(name)) same++
  }
  return same >= Math.min(2, header.columns.size)
}

/**
 * Letters of cells that hold something to the right of the first named column where the header has no name:
 * values slipped out of their column. An unnamed column before the first is a row count and means nothing.
 */
export function cellsBeyondHeader<Key extends string>(row: SheetRow, header: Header<Key>): string[] {
  const first = Math.min(...[...header.named].map(columnIndex))
  const beyond: string[] = []
  for (const [letter, cell] of row.cells) {
    const holds = cell.text.trim() !== '' || cell.formula || cell.error
    if (holds && !header.named.has(letter) && columnIndex(letter) > first) beyond.push(letter)
  }
  return beyond
}

/** A file whose header is known: its header, that row as it came, and the rows below, still to be read. */
export interface Table<Key extends string> {
  readonly header: Header<Key>
  readonly headerRow: SheetRow
  readonly body: AsyncIterable<SheetRow>
}

/**
 * Reads as far as the header and leaves the rest to be streamed. Refuses as `matchHeader` does, or as `chosenHeader`
 * where a person matched the columns.
 */
export async function openTable<Key extends string>(
  rows: AsyncIterable<SheetRow>,
  columns: readonly ColumnSpec<Key>[],
  chosen?: ChosenColumns<Key>,
): Promise<Table<Key>> {
  const iterator = rows[Symbol.asyncIterator]()
  const top: SheetRow[] = []
  try {
    while (top.length < headerRowsSearched) {
      const next = await iterator.next()
      if (next.done) break
      top.push(next.value)
    }
    const header = chosen ? chosenHeader(top, columns, chosen) : matchHeader(top, columns)
    const headerRow = top.find((row) => row.rowNumber === header.rowNumber)!
    const below = top.filter((row) => row.rowNumber > header.rowNumber)
    return { header, headerRow, body: continued(below, iterator) }
  } catch (error) {
    await iterator.return?.()
    throw error
  }
}

async function* continued(
  below: readonly SheetRow[],
  rest: AsyncIterator<SheetRow>,
): AsyncGenerator<SheetRow> {
  try {
    yield* below
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
  } finally {
    await rest.return?.()
  }
}
