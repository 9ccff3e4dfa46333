import type { Ctx } from '../../platform/ctx.ts'
import { actOnce } from '../../platform/once.ts'
import { commitsOf, insertTexts, seal } from '../../platform/sealed-text.ts'
import { about } from '../register/about.ts'
import type { AnsweredRight, AnswerRight } from './contract.ts'
import { eraseSubject } from './erase-subject.ts'
import { rightsLine } from './events.ts'
import { mustBeGround } from './ground.rule.ts'
import { loadRight, mustWait, saveAnswer } from './request.sql.ts'

/**
 * Answers what somebody asked about themselves: granted, or refused on a ground of the law with the reason in words
 * (个人信息保护法 2021-11-01, Articles 46, 47 and 50). Granting an erasure does it, in the same transaction; it cannot
 * be taken back. Granting a correction says that the register was put right. Whoever is in the register is answered by
 * a desk that may change it. Refuses `not_found`, `rights_answered`, `rights_taken_back`,
 * `input_invalid` of a ground that is none of its kind.
 */
export const answerRight = (ctx: Ctx, id: string, input: AnswerRight): Promise<AnsweredRight> => {
  ctx.must('rights.answer')
  return actOnce(ctx, about(input, { id, act: 'answer_right' }), async (tx) => {
    const before = await loadRight(tx, id)
    ctx.must('rights.answer', { path: before.reach })
    if (before.personId !== null) ctx.must('register.update', { path: before.reach })
    mustWait(before.stage)
    const { chain, reach, accountId, kind } = before
    if (input.stage === 'refused') mustBeGround(kind, input.ground)
    const answer = input.answer
      ? [
          seal(ctx, {
            subject: id,
            kind: 'right_answer',
            body: input.answer,
            personal: true,
            toReporter: true,
          }),
        ]
      : []
    await insertTexts(tx, answer, { reach, units: [], accountId, receiptHash: null })
    const ground = input.stage === 'refused' ? input.ground : null
    const seq = await saveAnswer(tx, before, {
      stage: input.stage,
      ground,
      answerId: answer[0]?.id ?? null,
      answeredAt: ctx.clock.now(),
      answeredBy: ctx.who.accountId,
    })
    const commits = commitsOf(answer)
    const line = { chain, subject: id, seq }
    tx.record(
      ground === null
        ? rightsLine('right.granted', { ...line, data: { kind, commits } })
        : rightsLine('right.refused', { ...line, data: { kind, ground, commits } }),
    )
    if (kind === 'erase' && input.stage === 'granted') {
      const { personId } = before
      await eraseSubject(ctx, tx, { personId, accountId })
    }
    return { id, stage: input.stage }
  })
}
