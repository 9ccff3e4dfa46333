import { sql } from 'kysely'
import { iso } from '../../platform/clock.ts'
import type { Tx } from '../../platform/transaction.ts'
import { stagesBeforeResolved } from '../queues.contract.ts'
import type { KeptItem } from './hand-over.sql.ts'

/** Whose work is looked at: that of units, or what lies in an area. */
export interface OpenOf {
  readonly unitIds: readonly string[]
  readonly areaIds: readonly string[]
}

interface Found {
  readonly id: string
  readonly number: string
  readonly matter: string | null
  readonly areaId: string
}

/** Cases by id, as far as the asker sees them; practice is none. */
export async function selectCasesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, Found>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('cases')
    .select(['id', 'number', 'matter', 'area_id as areaId'])
    .where('id', 'in', [...new Set(ids)])
    .where('drill_id', 'is', null)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** Those of these whistles that the asker sees; one whose case is confidential is seen by nobody. */
export async function selectWhistlesOf(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await tx.db
    .selectFrom('whistles')
    .select('id')
    .where('id', 'in', [...new Set(ids)])
    .where('hidden', '=', false)
    .execute()
  return new Set(rows.map(({ id }) => id))
}

const open = (tx: Tx) =>
  tx.db
    .selectFrom('cases as c')
    .select(['c.id', 'c.number', 'c.matter', 'c.area_id as areaId'])
    .where('c.stage', 'in', [...stagesBeforeResolved])
    .where('c.drill_id', 'is', null)

const item = (
  kind: KeptItem['kind'],
  dueAt: string | null,
  { id, number, matter, areaId }: Found,
): KeptItem => ({
  kind,
  id,
  number,
  matter,
  areaId,
  dueAt,
})

/** Requests of these units that nobody has decided, the oldest first. */
export async function selectAskedBy(tx: Tx, { unitIds }: OpenOf, limit: number): Promise<KeptItem[]> {
  if (unitIds.length === 0) return []
  const rows = await open(tx)
    .innerJoin('case_requests as r', 'r.case_id', 'c.id')
    .where('r.unit_id', 'in', [...unitIds])
    .where('r.decided_at', 'is', null)
    .orderBy('r.id')
    .limit(limit)
    .execute()
  return rows.map((row) => item('request', null, row))
}

/** Listed parts of these units whose review has come by that day. */
export async function selectReviews(
  tx: Tx,
  { unitIds }: OpenOf,
  by: string,
  limit: number,
): Promise<KeptItem[]> {
  if (unitIds.length === 0) return []
  const rows = await open(tx)
    .innerJoin('case_parts as p', 'p.case_id', 'c.id')
    .where('p.unit_id', 'in', [...unitIds])
    .where('p.review_on', '<=', by)
    .orderBy('p.review_on')
    .orderBy('c.id')
    .limit(limit)
    .execute()
  return rows.map((row) => item('listing', null, row))
}

/** Time that was granted for a case and told its reporter, who waits for that moment now; the earliest first. */
export async function selectPromises(
  tx: Tx,
  { unitIds, areaIds }: OpenOf,
  limit: number,
): Promise<KeptItem[]> {
  const rows = await open(tx)
    .innerJoin('case_parts as p', (on) =>
      on.onRef('p.case_id', '=', 'c.id').onRef('p.unit_id', '=', 'c.lead_unit_id'),
    )
    .select('p.due_at')
    .where(sql<boolean>`(p.unit_id = any (${[...unitIds]}::uuid[]) or c.reach && ${[...areaIds]}::uuid[])`)
    .where('p.stage', 'not in', ['resolved', 'returned'])
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('case_requests as r')
          .select('r.id')
          .whereRef('r.case_id', '=', 'c.id')
          .whereRef('r.unit_id', '=', 'p.unit_id')
          .where('r.kind', '=', 'extension')
          .where('r.granted', '=', true),
      ),
    )
    .orderBy('p.due_at')
    .orderBy('c.id')
    .limit(limit)
    .execute()
  return rows.map(({ due_at, ...row }) => item('promise', due_at && iso(due_at), row))
}
