import { Refusal } from '../../kernel/refusal.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { shareTexts } from '../../platform/sealed-text.ts'
import { actOnWhistle } from './act.ts'
import type { EndWhistle, ReviewWhistle, WhistleReceipt } from './contract.ts'
import { whistleLine } from './events.ts'
import { callAll, soundedLine, unitsOfCalls } from './sounding.ts'
import { isOver, moveWhistle } from './whistle-stage.rule.ts'

/**
 * The street looks at a community's first whistle of a kind: before it sounds, and then it sounds or is declined; in an
 * emergency afterwards, and then only whether it was warranted is written down.
 */
export const reviewWhistle = (ctx: Ctx, whistleId: string, input: ReviewWhistle): Promise<WhistleReceipt> =>
  actOnWhistle(ctx, 'whistle.coordinate', whistleId, input, async ({ whistle, calls }, scene) => {
    const { warranted, reason } = input
    if (whistle.review === 'none' || whistle.reviewedAt !== null)
      throw new Refusal('whistle_review_not_waiting')
    if (!warranted && reason === undefined) throw new Refusal('case_reason_needed', { field: 'reason' })
    const { commits } = await scene.keep(reason ? [{ kind: 'whistle_review', body: reason }] : [])
    const reviewed = whistleLine('whistle.reviewed', { ...scene.next(), data: { warranted, commits } })
    const change = { reviewedAt: scene.now, warranted }
    if (whistle.review === 'after') return { change, lines: [reviewed] }
    if (!warranted)
      return { change: { ...change, stage: moveWhistle(whistle.stage, 'declined') }, lines: [reviewed] }
    const called = callAll(calls, whistle, scene.now)
    const units = await unitsOfCalls(scene.tx, called)
    await shareTexts(scene.tx, whistleId, units)
    return {
      change: { ...change, stage: moveWhistle(whistle.stage, 'sounding'), units, soundedAt: scene.now },
      calls: called,
      lines: [reviewed, soundedLine(scene.next(), called)],
    }
  })

/** Ends a whistle with one result for all: once every unit was released, refused, declined or never came. */
export const endWhistle = (ctx: Ctx, whistleId: string, input: EndWhistle): Promise<WhistleReceipt> =>
  actOnWhistle(ctx, 'whistle.coordinate', whistleId, input, async ({ whistle, calls }, scene) => {
    const stage = moveWhistle(whistle.stage, 'ended')
    const staying = calls.filter((call) => !isOver(call.stage))
    if (staying.length > 0) throw new Refusal('whistle_units_on_the_spot', { count: staying.length })
    const { texts, commits } = await scene.keep([{ kind: 'whistle_result', body: input.result }])
    return {
      change: { stage, endedAt: scene.now, resultId: texts[0]!.id },
      lines: [whistleLine('whistle.ended', { ...scene.next(), data: { commits } })],
    }
  })
