import type { Tx } from '../../platform/transaction.ts'
import type { Case } from '../case.sql.ts'
import type { CallBackOutcome, CallBackWay } from './kinds.contract.ts'

/** A try to ask a reporter. */
export interface Try {
  readonly way: CallBackWay
  readonly outcome: CallBackOutcome
  readonly solved: boolean | null
  readonly rating: number | null
  readonly triedAt: Temporal.Instant
  readonly nextTryAt: Temporal.Instant | null
}

/** Tries about the result that stands now, oldest first. */
export async function selectTries(tx: Tx, { id, replySeq }: Pick<Case, 'id' | 'replySeq'>): Promise<Try[]> {
  const rows = await tx.db
    .selectFrom('call_backs')
    .select(['way', 'outcome', 'solved', 'rating', 'tried_at as triedAt', 'next_try_at as nextTryAt'])
    .where('case_id', '=', id)
    .where('reply_seq', '=', replySeq)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    ...row,
    way: row.way as CallBackWay,
    outcome: row.outcome as CallBackOutcome,
  }))
}

export async function insertTry(
  tx: Tx,
  subject: Case,
  one: Try & { readonly id: string; readonly triedBy: string },
): Promise<void> {
  await tx.db
    .insertInto('call_backs')
    .values({
      id: one.id,
      case_id: subject.id,
      reply_seq: subject.replySeq,
      way: one.way,
      outcome: one.outcome,
      solved: one.solved,
      rating: one.rating,
      tried_at: one.triedAt.toString(),
      tried_by: one.triedBy,
      next_try_at: one.nextTryAt?.toString() ?? null,
      reach: [...subject.reach],
      units: [...subject.units],
    })
    .execute()
}
