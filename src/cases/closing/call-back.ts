import { newId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { calendarOf, deadlineFor } from '../../matters/door.ts'
import { iso } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { actOnCase } from '../act.ts'
import type { ActReceipt } from '../acts.contract.ts'
import { line } from '../events.ts'
import { findAsk } from './ask.sql.ts'
import { insertTry, selectTries } from './call-back.sql.ts'
import type { CallBack } from './closing.contract.ts'
import type { CallBackOutcome } from './kinds.contract.ts'
import { mustBeRatable, takeRating } from './take-rating.ts'
import { mostTries, nextTryAfter, outcomesNow, type Tried, triedSoFar } from './tries.rule.ts'

/**
 * 回访: the desk that closes asks the reporter whether it is solved and whether they are satisfied, and writes down what
 * they say. Not reached, it is tried again in another half of the day, so many times at most.
 */
export const callBack = (ctx: Ctx, caseId: string, input: CallBack): Promise<ActReceipt> =>
  actOnCase(ctx, 'case.check', caseId, input, async (before, scene) => {
    mustBeRatable(before)
    const { tx, next } = scene
    if (await findAsk(tx, before)) throw new Refusal('case_already_rated')
    const triedAt = ctx.clock.now()
    const tried = triedSoFar(await selectTries(tx, before))
    mustBeTried(input.outcome, tried, triedAt)
    const tries = tried.tries + 1
    const again = input.outcome === 'not_reached' && tries < mostTries
    const nextTryAt = again ? deadlineFor(nextTryAfter, triedAt, await calendarOf(ctx)).dueAt : null
    const { way, outcome } = input
    const said =
      input.outcome === 'answered'
        ? { solved: input.solved, rating: input.rating }
        : { solved: null, rating: null }
    const id = newId(triedAt.epochMilliseconds)
    await insertTry(tx, before, {
      id,
      way,
      outcome,
      ...said,
      triedAt,
      triedBy: ctx.who.accountId!,
      nextTryAt,
    })
    const called = line('case.called_back', {
      ...next(),
      data: {
        ...{ callBackId: id, way, outcome, tries, ...said },
        matter: before.matter!,
        nextTryAt: nextTryAt && iso(nextTryAt),
      },
    })
    if (input.outcome !== 'answered') return { change: {}, lines: [called] }
    const { solved, rating, words } = input
    const rated = await takeRating(ctx, scene, before, { solved, rating, words, onBehalf: true })
    return { change: rated.change, lines: [called, ...rated.lines] }
  })

/** Refuses `call_back_early` before the next try, and `call_back_over` where nobody is to be pressed any more. */
function mustBeTried(outcome: CallBackOutcome, tried: Tried, now: Temporal.Instant): void {
  const outcomes = outcomesNow(tried, now)
  if (outcomes.includes(outcome)) return
  throw new Refusal(outcomes.includes('declined') ? 'call_back_early' : 'call_back_over')
}
