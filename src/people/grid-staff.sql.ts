import type { Tx } from '../platform/transaction.ts'

/** Whoever held the post of a grid on a day, by the name that residents may know. */
export interface GridStaff {
  readonly accountId: string
  readonly kind: 'grid_worker' | 'grid_leader'
  readonly name: string | null
  readonly areaId: string
}

/** Grid workers and leaders of these grids on `day` (YYYY-MM-DD), with their accounts. For staff. */
export async function selectGridStaff(tx: Tx, gridIds: readonly string[], day: string): Promise<GridStaff[]> {
  if (gridIds.length === 0) return []
  const rows = await tx.db
    .selectFrom('posts')
    .select(['account_id', 'kind', 'public_name', 'area_id'])
    .where('area_id', 'in', [...gridIds])
    .where('kind', 'in', ['grid_worker', 'grid_leader'])
    .where('starts_on', '<=', day)
    .where((has) => has.or([has('ends_on', 'is', null), has('ends_on', '>', day)]))
    .orderBy('kind')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    accountId: row.account_id,
    kind: row.kind as GridStaff['kind'],
    name: row.public_name,
    areaId: row.area_id,
  }))
}
