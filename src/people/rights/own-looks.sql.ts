import { iso } from '../../platform/clock.ts'
import type { Tx } from '../../platform/transaction.ts'

/** Who looked at a person, the latest first. The use case has named the person as a subject of the transaction. */
export async function selectLooks(tx: Tx, personId: string, limit: number) {
  const rows = await tx.db
    .selectFrom('looks')
    .select(['what', 'purpose', 'words', 'first_at', 'last_at', 'times'])
    .select(['post_kind as post', 'unit_id as unitId', 'area_id as areaId'])
    .where('person_id', '=', personId)
    .orderBy('last_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ first_at, last_at, ...row }) => ({
    ...row,
    firstAt: iso(first_at),
    lastAt: iso(last_at),
  }))
}
