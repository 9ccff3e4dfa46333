import { sql } from 'kysely'
import type { Tx } from '../../platform/transaction.ts'

/** Cases whose next moment on the ladder has come by `now`, the longest first. The program alone sees them. */
export async function selectClimbing(tx: Tx, now: Temporal.Instant, limit: number): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('ladder_next')
    .select('case_id')
    .where('next_at', '<=', sql<Temporal.Instant>`${now.toString()}::timestamptz`)
    .orderBy('next_at')
    .limit(limit)
    .execute()
  return rows.map((row) => row.case_id)
}
