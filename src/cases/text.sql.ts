import type { Tx } from '../platform/transaction.ts'

/** A text of a case that the asker may read. */
export interface CaseText {
  readonly id: string
  readonly subject: string
  readonly kind: string
  readonly body: string | null
}

export async function selectTexts(tx: Tx, caseId: string): Promise<CaseText[]> {
  return selectTextsOf(tx, [caseId])
}

/** Texts of several cases in one query, in the order they were written; of these kinds, if any are named. */
export async function selectTextsOf(
  tx: Tx,
  caseIds: readonly string[],
  kinds?: readonly string[],
): Promise<CaseText[]> {
  if (caseIds.length === 0) return []
  return tx.db
    .selectFrom('sealed_texts')
    .select(['id', 'subject', 'kind', 'body'])
    .where('subject', 'in', [...caseIds])
    .$if(kinds !== undefined, (query) => query.where('kind', 'in', [...(kinds ?? [])]))
    .orderBy('id')
    .execute()
}
