import type { Kysely } from 'kysely'
import type { Tables } from '../../db/tables.ts'
import { Refusal } from '../kernel/refusal.ts'
import { iso } from '../platform/clock.ts'
import type { Guard } from '../platform/sealed-text.ts'
import type { Tx } from '../platform/transaction.ts'
import type { DeclineReason, QuestionStage } from './contract.ts'

export interface NewQuestion {
  readonly id: string
  readonly areaId: string
  readonly reach: readonly string[]
  readonly accountId: string | null
  readonly receiptHash: Buffer
  readonly wordsId: string
  readonly askedAt: Temporal.Instant
}

export async function insertQuestion(tx: Tx, question: NewQuestion): Promise<void> {
  await tx.db
    .insertInto('questions')
    .values({
      id: question.id,
      area_id: question.areaId,
      reach: [...question.reach],
      chain: question.areaId,
      account_id: question.accountId,
      receipt_hash: question.receiptHash,
      words_id: question.wordsId,
      stage: 'asked',
      asked_at: question.askedAt.toString(),
      seq: 1,
    })
    .execute()
}

/** A question as the use cases of the desk need it. */
export interface StandingQuestion {
  readonly id: string
  readonly areaId: string
  readonly chain: string
  readonly stage: QuestionStage
  readonly seq: number
  readonly isTakenBack: boolean
  /** Who may read its texts: the desks, and whoever asked. */
  readonly guard: Guard
}

/** The question. Refuses `not_found` where the asker does not see it. */
export async function loadQuestion(tx: Tx, id: string): Promise<StandingQuestion> {
  const row = await tx.db
    .selectFrom('questions')
    .select([
      'id',
      'area_id',
      'chain',
      'stage',
      'seq',
      'reach',
      'account_id',
      'receipt_hash',
      'taken_back_at',
    ])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new Refusal('not_found', { kind: 'question' })
  return {
    id: row.id,
    areaId: row.area_id,
    chain: row.chain,
    stage: row.stage as QuestionStage,
    seq: row.seq,
    isTakenBack: row.taken_back_at !== null,
    guard: { reach: row.reach, units: [], accountId: row.account_id, receiptHash: row.receipt_hash },
  }
}

export interface QuestionEnd {
  readonly stage: 'answered' | 'declined'
  readonly because: DeclineReason | null
  readonly endedAt: Temporal.Instant
  readonly unitId: string | null
  readonly answerId: string
}

