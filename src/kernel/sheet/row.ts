/** One cell of a sheet as an office sent it. */
export interface Cell {
  /** What the reader of the sheet sees, untrimmed; a date cell as `YYYY-MM-DD HH:MM:SS`. */
  readonly text: string
  /** Wall time of a date cell, to the second. The zone is not in the file. */
  readonly date?: Temporal.PlainDateTime
  /** The number of a number cell, counted as days in the 1900 system should it turn out to be a moment. */
  readonly serial?: number
  /** The cell computes its text, so the text may be stale or differ on another machine. */
  readonly formula?: boolean
  /** The cell lies under a merged neighbour, so whether it has the neighbour's value cannot be known. */
  readonly merged?: boolean
  /** The error that stands in the cell, such as `#N/A`. */
  readonly error?: string
}

/** One row of a sheet. Empty cells are absent. */
export interface SheetRow {
  /** As the user's program counts it, from 1. In a CSV file a quoted line break does not begin a new row. */
  readonly rowNumber: number
  /** By column letter: A, B, …, Z, AA. */
  readonly cells: ReadonlyMap<string, Cell>
}

/** The letter of the column at `index`, from 1: 1 is A, 27 is AA. */
export function columnLetter(index: number): string {
  let letter = ''
  for (let left = index; left > 0; left = Math.floor((left - 1) / 26)) {
    letter = String.fromCharCode(65 + ((left - 1) % 26)) + letter
  }
  return letter
}

/** The place of a column by its letter, from 1: A is 1, AA is 27. */
export function columnIndex(letter: string): number {
  let index = 0
  for (const char of letter) index = index * 26 + char.charCodeAt(0) - 64
  return index
}

/** Whether nothing but white space stands in the row. A formula, an error or a merged cell is something. */
export function isBlank(row: SheetRow): boolean {
  for (const cell of row.cells.values()) {
    if (cell.formula || cell.merged || cell.error || cell.text.trim() !== '') return false
  }
  return true
}
