import type { Tx } from '../../platform/transaction.ts'

/** How the closings of a unit's month were asked about, and what was answered. */
export interface ClosedOfUnit {
  readonly unitId: string
  readonly closed: number
  readonly called: number
  readonly reached: number
  readonly telephone: number
  readonly message: number
  readonly visit: number
  readonly solved: number
  readonly satisfied: number
  readonly reopened: number
}

const closedSql = `
  select c.lead_unit_id as "unitId", count(*)::int as closed, count(b.tries)::int as called,
    count(b.way)::int as reached,
    count(*) filter (where b.way = 'telephone')::int as telephone,
    count(*) filter (where b.way = 'message')::int as message,
    count(*) filter (where b.way = 'visit')::int as visit,
    count(*) filter (where b.solved)::int as solved,
    count(*) filter (where b.solved and b.rating >= $4::int)::int as satisfied,
    count(*) filter (where b.way is not null and c.reopened > 0)::int as reopened
  from cases c
  left join lateral (
    select 1 as tries, last.way, last.solved, last.rating
    from (select id from call_backs where case_id = c.id order by id limit 1) any_try
    left join lateral (
      select way, solved, rating from call_backs
      where case_id = c.id and outcome = 'answered' order by id desc limit 1
    ) last on true
  ) b on true
  where c.closed_at >= $1::timestamptz and c.closed_at < $2::timestamptz and c.reach && $3::uuid[]
    and c.lead_unit_id is not null and not c.confidential and c.drill_id is null
  group by c.lead_unit_id`

/** What was closed between two moments in these areas, by the unit that led: nothing confidential, nothing practised. */
export const selectClosedOfUnits = (
  tx: Tx,
  areaIds: readonly string[],
  {
    from,
    until,
    satisfiedFrom,
  }: {
    readonly from: Temporal.Instant
    readonly until: Temporal.Instant
    readonly satisfiedFrom: number
  },
): Promise<ClosedOfUnit[]> =>
  tx.query<ClosedOfUnit>('closings_of_units', closedSql, [
    from.toString(),
    until.toString(),
    areaIds,
    satisfiedFrom,
  ])
