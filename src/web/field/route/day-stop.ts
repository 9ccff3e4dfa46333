import type { FieldRow } from '../../../cases/field-day.contract.ts'
import type { Stop } from './route.rule.ts'

/** A stop of the day's walk that is a case: what its card shows comes along. */
export interface CaseStop extends Stop {
  readonly row: FieldRow
}

/** The reader's own steps as stops. A clock that rests hurries nobody. */
export const caseStops = (
  rows: readonly FieldRow[],
  titleOf: (row: FieldRow) => string,
): readonly CaseStop[] =>
  rows
    .filter(({ next }) => next !== null)
    .map((row) => ({
      id: row.id,
      kind: 'case',
      // What a phone kept from an earlier release has no spot.
      point: row.spot?.at ?? null,
      dueAt: row.running ? row.dueAt : null,
      title: titleOf(row),
      to: `/case/${row.id}`,
      row,
    }))
