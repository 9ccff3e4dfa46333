import { newId } from '../kernel/ids.ts'
import { Refusal } from '../kernel/refusal.ts'
import { dayOf } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import { actOnCase } from './act.ts'
import type { ActReceipt, RequestCase } from './acts.contract.ts'
import { line } from './events.ts'
import { actingPart } from './own-part.ts'
import { loadParts, type Part, type PartStage } from './part.sql.ts'
import { insertRequest } from './request.sql.ts'

/** 延期、挂起、挂账、退单: a unit asks; nothing changes until the desk above has decided. */
export const requestTime = (ctx: Ctx, caseId: string, input: RequestCase): Promise<ActReceipt> =>
  actOnCase(ctx, 'case.request', caseId, input, async (before, { tx, keep, next, at: askedAt }) => {
    const part = actingPart(ctx, before, await loadParts(tx, caseId))
    mustBeOpenTo(input.kind, part)
    mustBeWhole(ctx, input)
    const kept = await keep([{ kind: 'reason', body: input.reason }])
    const request = {
      id: newId(askedAt.epochMilliseconds),
      unitId: part.unitId,
      kind: input.kind,
      days: input.days ?? null,
      reviewOn: input.reviewOn ?? null,
    }
    await insertRequest(tx, before, {
      ...request,
      reasonId: kept.texts[0]!.id,
      askedBy: ctx.who.accountId!,
      askedAt,
    })
    const { id: requestId, ...rest } = request
    return {
      change: {},
      lines: [line('case.requested', { ...next(), data: { requestId, ...rest, commits: kept.commits } })],
    }
  })

/** What each kind of request must say. */
function mustBeWhole(ctx: Ctx, { kind, days, reviewOn }: RequestCase): void {
  if ((kind === 'extension' || kind === 'pause') && days === undefined)
    throw new Refusal('input_invalid', { field: 'days', rule: 'required' })
  if (kind !== 'listing') return
  if (reviewOn === undefined) throw new Refusal('input_invalid', { field: 'reviewOn', rule: 'required' })
  if (reviewOn <= dayOf(ctx.clock.now(), ctx.district.timeZone))
    throw new Refusal('case_review_not_ahead', { field: 'reviewOn' })
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
