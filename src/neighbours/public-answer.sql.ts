import { sql } from 'kysely'
import { Refusal } from '../kernel/refusal.ts'
import { iso } from '../platform/clock.ts'
import type { Tx } from '../platform/transaction.ts'

export interface NewPublicAnswer {
  readonly questionId: string
  readonly areaId: string
  readonly reach: readonly string[]
  readonly unitId: string | null
  readonly summaryId: string
  readonly answerId: string
  readonly answeredAt: Temporal.Instant
}

export async function insertPublicAnswer(tx: Tx, answer: NewPublicAnswer): Promise<void> {
  await tx.db
    .insertInto('public_answers')
    .values({
      question_id: answer.questionId,
      area_id: answer.areaId,
      reach: [...answer.reach],
      unit_id: answer.unitId,
      summary_id: answer.summaryId,
      answer_id: answer.answerId,
      answered_at: answer.answeredAt.toString(),
    })
    .execute()
}

/** Marks a public answer withdrawn and returns its texts' ids. Refuses where none was public, or it is withdrawn. */
export async function withdrawPublicAnswer(
  tx: Tx,
  questionId: string,
  at: Temporal.Instant,
): Promise<readonly string[]> {
  const found = await tx.db
    .selectFrom('public_answers')
    .select('question_id')
    .where('question_id', '=', questionId)
    .executeTakeFirst()
  if (!found) throw new Refusal('answer_not_public')
  const row = await tx.db
    .updateTable('public_answers')
    .set({ withdrawn_at: at.toString() })
    .where('question_id', '=', questionId)
    .where('withdrawn_at', 'is', null)
    .returning(['summary_id', 'answer_id'])
    .executeTakeFirst()
  if (!row) throw new Refusal('withdrawn_already')
  return [row.summary_id, row.answer_id]
}

/** A place in the list: when the last row was answered, and which question it was. */
export interface AfterAnswer {
  readonly value: string
  readonly id: string
}

/** What was answered for everybody in a community, the newest first. */
export async function selectPublicAnswers(
  tx: Tx,
  areaId: string,
  { after, limit }: { readonly after: AfterAnswer | null; readonly limit: number },
) {
  const rows = await tx.db
    .selectFrom('public_answers as p')
    .innerJoin('sealed_texts as s', 's.id', 'p.summary_id')
    .innerJoin('sealed_texts as a', 'a.id', 'p.answer_id')
    .select(['p.question_id as id', 'p.unit_id as unitId', 'p.answered_at'])
    .select(['s.body as question', 'a.body as answer'])
    .where('p.area_id', '=', areaId)
    .where('p.withdrawn_at', 'is', null)
    .$if(after !== null, (q) =>
      q.where(
        sql<boolean>`(p.answered_at, p.question_id) < (${after?.value}::timestamptz, ${after?.id}::uuid)`,
      ),
    )
    .orderBy('p.answered_at', 'desc')
    .orderBy('p.question_id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ answered_at, question, answer, ...row }) => ({
    ...row,
    question: question ?? '',
    answer: answer ?? '',
    answeredAt: iso(answered_at),
  }))
}
