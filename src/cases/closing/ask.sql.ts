import { Refusal } from '../../kernel/refusal.ts'
import { violated } from '../../platform/database.ts'
import type { Tx } from '../../platform/transaction.ts'
import type { Case } from '../case.sql.ts'
import type { ReopenReason } from './kinds.contract.ts'

/** What a reporter asks for who is not satisfied once more. */
export interface Ask {
  readonly id: string
  readonly because: ReopenReason
  readonly askedAt: Temporal.Instant
  readonly granted: boolean | null
}

/** Files it, once for each result. Refuses `case_already_rated` where it stands. */
export async function insertAsk(
  tx: Tx,
  subject: Case,
  ask: Pick<Ask, 'id' | 'because' | 'askedAt'>,
): Promise<void> {
  try {
    await tx.db
      .insertInto('reopen_asks')
      .values({
        id: ask.id,
        case_id: subject.id,
        reply_seq: subject.replySeq,
        because: ask.because,
        asked_at: ask.askedAt.toString(),
        reach: [...subject.reach],
        units: [...subject.units],
        account_id: subject.accountId,
        receipt_hash: subject.receiptHash,
      })
      .execute()
  } catch (error) {
    if (violated(error) === 'reopen_asks_once') throw new Refusal('case_already_rated')
    throw error
  }
}

/** What was asked of the result that stands now; null where nothing was. */
export async function findAsk(tx: Tx, { id, replySeq }: Pick<Case, 'id' | 'replySeq'>): Promise<Ask | null> {
  const row = await tx.db
    .selectFrom('reopen_asks')
    .select(['id', 'because', 'asked_at as askedAt', 'granted'])
    .where('case_id', '=', id)
    .where('reply_seq', '=', replySeq)
    .executeTakeFirst()
  return row ? { ...row, because: row.because as ReopenReason } : null
}

export async function decideAsk(
  tx: Tx,
  id: string,
  decision: {
    readonly granted: boolean
    readonly by: string
    readonly at: Temporal.Instant
    readonly reasonId: string | null
  },
): Promise<void> {
  await tx.db
    .updateTable('reopen_asks')
    .set({
      granted: decision.granted,
      decided_by: decision.by,
      decided_at: decision.at.toString(),
      reason_id: decision.reasonId,
    })
    .where('id', '=', id)
    .execute()
}

/** Takes the account off: whoever holds the receipt code still follows it. */
export async function forgetAsker(tx: Tx, caseId: string): Promise<void> {
  await tx.db.updateTable('reopen_asks').set({ account_id: null }).where('case_id', '=', caseId).execute()
}
