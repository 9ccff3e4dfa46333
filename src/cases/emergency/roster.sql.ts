import type { Kysely, Selectable } from 'kysely'
import type { Tables } from '../../../db/tables.ts'
import type { PostKind } from '../../people/contract.ts'
import type { Tx } from '../../platform/transaction.ts'
import { isGridPost } from '../grid-post.rule.ts'

/** Somebody who was called, by the post that called them. */
export interface Called {
  readonly modeId: string
  readonly accountId: string
  readonly post: PostKind
  readonly areaId: string
  readonly unitId: string | null
  readonly toldAt: Temporal.Instant
  readonly acknowledgedAt: Temporal.Instant | null
}

const toCalled = (row: Selectable<Tables['emergency_roster']>): Called => ({
  modeId: row.mode_id,
  accountId: row.account_id,
  post: row.post_kind as PostKind,
  areaId: row.area_id,
  unitId: row.unit_id,
  toldAt: row.told_at,
  acknowledgedAt: row.acknowledged_at,
})

const rowsAtOnce = 1000

/** Calls people: once each. Hands back how many had not been called before. */
export async function insertRoster(
  tx: Tx,
  path: readonly string[],
  called: readonly Called[],
): Promise<number> {
  let added = 0
  for (let from = 0; from < called.length; from += rowsAtOnce) {
    const { numInsertedOrUpdatedRows } = await tx.db
      .insertInto('emergency_roster')
      .values(
        called.slice(from, from + rowsAtOnce).map((one) => ({
          mode_id: one.modeId,
          account_id: one.accountId,
          post_kind: one.post,
          area_id: one.areaId,
          unit_id: one.unitId,
          path: [...path],
          told_at: one.toldAt.toString(),
          acknowledged_at: null,
        })),
      )
      .onConflict((on) => on.columns(['mode_id', 'account_id']).doNothing())
      .executeTakeFirst()
    added += Number(numInsertedOrUpdatedRows ?? 0n)
  }
  return added
}

/** Everybody who was called for it, as far as the asker sees them. */
export async function selectRoster(tx: Tx, modeId: string): Promise<Called[]> {
  const rows = await tx.db
    .selectFrom('emergency_roster')
    .selectAll()
    .where('mode_id', '=', modeId)
    .orderBy('post_kind')
    .orderBy('account_id')
    .execute()
  return rows.map(toCalled)
}

/** So many of those who have not said so are listed. */
export const silentBound = 50

/** Whoever has not said so, up to the bound, as far as the asker sees them. */
export async function selectSilent(tx: Tx, modeId: string): Promise<Called[]> {
  const rows = await tx.db
    .selectFrom('emergency_roster')
    .selectAll()
    .where('mode_id', '=', modeId)
    .where('acknowledged_at', 'is', null)
    .orderBy('post_kind')
    .orderBy('account_id')
    .limit(silentBound)
    .execute()
  return rows.map(toCalled)
}

/** Units of whom somebody was called and nobody has said so. */
export async function selectSilentUnits(tx: Tx, modeId: string): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('emergency_roster')
    .select('unit_id')
    .where('mode_id', '=', modeId)
    .where('unit_id', 'is not', null)
    .groupBy('unit_id')
    .having((eb) => eb.fn.count('acknowledged_at'), '=', 0)
    .orderBy('unit_id')
    .execute()
  return rows.flatMap((row) => row.unit_id ?? [])
}

/** How many were called for each of these, and how many have said so. */
export async function countRoster(
  tx: Tx,
  modeIds: readonly string[],
): Promise<Map<string, { readonly told: number; readonly acknowledged: number }>> {
  if (modeIds.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('emergency_roster')
    .select('mode_id')
    .select((eb) => [
      eb.fn.countAll<string>().as('told'),
      eb.fn.count<string>('acknowledged_at').as('acknowledged'),
    ])
    .where('mode_id', 'in', [...modeIds])
    .groupBy('mode_id')
    .execute()
  return new Map(
    rows.map((row) => [row.mode_id, { told: Number(row.told), acknowledged: Number(row.acknowledged) }]),
  )
}

/** An account's own calls for these. */
export async function selectOwnCalls(
  tx: Tx,
  accountId: string,
  modeIds: readonly string[],
): Promise<Map<string, Called>> {
  if (modeIds.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('emergency_roster')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('mode_id', 'in', [...modeIds])
    .execute()
  return new Map(rows.map((row) => [row.mode_id, toCalled(row)]))
}

/** Writes that somebody knows, once; false where it was said before. */
export async function acknowledgeCall(
  tx: Tx,
  modeId: string,
  accountId: string,
  at: Temporal.Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('emergency_roster')
    .set({ acknowledged_at: at.toString() })
    .where('mode_id', '=', modeId)
    .where('account_id', '=', accountId)
    .where('acknowledged_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** What whoever tells of an emergency must know of it: what, where, and who was called, by a post of the field or not. */
export interface EmergencyToTell {
  readonly kind: string
  readonly areaId: string
  readonly called: readonly { readonly accountId: string; readonly atField: boolean }[]
}

/** These, with whom they called; one that called nobody is left out. For followers. */
export async function selectEmergenciesToTell(
  db: Kysely<Tables>,
  modeIds: readonly string[],
): Promise<Map<string, EmergencyToTell>> {
  if (modeIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('emergency_roster as r')
    .innerJoin('emergency_modes as m', 'm.id', 'r.mode_id')
    .select(['r.mode_id', 'r.account_id', 'r.post_kind', 'm.kind', 'm.area_id'])
    .where('r.mode_id', 'in', [...modeIds])
    .orderBy('r.account_id')
    .execute()
  const grouped = Map.groupBy(rows, (row) => row.mode_id)
  return new Map(
    [...grouped].map(([id, ofMode]) => {
      const called = ofMode.map((row) => ({
        accountId: row.account_id,
        atField: isGridPost({ kind: row.post_kind }),
      }))
      return [id, { kind: ofMode[0]!.kind, areaId: ofMode[0]!.area_id, called }]
    }),
  )
}
