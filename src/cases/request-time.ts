import { newId } from '../kernel/ids.ts'
import { Refusal } from '../kernel/refusal.ts'
import { dayOf } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import { actOnCase } from './act.ts'
import type { ActReceipt, RequestCase } from './acts.contract.ts'
import { isBound, isForArbitration } from './arbitration/returns.rule.ts'
import type { Case } from './case.sql.ts'
import type { ClockLine } from './clock-events.rule.ts'
import { clockRulesOf } from './clock-rules.ts'
import { line } from './events.ts'
import { grantedTo, type Measured, mustFit, roomFor } from './limits.rule.ts'
import { actingPart } from './own-part.ts'
import { loadParts, type Part, type PartStage } from './part.sql.ts'
import { insertRequest } from './request.sql.ts'
import { loadStory } from './story.sql.ts'

/** 延期、挂起、挂账、退单: a unit asks; nothing changes until the desk above has decided. */
export const requestTime = (ctx: Ctx, caseId: string, input: RequestCase): Promise<ActReceipt> =>
  actOnCase(ctx, 'case.request', caseId, input, async (before, { tx, keep, next, at: askedAt }) => {
    const part = actingPart(ctx, before, await loadParts(tx, caseId))
    mustBeOpenTo(input.kind, part)
    mustBeWhole(input)
    const story = await loadStory(tx, caseId)
    mustBeFree(input.kind, story, part)
    const measured = { kind: input.kind, days: input.days ?? null, reviewOn: input.reviewOn ?? null }
    await mustHaveRoom(ctx, before, story, part.unitId, measured)
    const isListing = input.kind === 'listing'
    const kept = await keep([
      { kind: 'reason', body: input.reason },
      ...(isListing ? [{ kind: 'listing_condition', body: input.condition! }] : []),
    ])
    const request = {
      id: newId(askedAt.epochMilliseconds),
      unitId: part.unitId,
      ...measured,
      arbitration: isForArbitration(story, { kind: input.kind, role: part.role }),
    }
    await insertRequest(tx, before, {
      ...request,
      reasonId: kept.texts[0]!.id,
      conditionId: isListing ? kept.texts[1]!.id : null,
      askedBy: ctx.who.accountId!,
      askedAt,
    })
    const { id: requestId, ...rest } = request
    const told = { requestId, ...rest, commits: kept.commits }
    return { change: {}, lines: [line('case.requested', { ...next(), data: told })] }
  })

/** What each kind of request must say. */
function mustBeWhole({ kind, days, reviewOn, condition }: RequestCase): void {
  if ((kind === 'extension' || kind === 'pause') && days === undefined)
    throw new Refusal('input_invalid', { field: 'days', rule: 'required' })
  if (kind !== 'listing') return
  if (reviewOn === undefined) throw new Refusal('input_invalid', { field: 'reviewOn', rule: 'required' })
  if (condition === undefined) throw new Refusal('case_condition_needed', { field: 'condition' })
}

/** Whoever the centre has named answers: that unit cannot give the case back. */
function mustBeFree(kind: RequestCase['kind'], story: readonly ClockLine[], part: Part): void {
  if (kind === 'return' && isBound(story, part.unitId)) throw new Refusal('case_arbitration_binds')
}

/**
 * What is asked must lie ahead and within the limits of its matter, as it stood when the unit was given the case. Asked
 * again when it is decided. Refuses `case_review_not_ahead` and `case_limit_reached`.
 */
export async function mustHaveRoom(
  ctx: Ctx,
  found: Pick<Case, 'matter'>,
  story: readonly ClockLine[],
  unitId: string,
  asked: Measured,
): Promise<void> {
  const today = dayOf(ctx.clock.now(), ctx.district.timeZone)
  if (asked.kind === 'listing' && asked.reviewOn! <= today)
    throw new Refusal('case_review_not_ahead', { field: 'reviewOn' })
  const matter = (await clockRulesOf(ctx)).unit(story, unitId, found.matter)
  if (matter) mustFit(asked, roomFor(matter.limits, grantedTo(story, unitId)), today)
}

/** At which stages of its part a unit's request has an object: when it asks, and again when it is decided. */
const openTo: Readonly<Record<RequestCase['kind'], readonly PartStage[]>> = {
  extension: ['dispatched', 'signed', 'handling'],
  return: ['dispatched', 'signed', 'handling'],
  pause: ['signed', 'handling'],
  listing: ['signed', 'handling'],
}

/** Refuses a request that the part's stage leaves no room for. */
export function mustBeOpenTo(kind: RequestCase['kind'], part: Part): void {
  if (!openTo[kind].includes(part.stage))
    throw new Refusal('case_move_not_allowed', { from: part.stage, to: kind })
}
