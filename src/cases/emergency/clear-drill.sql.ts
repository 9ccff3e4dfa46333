import type { Tx } from '../../platform/transaction.ts'
import type { Stage } from '../contract.ts'

/** Practice cases of a drill at these stages, the oldest first. */
export async function selectPracticeCases(
  tx: Tx,
  modeId: string,
  stages: readonly Stage[],
  limit: number,
): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('cases')
    .select('id')
    .where('drill_id', '=', modeId)
    .where('stage', 'in', [...stages])
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

/** Whistles of a drill that sound or wait to, the oldest first. */
export async function selectPracticeWhistles(tx: Tx, modeId: string, limit: number): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('whistles')
    .select('id')
    .where('drill_id', '=', modeId)
    .where('stage', 'in', ['waiting', 'sounding'])
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}
