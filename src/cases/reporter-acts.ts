import { Refusal } from '../kernel/refusal.ts'
import { calendarOf, matterOf } from '../matters/door.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Scene } from './act.ts'
import { actOnOwnCase } from './act.ts'
import type { ActReceipt, AddToCase, RateCase, WithdrawCase } from './acts.contract.ts'
import type { Case, CaseChange } from './case.sql.ts'
import { handOver } from './dispatch-case.ts'
import { line } from './events.ts'
import { loadParts } from './part.sql.ts'
import { isOpen, move } from './stage.rule.ts'

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
const satisfiedFrom = 3

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
    const again = await reopen(ctx, scene, before, solved ? 'not_satisfied' : 'not_solved')
    return { change: { solved, rating, ...again.change }, lines: [rated, again.line] }
  })

async function reopen(ctx: Ctx, { tx, next }: Scene, before: Case, because: 'not_solved' | 'not_satisfied') {
  await tx.openStory([before.id])
  const parts = before.leadUnitId ? await loadParts(tx, before.id) : []
  const reopened = before.reopened + 1
  if (parts.length === 0) {
    // Solved on the spot, without a unit: it goes back to the desk that screens.
    const change: CaseChange = { stage: move(before.stage, 'screened'), reopened, closedAt: null }
    return {
      change,
      line: line('case.reopened', { ...next(), data: { because, matter: before.matter!, units: [] } }),
    }
  }
  const matter = await matterOf(ctx, before.matter!)
  const hands = parts.map(({ unitId, role }) => ({ unitId, role }))
  const units = await handOver(ctx, tx, before, matter, await calendarOf(ctx), hands)
  return {
    change: { stage: move(before.stage, 'dispatched'), reopened, closedAt: null, ...units.change },
    line: line('case.reopened', { ...next(), data: { because, matter: before.matter!, units: units.told } }),
  }
}
