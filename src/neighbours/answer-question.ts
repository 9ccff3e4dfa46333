import { Refusal } from '../kernel/refusal.ts'
import type { Ctx } from '../platform/ctx.ts'
import { actOnce } from '../platform/once.ts'
import type { NewText } from '../platform/sealed-text.ts'
import { closeTexts, commitsOf, insertTexts, seal } from '../platform/sealed-text.ts'
import type { Tx } from '../platform/transaction.ts'
import type { AnswerQuestion, DeclineQuestion, Done, Withdraw } from './contract.ts'
import { neighbourLine } from './events.ts'
import { speakingUnit } from './place.ts'
import { insertPublicAnswer, withdrawPublicAnswer } from './public-answer.sql.ts'
import { advanceQuestion, endQuestion, loadQuestion, type StandingQuestion } from './question.sql.ts'

/**
 * Answers a question. Whoever asked reads the answer; everybody does where staff confirmed words of the question for
 * them. These are kept apart from the question as it was asked, and know nothing of who asked.
 */
export const answerQuestion = (ctx: Ctx, id: string, input: AnswerQuestion): Promise<Done> =>
  actOnQuestion(ctx, id, input, 'answer', async (tx, before) => {
    const { answer: body, publicQuestion } = input
    mustWait(before)
    const endedAt = ctx.clock.now()
    const unitId = speakingUnit(ctx.who.posts, before.guard.reach)
    const own = sealFor(ctx, id, { kind: 'answer', body, toReporter: true })
    const seq = await endQuestion(tx, before, {
      stage: 'answered',
      because: null,
      endedAt,
      unitId,
      answerId: own.id,
    })
    const shown =
      publicQuestion === null
        ? []
        : [
            sealFor(ctx, id, { kind: 'public_question', body: publicQuestion, open: true }),
            sealFor(ctx, id, { kind: 'public_answer', body, open: true }),
          ]
    await insertTexts(tx, [own], before.guard)
    await insertTexts(tx, shown, deskOnly(before))
    const [summary, answer] = shown
    if (summary && answer)
      await insertPublicAnswer(tx, {
        questionId: id,
        areaId: before.areaId,
        reach: before.guard.reach,
        unitId,
        summaryId: summary.id,
        answerId: answer.id,
        answeredAt: endedAt,
      })
    const data = { unitId, public: publicQuestion !== null, commits: commitsOf([own, ...shown]) }
    const line = { chain: before.chain, subject: id, seq, occurredAt: endedAt, data }
    tx.record(neighbourLine('question.answered', line))
  })

/** Says why a question gets no answer, and where to turn instead. Whoever asked reads it, nobody else. */
export const declineQuestion = (ctx: Ctx, id: string, input: DeclineQuestion): Promise<Done> =>
  actOnQuestion(ctx, id, input, 'decline', async (tx, before) => {
    mustWait(before)
    const { because } = input
    const unitId = speakingUnit(ctx.who.posts, before.guard.reach)
    const words = sealFor(ctx, id, { kind: 'answer', body: input.words, toReporter: true })
    const endedAt = ctx.clock.now()
    const end = { stage: 'declined', because, endedAt, unitId, answerId: words.id } as const
    const seq = await endQuestion(tx, before, end)
    await insertTexts(tx, [words], before.guard)
    const data = { unitId, because, commits: commitsOf([words]) }
    const line = { chain: before.chain, subject: id, seq, occurredAt: endedAt, data }
    tx.record(neighbourLine('question.declined', line))
  })

/** Takes a public answer back: whoever asked keeps it, everybody else reads it no more. */
export const withdrawAnswer = (ctx: Ctx, id: string, input: Withdraw): Promise<Done> =>
  actOnQuestion(ctx, id, input, 'withdraw_answer', async (tx, before) => {
    const occurredAt = ctx.clock.now()
    await closeTexts(tx, await withdrawPublicAnswer(tx, id, occurredAt))
    const seq = await advanceQuestion(tx, before)
    const reason = sealFor(ctx, id, { kind: 'reason', body: input.reason })
    await insertTexts(tx, [reason], deskOnly(before))
    const data = { commits: commitsOf([reason]) }
    const line = { chain: before.chain, subject: id, seq, occurredAt, data }
    tx.record(neighbourLine('question.answer_withdrawn', line))
  })

/** Refuses `question_taken_back` and `question_ended`. */
function mustWait({ stage, isTakenBack }: StandingQuestion): void {
  if (isTakenBack) throw new Refusal('question_taken_back')
  if (stage !== 'asked') throw new Refusal('question_ended')
}

const sealFor = (ctx: Ctx, subject: string, text: Omit<NewText, 'subject'>) => seal(ctx, { ...text, subject })

const deskOnly = ({ guard }: StandingQuestion) => ({ ...guard, accountId: null, receiptHash: null })

/** One act of a desk on a question: permission first, one transaction, once per request id. */
function actOnQuestion(
  ctx: Ctx,
  id: string,
  input: { readonly requestId: string },
  act: string,
  work: (tx: Tx, before: StandingQuestion) => Promise<void>,
): Promise<Done> {
  ctx.must('community.answer')
  // The act is a part of what was asked: an id that answered does not answer for taking it back.
  const asked = { ...input, id, act }
  return actOnce(ctx, asked, async (tx) => {
    const before = await loadQuestion(tx, id)
    ctx.must('community.answer', { path: before.guard.reach })
    await work(tx, before)
    return { id }
  })
}
