import { Refusal } from '../kernel/refusal.ts'
import { calendarOf, matterOf } from '../matters/door.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Scene } from './act.ts'
import { actOnOwnCase } from './act.ts'
import type { ActReceipt, AddToCase, RateCase, WithdrawCase } from './acts.contract.ts'
import type { Case, CaseChange } from './case.sql.ts'
import { responseMoments } from './clocks.ts'
import { handOver } from './dispatch-case.ts'
import { line } from './events.ts'
import { loadParts } from './part.sql.ts'
import { satisfiedFrom } from './rating.contract.ts'
import { isOpen, move, reopen } from './stage.rule.ts'

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
  actOnOwnCase(ctx, caseId, input, async (before, { keep, next }) => {
    const kept = await keep(input.reason ? [{ kind: 'reason', body: input.reason, toReporter: true }] : [])
    return {
      change: { stage: move(before.stage, 'withdrawn'), clockStopped: true, closedAt: ctx.clock.now() },
      lines: [line('case.withdrawn', { ...next(), data: { commits: kept.commits } })],
    }
  })

/** Below this rating (of five) a reporter counts as not satisfied. */

/**
 * 评价: was it solved, are you satisfied. Not solved or not satisfied reopens the case with a fresh clock;
 * the word of the person who raised it is not weighed against a desk's.
 */
export const rateCase = (ctx: Ctx, caseId: string | null, input: RateCase): Promise<ActReceipt> =>
  actOnOwnCase(ctx, caseId, input, async (before, scene) => {
    if (!['replied', 'checked', 'closed'].includes(before.stage))
      throw new Refusal('case_move_not_allowed', { from: before.stage, to: 'rated' })
    if (before.rating !== null && before.rating >= satisfiedFrom && before.solved)
      throw new Refusal('case_already_rated')
    const kept = await scene.keep(
      input.words ? [{ kind: 'rating_words', body: input.words, toReporter: true }] : [],
    )
    const { solved, rating } = input
    const rated = line('case.rated', {
      ...scene.next(),
      data: { solved, rating, matter: before.matter!, commits: kept.commits },
    })
    if (solved && rating >= satisfiedFrom) return { change: { solved, rating }, lines: [rated] }
    const again = await reopenCase(ctx, scene, before, solved ? 'not_satisfied' : 'not_solved')
    return { change: { solved, rating, ...again.change }, lines: [rated, again.line] }
  })

async function reopenCase(
  ctx: Ctx,
  { tx, next }: Scene,
  before: Case,
  because: 'not_solved' | 'not_satisfied',
) {
  await tx.openStory([before.id])
  const parts = before.leadUnitId ? await loadParts(tx, before.id) : []
  const reopened = before.reopened + 1
  const matter = await matterOf(ctx, before.matter!)
  const calendar = await calendarOf(ctx)
  // A unit that gave the case back does not get it again.
  const hands = parts
    .filter((part) => part.stage !== 'returned')
    .map(({ unitId }) => ({
      unitId,
      role: unitId === before.leadUnitId ? ('lead' as const) : ('assist' as const),
    }))
  const data = { because, matter: matter.code }
  if (hands.length === 0) {
    // Solved on the spot, without a unit: it goes back to the desk that screens, and the response clock begins again.
    const change: CaseChange = {
      stage: reopen(before.stage, 'screened'),
      reopened,
      closedAt: null,
      resolvedAt: null,
      respondedAt: null,
      clockStopped: false,
      ...responseMoments(ctx.clock.now(), matter, calendar),
    }
    return { change, line: line('case.reopened', { ...next(), data: { ...data, units: [] } }) }
  }
  const units = await handOver(ctx, tx, before, matter, calendar, hands)
  return {
    change: { stage: reopen(before.stage, 'dispatched'), reopened, closedAt: null, ...units.change },
    line: line('case.reopened', { ...next(), data: { ...data, units: units.told } }),
  }
}
