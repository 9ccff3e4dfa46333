import { Refusal } from '../../kernel/refusal.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { commitsOf, eraseTexts, insertTexts, seal } from '../../platform/sealed-text.ts'
import { actOnPassed, guardOf, passerOf } from './act.ts'
import type { AddPassed, AnswerPassed, ErasePassedTexts, PassedReceipt, ReceivePassed } from './contract.ts'
import { passedLine } from './events.ts'
import { movePassed } from './passed.rule.ts'

/** The unit signs that it has it. */
export const receivePassed = (ctx: Ctx, id: string, input: ReceivePassed): Promise<PassedReceipt> =>
  actOnPassed(
    ctx,
    'action.answer',
    id,
    { ...input, what: 'receive' },
    ({ toUnitId }) => ({ units: [toUnitId] }),
    async ({ stage, toUnitId, receivedAt }, { now, place }) => {
      // More words bring it back to the unit, and are no signature.
      if (receivedAt !== null) throw new Refusal('passed_move_not_allowed', { from: stage, to: 'received' })
      return {
        change: { stage: movePassed(stage, 'received'), receivedAt: now },
        line: passedLine('passed_on.received', { ...place, data: { unitId: toUnitId } }),
      }
    },
  )

/** Taken up; not ours, and why; or what is needed besides. */
export const answerPassed = (ctx: Ctx, id: string, input: AnswerPassed): Promise<PassedReceipt> =>
  actOnPassed(
    ctx,
    'action.answer',
    id,
    { ...input, what: 'answer' },
    ({ toUnitId }) => ({ units: [toUnitId] }),
    async ({ stage, toUnitId }, { now, keep, place }) => {
      const { answer, words } = input
      const next = movePassed(stage, answer)
      if (words === undefined && answer !== 'taken_up')
        throw new Refusal('passed_words_needed', { field: 'words' })
      const kind = answer === 'needs_more' ? 'passed_more' : 'passed_answer'
      const said = words === undefined ? [] : [await keep(kind, words)]
      const data = { unitId: toUnitId, answer, commits: commitsOf(said) }
      return {
        change: { stage: next, answeredAt: now },
        line: passedLine('passed_on.answered', { ...place, data }),
      }
    },
  )

/** Whoever passed it on gives what the unit asked for. */
export const addPassed = (ctx: Ctx, id: string, input: AddPassed): Promise<PassedReceipt> =>
  actOnPassed(
    ctx,
    'action.lead',
    id,
    { ...input, what: 'add' },
    passerOf,
    async ({ stage, toUnitId }, { keep, place }) => {
      // What was never signed for has to be signed for first.
      if (stage !== 'needs_more')
        throw new Refusal('passed_move_not_allowed', { from: stage, to: 'received' })
      const said = await keep('passed_added', input.words)
      const data = { unitId: toUnitId, commits: commitsOf([said]) }
      return {
        change: { stage: movePassed(stage, 'received') },
        line: passedLine('passed_on.added', { ...place, data }),
      }
    },
  )

/** Erases texts in which a person is named. The journal's commitments stay and verify. */
export const erasePassedTexts = (ctx: Ctx, id: string, input: ErasePassedTexts): Promise<PassedReceipt> =>
  actOnPassed(
    ctx,
    'case.erase',
    id,
    input,
    ({ reach }) => ({ path: reach }),
    async (passed, { tx, place }) => {
      const wanted = new Set(input.textIds)
      const texts = await eraseTexts(tx, ctx.clock, passed.id, { kinds: [], ids: [...wanted] })
      if (texts.length < wanted.size) throw new Refusal('not_found', { kind: 'text' })
      const reason = seal(ctx, { subject: passed.id, kind: 'passed_erasure', body: input.reason })
      await insertTexts(tx, [reason], guardOf({ reach: passed.reach, units: [] }))
      const data = { texts, commits: commitsOf([reason]) }
      return { line: passedLine('passed_on.texts_erased', { ...place, data }) }
    },
  )
