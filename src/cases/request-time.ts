import type { WorkCalendar } from '../kernel/calendar.ts'
import { newId } from '../kernel/ids.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Matter } from '../matters/contract.ts'
import { calendarOf, matterOf } from '../matters/door.ts'
import { iso } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Scene } from './act.ts'
import { actOnCase } from './act.ts'
import type { ActReceipt, DecideRequest, RequestCase, ResumeCase } from './acts.contract.ts'
import type { Case, CaseChange } from './case.sql.ts'
import { unitEvents } from './clock-events.rule.ts'
import type { ClockEvent } from './clock-stretches.rule.ts'
import { momentsOf, resolutionAccount } from './clocks.ts'
import { line } from './events.ts'
import { actingPart } from './handle-case.ts'
import { loadParts, type PartStage, savePart } from './part.sql.ts'
import { decide, insertRequest, loadRequest, type UnitRequest } from './request.sql.ts'
import { move } from './stage.rule.ts'
import { loadStory } from './story.sql.ts'

/** 延期、挂起、挂账、退单: a unit asks; nothing changes until the desk above has decided. */
export const requestTime = (ctx: Ctx, caseId: string, input: RequestCase): Promise<ActReceipt> =>
  actOnCase(ctx, 'case.request', caseId, input, async (before, { tx, keep, next }) => {
    const part = actingPart(ctx, await loadParts(tx, caseId))
    const open: readonly PartStage[] =
      input.kind === 'return' || input.kind === 'extension'
        ? ['dispatched', 'signed', 'handling']
        : ['signed', 'handling']
    if (!open.includes(part.stage))
      throw new Refusal('case_move_not_allowed', { from: part.stage, to: input.kind })
    if ((input.kind === 'extension' || input.kind === 'pause') && input.days === undefined)
      throw new Refusal('input_invalid', { field: 'days', rule: 'required' })
    if (input.kind === 'listing' && input.reviewOn === undefined)
      throw new Refusal('input_invalid', { field: 'reviewOn', rule: 'required' })
    const kept = await keep([{ kind: 'reason', body: input.reason }])
    const askedAt = ctx.clock.now()
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

/** The desk above decides. Granted, it takes effect on the clock from this moment; refused, it needs a reason. */
export const decideRequest = (
  ctx: Ctx,
  caseId: string,
  requestId: string,
  input: DecideRequest,
): Promise<ActReceipt> =>
  actOnCase(ctx, 'case.decide', caseId, input, async (before, scene) => {
    const { tx, keep, next } = scene
    const request = await loadRequest(tx, caseId, requestId)
    if (!input.granted && !input.reason) throw new Refusal('case_reason_needed', { field: 'reason' })
    const now = ctx.clock.now()
    await decide(tx, requestId, input.granted, ctx.who.accountId!, now)
    const kept = await keep(input.reason ? [{ kind: 'reason', body: input.reason }] : [])
    const effect = input.granted
      ? await grant(ctx, scene, before, request)
      : { change: {}, minutes: null, until: null, dueAt: null }
    return {
      change: effect.change,
      lines: [
        line('case.request_decided', {
          ...next(),
          data: {
            requestId,
            unitId: request.unitId,
            kind: request.kind,
            granted: input.granted,
            minutes: effect.minutes,
            until: effect.until ? iso(effect.until) : null,
            dueAt: effect.dueAt,
            commits: kept.commits,
          },
        }),
      ],
    }
  })

interface Effect {
  readonly change: CaseChange
  readonly minutes: number | null
  readonly until: Temporal.Instant | null
  readonly dueAt: string | null
}

/** What a granted request does to the part, the case and their moments. */
async function grant(ctx: Ctx, { tx }: Scene, before: Case, request: UnitRequest): Promise<Effect> {
  const matter = await matterOf(ctx, before.matter!)
  const calendar = await calendarOf(ctx)
  const part = (await loadParts(tx, before.id)).find((candidate) => candidate.unitId === request.unitId)!
  const now = ctx.clock.now()
  const effect = effectOf(request, matter, calendar, now)
  const past = unitEvents(await loadStory(tx, before.id), request.unitId)
  const account = resolutionAccount([...past, ...effect.events], matter, calendar, now)
  const moments = momentsOf(account)
  await savePart(tx, before.id, request.unitId, {
    ...(effect.stage ? { stage: effect.stage } : {}),
    ...moments,
  })
  const leads = part.role === 'lead'
  return {
    minutes: effect.minutes,
    until: effect.until,
    dueAt: request.kind === 'return' ? null : account.dueAt,
    change: leads
      ? {
          ...(effect.stage ? { stage: move(before.stage, effect.stage) } : {}),
          ...moments,
          clockStopped: effect.stage !== null,
        }
      : {},
  }
}

function effectOf(request: UnitRequest, matter: Matter, calendar: WorkCalendar, at: Temporal.Instant) {
  const none = { events: [] as ClockEvent[], minutes: null, until: null }
  if (request.kind === 'return') return { ...none, stage: 'returned' as const }
  if (request.kind === 'extension') {
    const minutes = minutesIn(request.days!, matter, calendar, at)
    return { ...none, stage: null, minutes, events: [{ kind: 'extended' as const, at, minutes }] }
  }
  const until =
    request.kind === 'pause' ? calendar.endOfWorkingDay(at, { daysLater: request.days! }).at : null
  const paused: ClockEvent = { kind: 'paused', at, until: until ?? undefined }
  const stage = request.kind === 'pause' ? ('paused' as const) : ('listed' as const)
  return { ...none, stage, until, events: [paused] }
}

/** Counted minutes in so many working days, from the close of the day that `at` is in. */
function minutesIn(days: number, matter: Matter, calendar: WorkCalendar, at: Temporal.Instant): number {
  if (matter.resolution.unit === 'clock_hour') return days * 24 * 60
  const from = calendar.endOfWorkingDay(at, { daysLater: 1 }).at
  return calendar.workingMinutesBetween(from, calendar.endOfWorkingDay(from, { daysLater: days }).at)
}

/** Ends a pause or strikes a case off the long-term list (销账): the clock runs again from now. */
export const resumeCase = (ctx: Ctx, caseId: string, input: ResumeCase): Promise<ActReceipt> =>
  actOnCase(ctx, 'case.decide', caseId, input, async (before, { tx, next }) => {
    const parts = await loadParts(tx, caseId)
    const part = parts.find((candidate) => candidate.stage === 'paused' || candidate.stage === 'listed')
    if (!part) throw new Refusal('case_move_not_allowed', { from: before.stage, to: 'handling' })
    const matter = await matterOf(ctx, before.matter!)
    const calendar = await calendarOf(ctx)
    const now = ctx.clock.now()
    const past = unitEvents(await loadStory(tx, caseId), part.unitId)
    const account = resolutionAccount([...past, { kind: 'resumed', at: now }], matter, calendar, now)
    const moments = momentsOf(account)
    await savePart(tx, caseId, part.unitId, { stage: 'handling', ...moments })
    return {
      change:
        part.role === 'lead'
          ? { stage: move(before.stage, 'handling'), ...moments, clockStopped: false }
          : {},
      lines: [line('case.resumed', { ...next(), data: { unitId: part.unitId } })],
    }
  })
