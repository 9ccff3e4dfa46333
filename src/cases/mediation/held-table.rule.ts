import { heldBack, type ShownCount, smallest } from '../../kernel/small-numbers.ts'

interface HeldTable {
  readonly rows: readonly (readonly ShownCount[])[]
  /** The whole of each row, and of each column. */
  readonly wholes: readonly ShownCount[]
  readonly columns: readonly ShownCount[]
  readonly all: ShownCount
}

const isFew = (count: number): boolean => count > 0 && count < smallest
const sum = (values: readonly number[]): number => values.reduce((some, value) => some + value, 0)

/** A whole as it may be said beside its parts: null where it would tell a part that is held back, or few together. */
export function wholeOf(values: readonly number[], shown: readonly ShownCount[]): ShownCount {
  const hidden = values.filter((_, index) => shown[index] === null)
  const tells = hidden.length === 1 || isFew(sum(hidden))
  return tells || isFew(sum(values)) ? null : sum(values)
}

/**
 * A table whose small numbers are held back: in each row so that none can be worked out from the others and the whole; sums
 * by column, and the sum of all, only where they tell nothing that is held back.
 */
export function heldTable(table: readonly (readonly number[])[]): HeldTable {
  const held = table.map((row) => heldBack(row))
  const rows = held.map(({ parts }) => parts)
  const wholes = held.map(({ whole }) => whole)
  const byColumn = (table[0] ?? []).map((_, index) => table.map((row) => row[index]!))
  const columns = byColumn.map((values, index) =>
    wholeOf(
      values,
      rows.map((row) => row[index]!),
    ),
  )
  const across = wholeOf(table.map(sum), wholes)
  const down = wholeOf(byColumn.map(sum), columns)
  return { rows, wholes, columns, all: across === null || down === null ? null : across }
}
