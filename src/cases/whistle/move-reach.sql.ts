import { Refusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/transaction.ts'

/** Whistles whose place is one of these areas, ended ones too. */
export const selectWhistlesIn = (tx: Tx, areaIds: readonly string[]) =>
  tx.db
    .selectFrom('whistles')
    .select(['id', 'chain', 'seq', 'area_id as areaId', 'reach', 'path'])
    .where('area_id', 'in', [...areaIds])
    .orderBy('id')
    .execute()

export const selectAdviceIn = (tx: Tx, streetIds: readonly string[]) =>
  tx.db
    .selectFrom('whistle_advice')
    .select(['id', 'street_id as streetId', 'reach'])
    .where('street_id', 'in', [...streetIds])
    .orderBy('id')
    .execute()

/** Puts a whistle and its calls under these areas. Refuses `whistle_moved_on` where somebody acted meanwhile. */
export async function moveWhistleRows(
  tx: Tx,
  id: string,
  seq: number,
  reach: readonly string[],
): Promise<void> {
  const { numUpdatedRows } = await tx.db
    .updateTable('whistles')
    .set({ reach: [...reach], seq: seq + 1 })
    .where('id', '=', id)
    .where('seq', '=', seq)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Refusal('whistle_moved_on')
  await tx.db
    .updateTable('whistle_calls')
    .set({ reach: [...reach] })
    .where('whistle_id', '=', id)
    .execute()
}

export async function moveAdviceRow(tx: Tx, id: string, reach: readonly string[]): Promise<void> {
  await tx.db
    .updateTable('whistle_advice')
    .set({ reach: [...reach] })
    .where('id', '=', id)
    .execute()
}
