import { Refusal } from '../../kernel/refusal.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { loadStory } from '../story.sql.ts'
import { actOnWhistle, liveCall } from './act.ts'
import type { CallPlace } from './answer-call.ts'
import { type Deed, stepsOf } from './call.rule.ts'
import type { CallAct, CallWords, RateCall, WhistleReceipt } from './contract.ts'
import { whistleLine } from './events.ts'
import { unplacedAt } from './last-report.rule.ts'
import { promptnessOffered } from './lateness.rule.ts'
import { takeSteps } from './take-steps.ts'
import { isOver } from './whistle-stage.rule.ts'

/** The street confirms that a unit is on the spot, or releases it: until then it stays. */
export const coordinateCall = (
  ctx: Ctx,
  { id, callId }: CallPlace,
  kind: 'confirm' | 'release',
  input: CallAct,
): Promise<WhistleReceipt> =>
  actOnWhistle(
    ctx,
    'whistle.coordinate',
    id,
    { ...input, callId, deed: kind },
    async (standing, { tx, now, keep, next }) => {
      const call = liveCall(standing, callId)
      const deed: Deed =
        kind === 'release' ? { kind } : { kind, unplacedAt: unplacedAt(await loadStory(tx, id), callId) }
      const steps = stepsOf(call, deed, now)
      const { commits } = await keep(input.note ? [{ kind: `whistle_${kind}`, body: input.note }] : [])
      return takeSteps(call, steps, next, { commits })
    },
  )

/** 催办: the street presses a unit that has not come, refused or was absent too. It moves nothing; it stands in the story. */
export const pressCall = (ctx: Ctx, { id, callId }: CallPlace, input: CallWords): Promise<WhistleReceipt> =>
  actOnWhistle(
    ctx,
    'whistle.coordinate',
    id,
    { ...input, callId, deed: 'press' },
    async (standing, { keep, next }) => {
      const call = liveCall(standing, callId)
      if (call.stage === 'released') throw new Refusal('whistle_move_not_allowed', { from: call.stage })
      const { commits } = await keep([{ kind: 'whistle_press', body: input.words }])
      const data = { callId, unitId: call.unitId, commits }
      return { call, lines: [whistleLine('whistle.call_pressed', { ...next(), data })] }
    },
  )

/**
 * 评价权: the street rates a department when it has released it, or when it refused or never came: promptness (as the
 * clocks say where the street says nothing), result and attitude, once. Who was invited is thanked and not rated.
 */
export const rateCall = (ctx: Ctx, { id, callId }: CallPlace, input: RateCall): Promise<WhistleReceipt> =>
  actOnWhistle(
    ctx,
    'whistle.rate',
    id,
    { ...input, callId, deed: 'rate' },
    async ({ calls }, { now, keep, next }) => {
      const call = calls.find((one) => one.id === callId)
      if (!call) throw new Refusal('not_found', { kind: 'call' })
      if (call.how === 'invited' || !isOver(call.stage)) throw new Refusal('whistle_not_to_rate')
      if (call.ratedAt !== null) throw new Refusal('whistle_rated_already')
      const { result, attitude, note, promptness = promptnessOffered(call, now) } = input
      // Before the eyes of the street, the centre and the unit itself, not of the others who were called.
      const { commits } = await keep(note ? [{ kind: 'whistle_rating', body: note }] : [], [call.unitId])
      const marks = { promptness, result, attitude }
      const data = { callId, unitId: call.unitId, ...marks, commits }
      return {
        call: { ...call, ...marks, ratedAt: now },
        lines: [whistleLine('whistle.call_rated', { ...next(), data })],
      }
    },
  )
