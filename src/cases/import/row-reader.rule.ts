import { cleanLine } from '../../kernel/sheet/clean-text.ts'
import type { Header } from '../../kernel/sheet/header.ts'
import { cellsBeyondHeader, repeatsHeader } from '../../kernel/sheet/header.ts'
import type { MomentForm } from '../../kernel/sheet/local-moment.ts'
import { parseLocalMoment } from '../../kernel/sheet/local-moment.ts'
import type { Cell, SheetRow } from '../../kernel/sheet/row.ts'
import { columnIndex, isBlank } from '../../kernel/sheet/row.ts'
import type { FaultReason, RowFault } from './contract.ts'

/** What became of one row. A blank row is counted and is no fault. */
export type RowOutcome<Value> =
  | { readonly kind: 'read'; readonly value: Value }
  | { readonly kind: 'faulty'; readonly faults: readonly RowFault[] }
  | { readonly kind: 'blank' }

/** No system of this kind is older; an earlier moment is a slip of the pen or a day number gone wrong. */
export const earliestYear = 1990
export const numberLimit = 64
/** Excel keeps 15 digits of a number and makes the rest noughts. */
const digitsKept = 15
const numberForm = /^[\p{L}\p{N}(（〔[【](?:[\p{L}\p{N} ._\-/#()（）〔〕[\]【】]*[\p{L}\p{N})）〕\]】])?$/u

/** One row while it is read: its cells by column, and what was found wrong so far. */
export interface OpenRow<Key extends string> {
  readonly rowNumber: number
  readonly faults: RowFault[]
  /** Whether the file has the column at all. */
  has(key: Key): boolean
  /** The cell's text, or '' where the cell is empty, absent or already at fault. */
  text(key: Key): string
  /** Whether the cell was found unusable (formula, merged, error) and need not be missed as well. */
  spoilt(key: Key): boolean
  cell(key: Key): Cell | undefined
  /** Names a fault in the column of `key`. */
  fault(key: Key, reason: FaultReason, facts?: RowFault['facts']): void
}

/**
 * Makes of `read` a function that takes the rows below a header one by one. Names what can be wrong with any row:
 * the header again, values beyond it, formulas, merged cells and errors in the columns that are used. `read` names
 * the rest; its value counts only where nothing at all was found.
 */
export function rowReader<Key extends string, Value>(
  header: Header<Key>,
  read: (row: OpenRow<Key>) => Value | null,
): (row: SheetRow) => RowOutcome<Value> {
  return (row) => {
    if (isBlank(row)) return { kind: 'blank' }
    const open = openRow(row, header)
    if (repeatsHeader(row, header)) {
      const first = header.columns.keys().next().value
      if (first !== undefined) open.fault(first, 'header_repeated_inside')
      return { kind: 'faulty', faults: open.faults }
    }
    const value = read(open)
    for (const letter of cellsBeyondHeader(row, header)) {
      const column = { letter, name: '' }
      open.faults.push({ rowNumber: row.rowNumber, column, reason: 'cells_beyond_header', facts: {} })
    }
    if (value === null || open.faults.length > 0)
      return { kind: 'faulty', faults: inColumnOrder(open.faults) }
    return { kind: 'read', value }
  }
}

function inColumnOrder(faults: RowFault[]): RowFault[] {
  return faults.toSorted((a, b) => columnIndex(a.column.letter) - columnIndex(b.column.letter))
}

function openRow<Key extends string>(row: SheetRow, header: Header<Key>): OpenRow<Key> {
  const faults: RowFault[] = []
  const spoilt = new Set<Key>()
  const fault: OpenRow<Key>['fault'] = (key, reason, facts = {}) => {
    const column = header.columns.get(key)
    if (!column) throw new Error(`no column for ${key}`)
    faults.push({ rowNumber: row.rowNumber, column, reason, facts })
  }
  for (const [key, { letter }] of header.columns) {
    const cell = row.cells.get(letter)
    if (!cell?.formula && !cell?.merged && cell?.error === undefined) continue
    spoilt.add(key)
    if (cell.formula) fault(key, 'formula_cell')
    else if (cell.merged) fault(key, 'merged_cell')
    else fault(key, 'error_cell', { error: cell.error ?? '' })
  }
  const cell = (key: Key): Cell | undefined => {
    const letter = header.columns.get(key)?.letter
    return letter === undefined || spoilt.has(key) ? undefined : row.cells.get(letter)
  }
  return {
    rowNumber: row.rowNumber,
    faults,
    has: (key) => header.columns.has(key),
    text: (key) => cell(key)?.text ?? '',
    spoilt: (key) => spoilt.has(key),
    cell,
    fault,
  }
}

/** Reads the source's number and holds every number met so far: one row of a file is one message. */
export function numberReader<Key extends string>(key: Key): (row: OpenRow<Key>) => string {
  const firstRows = new Map<string, number>()
  return (row) => {
    const number = cleanLine(row.text(key))
    if (row.spoilt(key)) return number
    if (number === '') {
      row.fault(key, 'missing_number')
    } else if (row.cell(key)?.serial !== undefined && number.replace(/\D/g, '').length > digitsKept) {
      row.fault(key, 'number_digits_lost')
    } else if (number.length > numberLimit || !numberForm.test(number) || hasControls(row.text(key))) {
      row.fault(key, 'number_malformed', { limit: numberLimit })
    } else {
      const firstRow = firstRows.get(number)
      if (firstRow === undefined) firstRows.set(number, row.rowNumber)
      else row.fault(key, 'number_repeated_in_file', { firstRow })
    }
    return number
  }
}

const hasControls = (text: string): boolean => /[\p{Cc}--[\t\n\r]]/v.test(text.trim())

/** The reasons by which a moment's column names its faults. */
export interface MomentReasons {
  readonly unreadable: FaultReason
  readonly impossible: FaultReason
  /** Absent where a moment may lie in the future. */
  readonly future?: FaultReason
}

export interface MomentBounds {
  readonly timeZone: string
  readonly now: Temporal.Instant
  readonly form: MomentForm
}

/** The moment in a cell that is not empty, or null with its fault named. */
export function readMoment<Key extends string>(
  row: OpenRow<Key>,
  key: Key,
  bounds: MomentBounds,
  reasons: MomentReasons,
): { at: Temporal.Instant; dayOnly: boolean } | null {
  const cell = row.cell(key)
  if (!cell) return null
  const reading = parseLocalMoment(cell, bounds.timeZone, bounds.form)
  if ('fault' in reading) {
    row.fault(key, reading.fault === 'impossible_date' ? reasons.impossible : reasons.unreadable)
    return null
  }
  const { at, dayOnly } = reading.moment
  if (at.toZonedDateTimeISO(bounds.timeZone).year < earliestYear) {
    row.fault(key, 'too_early', { year: earliestYear })
    return null
  }
  if (reasons.future && Temporal.Instant.compare(at, bounds.now) > 0) {
    row.fault(key, reasons.future)
    return null
  }
  return { at, dayOnly }
}
