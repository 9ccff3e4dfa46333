import type { Kysely } from 'kysely'
import type { Tables } from '../../../db/tables.ts'
import type { HowCalled, Situation } from './contract.ts'

/** What whoever tells of a whistle must know of it. */
export interface WhistleToTell {
  readonly id: string
  readonly situation: Situation
  readonly areaId: string
  readonly review: 'none' | 'before' | 'after'
  /** The place of the desk that blew. */
  readonly blowerAreaId: string
  /** The areas whose desks looked after it when it was blown, from the district down. */
  readonly firstReach: readonly string[]
  /** The areas whose desks look after it now, and the units that see it now. */
  readonly reach: readonly string[]
  readonly units: readonly string[]
  /** Its case turned out to be confidential: it is the centre's alone. */
  readonly hidden: boolean
  /** Blown in a drill. */
  readonly practice: boolean
  readonly calls: readonly {
    readonly id: string
    readonly unitId: string
    readonly how: HowCalled
    readonly signDueAt: Temporal.Instant | null
  }[]
}

/** These whistles with their calls. For followers and senders. */
export async function selectWhistlesToTell(
  db: Kysely<Tables>,
  ids: readonly string[],
): Promise<Map<string, WhistleToTell>> {
  if (ids.length === 0) return new Map()
  const wanted = [...new Set(ids)]
  const rows = await db
    .selectFrom('whistles')
    .select(['id', 'situation', 'area_id', 'review', 'blower_area_id', 'path', 'reach', 'units'])
    .select(['hidden', 'drill_id'])
    .where('id', 'in', wanted)
    .execute()
  const calls = await db
    .selectFrom('whistle_calls')
    .select(['id', 'whistle_id', 'unit_id', 'how', 'sign_due_at'])
    .where('whistle_id', 'in', wanted)
    .orderBy('id')
    .execute()
  const callsOf = Map.groupBy(calls, (call) => call.whistle_id)
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        situation: row.situation as Situation,
        areaId: row.area_id,
        review: row.review as WhistleToTell['review'],
        blowerAreaId: row.blower_area_id,
        firstReach: row.path.slice(0, row.reach.length),
        reach: row.reach,
        units: row.units,
        hidden: row.hidden,
        practice: row.drill_id !== null,
        calls: (callsOf.get(row.id) ?? []).map((call) => ({
          id: call.id,
          unitId: call.unit_id,
          how: call.how as HowCalled,
          signDueAt: call.sign_due_at,
        })),
      },
    ]),
  )
}
