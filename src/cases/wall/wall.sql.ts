import type { District } from '../../platform/ctx.ts'
import type { Tx } from '../../platform/transaction.ts'
import type { Light } from '../contract.ts'
import type { CountName } from '../figures/measures.contract.ts'
import type { OpenLight } from './light-now.rule.ts'
import type { ByWhat, OpenCell } from './open-cells.rule.ts'

/** A number of open cases. */
export interface OpenCount extends Omit<OpenCell, 'by'> {
  readonly value: number
}

/** Open cases of areas, each counted by what is asked for. */
export async function selectCounts(
  tx: Tx,
  areaIds: readonly string[],
  byWhats: readonly ByWhat[],
): Promise<OpenCount[]> {
  return tx.query<OpenCount>(
    'open_counts_of',
    `select c.area_id as "areaId", c.by_what as "byWhat", c.what, c.light, c.value
     from unnest($1::uuid[]) a (id) cross join unnest($2::text[]) b (what)
     join open_counts c on c.area_id = a.id and c.by_what = b.what`,
    [areaIds, byWhats],
  )
}

/** A case whose light has turned since it was counted. */
export interface Turned {
  readonly reach: readonly string[]
  readonly unitId: string | null
  readonly matter: string
  readonly stage: string
  readonly was: OpenLight
  readonly isRed: boolean
}

/** Cases of an area whose light has turned by that moment and is still counted as it was. */
export async function selectTurnedIn(tx: Tx, areaId: string, now: Temporal.Instant): Promise<Turned[]> {
  return tx.query<Turned & { reach: string[] }>(
    'open_turned',
    `select reach, unit_id as "unitId", matter, stage, light as was, red_at <= $2 as "isRed" from open_cases
     where turns_at <= $2 and reach && array[$1]::uuid[]`,
    [areaId, now],
  )
}

/** A case on the wall, before it is named. */
export interface Shown {
  readonly caseId: string
  readonly reports: number
  readonly redAt: Temporal.Instant | null
}

/** What turns red next in an area. */
export async function selectSoon(
  tx: Tx,
  areaId: string,
  now: Temporal.Instant,
  limit: number,
): Promise<Shown[]> {
  return tx.query<Shown & { reports: number }>(
    'open_soon',
    `select case_id as "caseId", reports, red_at as "redAt" from open_cases
     where red_at > $2 and reach && array[$1]::uuid[] order by red_at, case_id limit $3`,
    [areaId, now, limit],
  )
}

/** What many have reported in an area. */
export async function selectHot(tx: Tx, areaId: string, limit: number): Promise<Shown[]> {
  return tx.query<Shown & { reports: number }>(
    'open_hot',
    `select case_id as "caseId", reports, red_at as "redAt" from open_cases
     where reports > 2 and reach && array[$1]::uuid[] order by reports desc, case_id desc limit $2`,
    [areaId, limit],
  )
}

/** What happened last in an area since a moment, newest first. */
export async function selectLatest(
  tx: Tx,
  areaId: string,
  counts: readonly CountName[],
  since: Temporal.Instant,
  limit: number,
): Promise<{ caseId: string; count: CountName; at: Temporal.Instant }[]> {
  return tx.query(
    'latest_facts',
    `select case_id as "caseId", measure as count, at from figure_facts
     where area_id = $1 and at >= $2 and measure = any($3)
     order by at desc, case_id desc limit $4`,
    [areaId, since, counts, limit],
  )
}

/** Which of these cases a wall may say in the words that were confirmed for the public. */
export async function selectNamed(tx: Tx, caseIds: readonly string[]): Promise<Set<string>> {
  if (caseIds.length === 0) return new Set()
  const rows = await tx.db
    .selectFrom('open_cases')
    .select('case_id')
    .where('case_id', 'in', [...caseIds])
    .where('named', '=', true)
    .execute()
  return new Set(rows.map((row) => row.case_id))
}

/** Says something else after every change of what a wall shows. */
export async function revisionOf({ pools }: District): Promise<string> {
  const { rows } = await pools.reader.query<{ revision: string }>({
    name: 'wall_revision',
    text: `select coalesce(sum(n), 0)::text as revision from cursors where follower in ('open', 'figures')`,
  })
  return rows[0]!.revision
}

/** The lights of these cases at that moment; those that nobody can hurry have none. */
export async function selectLights(
  tx: Tx,
  caseIds: readonly string[],
  now: Temporal.Instant,
): Promise<Map<string, Light>> {
  const rows = await tx.query<{ id: string; light: OpenLight; turned: boolean; red: boolean }>(
    'open_lights_of',
    `select case_id as id, light, coalesce(turns_at <= $2, false) as turned, coalesce(red_at <= $2, false) as red
     from open_cases where case_id = any($1::uuid[])`,
    [caseIds, now],
  )
  return new Map(
    rows.map(({ id, light, turned, red }) => {
      const shown = turned ? (red ? 'red' : 'yellow') : light
      return [id, shown === 'stopped' ? 'none' : shown]
    }),
  )
}
