import type { Tx } from '../platform/transaction.ts'
import type { LastVisits } from './due.rule.ts'

/** Where homes are looked for: a grid or a community with the homes that lie there now, or one home. */
const lastSql = `
  select i.id as "homeId", v.met as "metOn", v.missed as "missedOn", v.spoken as "spokenOn", w.said_on::text as "declinedOn"
  from unnest($1::uuid[]) as i (id)
  left join lateral (
    select max(day) filter (where outcome in ('met', 'unwilling'))::text as met,
      max(day) filter (where outcome = 'nobody')::text as missed,
      max(day) filter (where outcome = 'met')::text as spoken
    from visits where home_id = i.id and how = 'door' and taken_back_at is null
  ) v on true
  left join visit_wishes w on w.home_id = i.id and w.ended_on is null`

/** Besides what the plan asks: on which day somebody was spoken to at the door last. */
export type LastContacts = LastVisits & { readonly spokenOn: string | null }

/** For each home the days of its last visits, and since when it wants none. */
export async function selectLast(tx: Tx, homeIds: readonly string[]): Promise<Map<string, LastContacts>> {
  if (homeIds.length === 0) return new Map()
  const rows = await tx.query<LastContacts & { readonly homeId: string }>('last_visits', lastSql, [homeIds])
  return new Map(rows.map(({ homeId, ...last }) => [homeId, last]))
}

export interface MonthCount {
  readonly areaId: string
  readonly contacts: number
  readonly inPerson: number
  /** Visits at the door, whatever came of them. */
  readonly atDoor: number
  /** Homes where somebody was met at the door. */
  readonly visited: number
}

/** Contacts of the days from one to before another, by grid of a community, or by community. */
export const countContacts = (
  tx: Tx,
  by: 'grid_id' | 'community_id',
  communityIds: readonly string[],
  { from, until }: { readonly from: string; readonly until: string },
): Promise<MonthCount[]> =>
  tx.query<MonthCount & Record<string, unknown>>(
    `count_contacts_by_${by}`,
    `select coalesce(${by}, community_id) as "areaId",
       count(*) filter (where outcome = 'met')::integer as contacts,
       count(*) filter (where outcome = 'met' and how = 'door')::integer as "inPerson",
       count(*) filter (where how = 'door')::integer as "atDoor",
       count(distinct home_id) filter (where outcome = 'met' and how = 'door')::integer as visited
     from visits where community_id = any ($1::uuid[]) and day >= $2::date and day < $3::date and taken_back_at is null
     group by coalesce(${by}, community_id)`,
    [communityIds, from, until],
  )

/** When somebody of each of these homes was spoken to last: at the door, by telephone or by message. */
export async function selectSpoken(
  tx: Tx,
  homeIds: readonly string[],
): Promise<Map<string, Temporal.Instant>> {
  if (homeIds.length === 0) return new Map()
  const rows = await tx.query<
    { readonly homeId: string; readonly at: Temporal.Instant } & Record<string, unknown>
  >(
    'last_spoken',
    `select home_id as "homeId", max(visited_at) as at from visits
     where home_id = any ($1::uuid[]) and outcome = 'met' and taken_back_at is null group by home_id`,
    [homeIds],
  )
  return new Map(rows.map(({ homeId, at }) => [homeId, at]))
}
