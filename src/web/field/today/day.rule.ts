import type { FieldRow } from '../../../cases/field-day.contract.ts'

export const groups = ['red', 'yellow', 'green', 'resting'] as const
export type Group = (typeof groups)[number]

/** Where a card stands: by its light while its clock runs, else with those that nobody hurries. */
export const groupOf = ({ running, light }: Pick<FieldRow, 'running' | 'light'>): Group =>
  running && light !== 'none' ? light : 'resting'

/** When it came to the reader: to their unit, or where it is another's, into the grid. */
const cameAt = ({ next, account, acceptedAt }: FieldRow): string =>
  next === null ? acceptedAt : account.startedAt

/** Whether it came after the reader last looked; on a first look nothing is news. */
export const isNews = (row: FieldRow, lookedAtMs: number | null): boolean =>
  lookedAtMs !== null && Date.parse(cameAt(row)) > lookedAtMs
