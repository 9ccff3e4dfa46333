import { type Selectable, sql } from 'kysely'
import type { Tables } from '../../../db/tables.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { violated } from '../../platform/database.ts'
import type { Tx } from '../../platform/transaction.ts'
import type { HandOverCounts, ItemKind, SeatKind } from './contract.ts'
import type { SeatKey } from './seat.rule.ts'

/** What was open, by ids and codes. */
export interface KeptItem {
  readonly kind: ItemKind
  readonly id: string
  readonly number: string | null
  readonly matter: string | null
  readonly areaId: string
  readonly dueAt: string | null
}

export interface StandingHandOver extends SeatKey {
  readonly id: string
  readonly path: readonly string[]
  readonly chain: string
  readonly givenBy: string
  readonly givenAt: Temporal.Instant
  /** JSON of `KeptItem[]`, word for word. */
  readonly items: string
  readonly counts: HandOverCounts
  readonly wordsId: string | null
  readonly takenBy: string | null
  readonly takenAt: Temporal.Instant | null
  readonly replacedAt: Temporal.Instant | null
  /** When the head was told that nobody took it in time. */
  readonly toldAt: Temporal.Instant | null
  readonly reach: readonly string[]
  readonly units: readonly string[]
}

const toHandOver = (row: Selectable<Tables['hand_overs']>): StandingHandOver => ({
  id: row.id,
  kind: row.seat as SeatKind,
  unitId: row.unit_id,
  areaId: row.area_id,
  path: row.path,
  chain: row.chain,
  givenBy: row.given_by,
  givenAt: row.given_at,
  items: row.items,
  counts: row.counts as unknown as HandOverCounts,
  wordsId: row.words_id,
  takenBy: row.taken_by,
  takenAt: row.taken_at,
  replacedAt: row.replaced_at,
  toldAt: row.told_at,
  reach: row.reach,
  units: row.units,
})

const toRow = (one: StandingHandOver) => ({
  id: one.id,
  seat: one.kind,
  unit_id: one.unitId,
  area_id: one.areaId,
  path: [...one.path],
  chain: one.chain,
  given_by: one.givenBy,
  given_at: one.givenAt.toString(),
  items: one.items,
  counts: JSON.stringify(one.counts),
  words_id: one.wordsId,
  reach: [...one.reach],
  units: [...one.units],
})

/** Refuses `version_conflict` where somebody gave the same seat at the same moment. */
export async function insertHandOver(tx: Tx, one: StandingHandOver): Promise<void> {
  try {
    await tx.db.insertInto('hand_overs').values(toRow(one)).execute()
  } catch (error) {
    if (violated(error) === 'hand_overs_open') throw new Refusal('version_conflict')
    throw error
  }
}

const ofSeat = ({ kind, unitId, areaId }: SeatKey) =>
  sql<boolean>`seat = ${kind} and coalesce(unit_id, area_id) = ${unitId ?? areaId}::uuid`

/** What was given at a seat and waits to be taken. */
export async function selectWaitingAt(tx: Tx, seat: SeatKey): Promise<StandingHandOver | null> {
  const row = await tx.db
    .selectFrom('hand_overs')
    .selectAll()
    .where(ofSeat(seat))
    .where('taken_at', 'is', null)
    .where('replaced_at', 'is', null)
    .executeTakeFirst()
  return row ? toHandOver(row) : null
}

/** Puts aside what nobody took, as somebody gives the seat once more; its id. */
export async function replaceWaiting(tx: Tx, seat: SeatKey, at: Temporal.Instant): Promise<string | null> {
  const row = await tx.db
    .updateTable('hand_overs')
    .set({ replaced_at: at.toString() })
    .where(ofSeat(seat))
    .where('taken_at', 'is', null)
    .where('replaced_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

/** Refuses `not_found` where the asker does not see it. */
export async function loadHandOver(tx: Tx, id: string): Promise<StandingHandOver> {
  const row = await tx.db.selectFrom('hand_overs').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not_found', { kind: 'hand_over' })
  return toHandOver(row)
}

/** False where it was taken or put aside meanwhile. */
export async function markTaken(tx: Tx, id: string, by: string, at: Temporal.Instant): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('hand_overs')
    .set({ taken_by: by, taken_at: at.toString() })
    .where('id', '=', id)
    .where('taken_at', 'is', null)
    .where('replaced_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Given and taken within these areas or units, the newest first; one more than `limit` tells of more. */
export async function selectHandOvers(
  tx: Tx,
  which: { readonly areaIds: readonly string[]; readonly unitIds: readonly string[] },
  query: {
    readonly from: Temporal.Instant | null
    readonly until: Temporal.Instant | null
    readonly after: string | undefined
    readonly limit: number
  },
): Promise<StandingHandOver[]> {
  const { from, until, after, limit } = query
  const rows = await tx.db
    .selectFrom('hand_overs')
    .selectAll()
    .where(sql<boolean>`(reach && ${[...which.areaIds]}::uuid[] or units && ${[...which.unitIds]}::uuid[])`)
    .$if(from !== null, (q) => q.where(sql<boolean>`given_at >= ${from!.toString()}::timestamptz`))
    .$if(until !== null, (q) => q.where(sql<boolean>`given_at < ${until!.toString()}::timestamptz`))
    .$if(after !== undefined, (q) => q.where('id', '<', after!))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  return rows.map(toHandOver)
}

/** One that waits, as far as telling of it asks. */
export type Untold = SeatKey & Pick<StandingHandOver, 'id' | 'chain' | 'path' | 'givenAt'>

/** What has waited since before `before`, and of which nobody was told; at most one of each seat. */
export async function selectUntold(tx: Tx, before: Temporal.Instant): Promise<Untold[]> {
  const rows = await tx.db
    .selectFrom('hand_overs')
    .select(['id', 'seat', 'unit_id', 'area_id', 'path', 'chain', 'given_at'])
    .where('taken_at', 'is', null)
    .where('replaced_at', 'is', null)
    .where('told_at', 'is', null)
    .where(sql<boolean>`given_at < ${before.toString()}::timestamptz`)
    .orderBy('given_at')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.seat as SeatKind,
    unitId: row.unit_id,
    areaId: row.area_id,
    path: row.path,
    chain: row.chain,
    givenAt: row.given_at,
  }))
}

/** False where somebody took it, or was told, meanwhile. */
export async function markTold(tx: Tx, id: string, at: Temporal.Instant): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('hand_overs')
    .set({ told_at: at.toString() })
    .where('id', '=', id)
    .where('taken_at', 'is', null)
    .where('replaced_at', 'is', null)
    .where('told_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Those of desks and grids in these areas, with who sees them now. */
export async function selectHandOversIn(
  tx: Tx,
  areaIds: readonly string[],
): Promise<{ id: string; areaId: string; reach: string[] }[]> {
  return tx.db
    .selectFrom('hand_overs')
    .select(['id', 'area_id as areaId', 'reach'])
    .where('area_id', 'in', [...areaIds])
    .where('seat', '<>', 'unit')
    .orderBy('id')
    .execute()
}

export async function moveHandOvers(tx: Tx, ids: readonly string[], reach: readonly string[]): Promise<void> {
  await tx.db
    .updateTable('hand_overs')
    .set({ reach: [...reach] })
    .where('id', 'in', [...ids])
    .execute()
}