/** Ends a waiting question and returns its new `seq`. Of two at once the second finds it ended. */
export async function endQuestion(
  tx: Tx,
  { id, seq }: Pick<StandingQuestion, 'id' | 'seq'>,
  end: QuestionEnd,
): Promise<number> {
  const { numUpdatedRows } = await tx.db
    .updateTable('questions')
    .set({
      stage: end.stage,
      because: end.because,
      ended_at: end.endedAt.toString(),
      unit_id: end.unitId,
      answer_id: end.answerId,
      seq: seq + 1,
    })
    .where('id', '=', id)
    .where('seq', '=', seq)
    .where('stage', '=', 'asked')
    .where('taken_back_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Refusal('question_ended')
  return seq + 1
}

/** Marks a question taken back and forgets who asked; returns its new `seq`. Of two at once the second finds another. */
export async function forgetAsker(
  tx: Tx,
  { id, seq }: Pick<StandingQuestion, 'id' | 'seq'>,
  takenBackAt: Temporal.Instant,
): Promise<number> {
  const { numUpdatedRows } = await tx.db
    .updateTable('questions')
    .set({ taken_back_at: takenBackAt.toString(), account_id: null, seq: seq + 1 })
    .where('id', '=', id)
    .where('seq', '=', seq)
    .where('taken_back_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Refusal('version_conflict')
  return seq + 1
}

/** One more line in a question's story. Of two at once the second finds another `seq`. */
export async function advanceQuestion(
  tx: Tx,
  { id, seq }: Pick<StandingQuestion, 'id' | 'seq'>,
): Promise<number> {
  const { numUpdatedRows } = await tx.db
    .updateTable('questions')
    .set({ seq: seq + 1 })
    .where('id', '=', id)
    .where('seq', '=', seq)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Refusal('version_conflict')
  return seq + 1
}

const questions = (tx: Tx) =>
  tx.db
    .selectFrom('questions as q')
    .innerJoin('sealed_texts as w', 'w.id', 'q.words_id')
    .leftJoin('sealed_texts as a', 'a.id', 'q.answer_id')
    .select(['q.id', 'q.area_id as areaId', 'q.stage', 'q.because', 'q.asked_at', 'q.ended_at'])
    .select(['q.unit_id as unitId', 'w.body as words', 'a.body as answer'])

type Row = Awaited<ReturnType<ReturnType<typeof questions>['execute']>>[number]

const toQuestion = <R extends Row>({ stage, because, asked_at, ended_at, words, ...row }: R) => ({
  ...row,
  stage: stage as QuestionStage,
  because: because as DeclineReason | null,
  words: words ?? '',
  askedAt: iso(asked_at),
  endedAt: ended_at && iso(ended_at),
})

/** The account's own questions, the newest first; at most fifty. */
export async function selectOwnQuestions(tx: Tx, accountId: string) {
  const rows = await questions(tx)
    .where('q.account_id', '=', accountId)
    .orderBy('q.id', 'desc')
    .limit(50)
    .execute()
  return rows.map(toQuestion)
}

/** The question that a receipt code opens. Refuses `not_found`. */
export async function findByReceipt(tx: Tx, receiptHash: Buffer) {
  const row = await questions(tx)
    .where('q.receipt_hash', '=', receiptHash)
    .where('q.taken_back_at', 'is', null)
    .executeTakeFirst()
  if (!row) throw new Refusal('not_found', { kind: 'question' })
  return toQuestion(row)
}

/** Questions of these communities at one stage, with what was made public of them: of one taken back, that alone. */
export async function selectDeskQuestions(
  tx: Tx,
  areaIds: readonly string[],
  stage: QuestionStage,
  { after, limit }: { readonly after: string | undefined; readonly limit: number },
) {
  const waiting = stage === 'asked'
  const rows = await questions(tx)
    .leftJoin('public_answers as p', 'p.question_id', 'q.id')
    .leftJoin('sealed_texts as s', 's.id', 'p.summary_id')
    .leftJoin('sealed_texts as o', 'o.id', 'p.answer_id')
    .select(['p.withdrawn_at', 's.body as publicQuestion', 'o.body as publicAnswer', 'q.taken_back_at'])
    .where('q.area_id', 'in', [...areaIds])
    .where('q.stage', '=', stage)
    .where((eb) => eb.or([eb('q.taken_back_at', 'is', null), eb('p.question_id', 'is not', null)]))
    .$if(after !== undefined, (q) => q.where('q.id', waiting ? '>' : '<', after!))
    .orderBy('q.id', waiting ? 'asc' : 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ withdrawn_at, taken_back_at, publicAnswer, ...row }) => ({
    ...toQuestion(row),
    answer: row.answer ?? publicAnswer,
    takenBackAt: taken_back_at && iso(taken_back_at),
    withdrawnAt: withdrawn_at && iso(withdrawn_at),
  }))
}

/** Whom a question's answer is told to. */
export interface Asker {
  readonly accountId: string
  readonly areaId: string
}

/** The accounts that asked these questions, by question; those without an account are left out. For followers. */
export async function selectAskers(
  db: Kysely<Tables>,
  questionIds: readonly string[],
): Promise<Map<string, Asker>> {
  if (questionIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('questions')
    .select(['id', 'account_id', 'area_id'])
    .where('id', 'in', [...new Set(questionIds)])
    .where('account_id', 'is not', null)
    .execute()
  return new Map(rows.map((row) => [row.id, { accountId: row.account_id!, areaId: row.area_id }]))
}

/** Every question of an account. */
export async function selectAskedBy(tx: Tx, accountId: string): Promise<string[]> {
  const rows = await tx.db.selectFrom('questions').select('id').where('account_id', '=', accountId).execute()
  return rows.map((row) => row.id)
}
