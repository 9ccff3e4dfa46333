/** Rows by so many at a time, in order: a statement takes only so many values. */
export function* chunks<Row>(rows: readonly Row[], size: number): Generator<readonly Row[]> {
  for (let at = 0; at < rows.length; at += size) yield rows.slice(at, at + size)
}
