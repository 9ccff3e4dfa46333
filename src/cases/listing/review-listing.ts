import { Refusal } from '../../kernel/refusal.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { actOnCase } from '../act.ts'
import type { ActReceipt, ReviewListing } from '../acts.contract.ts'
import { line } from '../events.ts'
import { loadParts, savePart } from '../part.sql.ts'
import { mustHaveRoom } from '../request-time.ts'
import { loadStory } from '../story.sql.ts'

/**
 * 挂账复查: what it waits for has not come to pass, and the desk above lists it on until another day. The clock stands
 * still as before. To strike it off (销账) is `resumeCase`.
 */
export const reviewListing = (ctx: Ctx, caseId: string, input: ReviewListing): Promise<ActReceipt> =>
  actOnCase(ctx, 'case.decide', caseId, input, async (before, { tx, keep, next }) => {
    const { reviewOn, reason } = input
    const part = (await loadParts(tx, caseId)).find(
      ({ stage, unitId }) => stage === 'listed' && (input.unitId === undefined || unitId === input.unitId),
    )
    if (!part) throw new Refusal('case_move_not_allowed', { from: before.stage, to: 'listed' })
    // Nobody decides about oneself.
    if (ctx.who.units.includes(part.unitId)) throw new Refusal('not_permitted', { act: 'case.decide' })
    const asked = { kind: 'listing', days: null, reviewOn } as const
    await mustHaveRoom(ctx, before, await loadStory(tx, caseId), part.unitId, asked)
    await savePart(tx, caseId, part.unitId, { reviewOn })
    const kept = await keep([{ kind: 'reason', body: reason }])
    const data = { unitId: part.unitId, reviewOn, commits: kept.commits }
    return { change: {}, lines: [line('case.listing_reviewed', { ...next(), data })] }
  })
