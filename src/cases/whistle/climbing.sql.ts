import { sql } from 'kysely'
import type { Tx } from '../../platform/transaction.ts'

/** A whistle whose next moment has come, and where the next page of them begins. */
export interface ClimbingWhistle {
  readonly whistleId: string
  readonly nextAt: Temporal.Instant
}

/** Whistles whose next moment on the ladder has come by `now`, the longest first, from `after` on. The program alone sees them. */
export async function selectClimbingWhistles(
  tx: Tx,
  now: Temporal.Instant,
  limit: number,
  after: ClimbingWhistle | null,
): Promise<ClimbingWhistle[]> {
  return tx.db
    .selectFrom('whistle_next')
    .select(['whistle_id as whistleId', 'next_at as nextAt'])
    .where('next_at', '<=', sql<Temporal.Instant>`${now.toString()}::timestamptz`)
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`(next_at, whistle_id) > (${after!.nextAt.toString()}::timestamptz, ${after!.whistleId}::uuid)`,
      ),
    )
    .orderBy('next_at')
    .orderBy('whistle_id')
    .limit(limit)
    .execute()
}
