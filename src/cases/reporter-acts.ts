import { Refusal } from '../kernel/refusal.ts'
import type { Ctx } from '../platform/ctx.ts'
import { actOnOwnCase } from './act.ts'
import type { ActReceipt, AddToCase, RateCase, WithdrawCase } from './acts.contract.ts'
import { takeRating } from './closing/take-rating.ts'
import { line } from './events.ts'
import { isOpen, move } from './stage.rule.ts'
import { stopStanding } from './stop-standing.ts'

/** The reporter adds words or photographs to an own case. */
export const addToCase = (ctx: Ctx, caseId: string | null, input: AddToCase): Promise<ActReceipt> =>
  actOnOwnCase(ctx, caseId, input, async (before, { keep, attach, next }) => {
    if (!isOpen(before.stage))
      throw new Refusal('case_move_not_allowed', { from: before.stage, to: 'added_to' })
    const kept = await keep([{ kind: 'addition', body: input.words, toReporter: true }])
    const photos = await attach(input.photos, 'report')
    return {
      change: {},
      lines: [
        line('case.added_to', {
          ...next(),
          data: { photos: input.photos.length, commits: { ...kept.commits, ...photos } },
        }),
      ],
    }
  })

/** The reporter takes an own case back, while it is not resolved. */
export const withdrawCase = (ctx: Ctx, caseId: string | null, input: WithdrawCase): Promise<ActReceipt> =>
  actOnOwnCase(ctx, caseId, input, async (before, scene) => {
    const stage = move(before.stage, 'withdrawn')
    const stopped = await stopStanding(ctx, scene, before)
    const { keep, next } = scene
    const kept = await keep(input.reason ? [{ kind: 'reason', body: input.reason, toReporter: true }] : [])
    return {
      change: { ...stopped, stage, clockStopped: true, closedAt: ctx.clock.now() },
      lines: [line('case.withdrawn', { ...next(), data: { commits: kept.commits } })],
    }
  })

/** 评价, by the reporter's own hand. */
export const rateCase = (ctx: Ctx, caseId: string | null, input: RateCase): Promise<ActReceipt> =>
  actOnOwnCase(ctx, caseId, input, (before, scene) => {
    const { solved, rating, words } = input
    return takeRating(ctx, scene, before, { solved, rating, words, onBehalf: false })
  })
