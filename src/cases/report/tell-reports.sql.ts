import type { Tx } from '../../platform/transaction.ts'

/** Marks a span as told; false where it was. */
export async function markTold(
  tx: Tx,
  {
    kind,
    start,
    toldAt,
  }: { readonly kind: string; readonly start: string; readonly toldAt: Temporal.Instant },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('reports_told')
    .values({ kind, start, told_at: toldAt.toString() })
    .onConflict((on) => on.columns(['kind', 'start']).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}
