import { sql } from 'kysely'
import type { Tx } from '../../platform/transaction.ts'

/** A case whose next moment has come, and where the next page of them begins. */
export interface ClimbingCase {
  readonly caseId: string
  readonly nextAt: Temporal.Instant
}

/** Cases whose next moment on the ladder has come by `now`, the longest first, from `after` on. The program alone sees them. */
export async function selectClimbing(
  tx: Tx,
  now: Temporal.Instant,
  limit: number,
  after: ClimbingCase | null,
): Promise<ClimbingCase[]> {
  return tx.db
    .selectFrom('ladder_next')
    .select(['case_id as caseId', 'next_at as nextAt'])
    .where('next_at', '<=', sql<Temporal.Instant>`${now.toString()}::timestamptz`)
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`(next_at, case_id) > (${after!.nextAt.toString()}::timestamptz, ${after!.caseId}::uuid)`,
      ),
    )
    .orderBy('next_at')
    .orderBy('case_id')
    .limit(limit)
    .execute()
}
