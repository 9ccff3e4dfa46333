import { type Added, allTogether } from '../platform/kept-counts.rule.ts'

/** Stages in which the public reads that it was done. */
export const boardDone: readonly string[] = ['resolved', 'replied', 'checked', 'closed']

/** Stages in which a deadline does not run. */
export const boardResting: readonly string[] = ['paused', 'listed']

/** A row of the board, as far as it is counted. */
export interface OnBoard {
  readonly communityId: string
  readonly matter: string
  readonly stage: string
  readonly acceptedAt: Temporal.Instant
  readonly dueAt: Temporal.Instant | null
  readonly resolvedAt: Temporal.Instant | null
}

/** What a row adds to the counts of its community, of its matter and of all. */
export const standings = (rows: readonly OnBoard[], by: 1 | -1): Added<'areaId' | 'matter' | 'state'>[] =>
  rows.flatMap(({ communityId: areaId, matter, stage }) =>
    [matter, allTogether].map((each) => ({
      ...{ areaId, matter: each, by },
      state: boardDone.includes(stage) ? 'done' : 'open',
    })),
  )

/** What is counted on the day when it was so; `due` on the day that an open case falls due. */
export type DayState = 'accepted' | 'done' | 'in_time' | 'due'

/** The moments of a row that are counted by the day. */
export function momentsOf(row: OnBoard): (readonly [DayState, Temporal.Instant])[] {
  const { stage, acceptedAt, dueAt, resolvedAt } = row
  const moments: (readonly [DayState, Temporal.Instant])[] = [['accepted', acceptedAt]]
  if (boardDone.includes(stage)) {
    if (resolvedAt === null) return moments
    moments.push(['done', resolvedAt])
    if (dueAt === null || Temporal.Instant.compare(resolvedAt, dueAt) <= 0)
      moments.push(['in_time', resolvedAt])
  } else if (dueAt !== null && !boardResting.includes(stage)) moments.push(['due', dueAt])
  return moments
}

/** What a row adds to the counts of days, of its community and the district, of its matter and of all. */
export const boardDays = (
  rows: readonly OnBoard[],
  by: 1 | -1,
  { districtId, dayAt }: { readonly districtId: string; readonly dayAt: (at: Temporal.Instant) => string },
): Added<'areaId' | 'matter' | 'state' | 'day'>[] =>
  rows.flatMap((row) =>
    momentsOf(row).flatMap(([state, at]) =>
      [...new Set([row.communityId, districtId])].flatMap((areaId) =>
        [row.matter, allTogether].map((matter) => ({ areaId, matter, state, day: dayAt(at), by })),
      ),
    ),
  )
