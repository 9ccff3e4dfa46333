import { Refusal } from '../kernel/refusal.ts'
import { calendarOf } from '../matters/door.ts'
import { iso } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Tx } from '../platform/transaction.ts'
import { actOnCase } from './act.ts'
import type { ActReceipt, DecideRequest } from './acts.contract.ts'
import type { Case, CaseChange } from './case.sql.ts'
import { unitEvents } from './clock-events.rule.ts'
import { clockRulesOf } from './clock-rules.ts'
import { momentsOf, resolutionAccount } from './clocks.ts'
import { line } from './events.ts'
import { grantEffect } from './grant-effect.rule.ts'
import { isWhole } from './handle-case.ts'
import { loadParts, type Part, savePart } from './part.sql.ts'
import { decide, loadRequest, type UnitRequest } from './request.sql.ts'
import { mustBeOpenTo, mustHaveRoom } from './request-time.ts'
import { isOpen, move } from './stage.rule.ts'
import { loadStory } from './story.sql.ts'

/** The desk above decides. Granted, it takes effect on the clock from this moment; refused, it needs a reason. */
export const decideRequest = (
  ctx: Ctx,
  caseId: string,
  requestId: string,
  input: DecideRequest,
): Promise<ActReceipt> =>
  actOnCase(ctx, 'case.decide', caseId, input, async (before, { tx, keep, next }) => {
    const request = await loadRequest(tx, caseId, requestId)
    if (!input.granted && !input.reason) throw new Refusal('case_reason_needed', { field: 'reason' })
    if (request.arbitration) throw new Refusal('case_needs_arbitration')
    // Nobody grants to oneself: the desk that decides is another than the unit that asks.
    if (request.askedBy === ctx.who.accountId || ctx.who.units.includes(request.unitId))
      throw new Refusal('not_permitted', { act: 'case.decide' })
    await decide(tx, requestId, input.granted, ctx.who.accountId!, ctx.clock.now())
    const kept = await keep(input.reason ? [{ kind: 'reason', body: input.reason }] : [])
    const effect = input.granted ? await grant(ctx, tx, before, request) : nothing
    const decided = line('case.request_decided', {
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
    })
    if (!effect.resolvesAt) return { change: effect.change, lines: [decided] }
    const data = { unitId: null, onTheSpot: false, whole: true, matter: before.matter!, photos: 0 }
    const resolved = line('case.resolved', { ...next(), data: { ...data, dueAt: effect.resolvesAt } })
    return { change: effect.change, lines: [decided, resolved] }
  })

interface Effect {
  readonly change: CaseChange
  readonly minutes: number | null
  readonly until: Temporal.Instant | null
  readonly dueAt: string | null
  /** The lead's deadline, where the last assisting unit's return leaves the whole case resolved. */
  readonly resolvesAt: string | null
}

const nothing: Effect = { change: {}, minutes: null, until: null, dueAt: null, resolvesAt: null }

/** What a granted request does to the part, the case and their moments. */
async function grant(ctx: Ctx, tx: Tx, before: Case, request: UnitRequest): Promise<Effect> {
  const parts = await loadParts(tx, before.id)
  const part = parts.find((candidate) => candidate.unitId === request.unitId)!
  if (!isOpen(before.stage))
    throw new Refusal('case_move_not_allowed', { from: before.stage, to: request.kind })
  mustBeOpenTo(request.kind, part)
  const calendar = await calendarOf(ctx)
  const now = ctx.clock.now()
  const story = await loadStory(tx, before.id)
  await mustHaveRoom(ctx, before, story, request.unitId, request)
  const matter = (await clockRulesOf(ctx)).unit(story, request.unitId, before.matter)!
  const effect = grantEffect(request, matter, calendar, now)
  const past = unitEvents(story, request.unitId)
  const account = resolutionAccount([...past, ...effect.events], matter, calendar, now)
  const moments = momentsOf(account)
  await savePart(tx, before.id, request.unitId, {
    ...(effect.stage ? { stage: effect.stage, pausedUntil: effect.until } : {}),
    ...(effect.stage === 'listed' ? { reviewOn: request.reviewOn, conditionId: request.conditionId } : {}),
    ...moments,
  })
  const granted = {
    minutes: effect.minutes,
    until: effect.until,
    dueAt: request.kind === 'return' ? null : account.dueAt,
    resolvesAt: null,
  }
  if (part.unitId !== before.leadUnitId)
    return {
      ...granted,
      ...(request.kind === 'return' ? lastReturned(before, parts, part, now) : { change: {} }),
    }
  const stage = effect.stage ? { stage: move(before.stage, effect.stage), clockStopped: true } : {}
  return { ...granted, change: { ...stage, ...moments } }
}

/** An assisting unit gave its part back; where the lead and all others are done, so is the case. */
function lastReturned(before: Case, parts: readonly Part[], part: Part, now: Temporal.Instant) {
  const lead = parts.find((candidate) => candidate.unitId === before.leadUnitId)
  if (lead?.stage !== 'resolved' || !isWhole(parts, part)) return { change: {}, resolvesAt: null }
  return {
    change: { stage: move(before.stage, 'resolved'), resolvedAt: now, clockStopped: true },
    resolvesAt: iso(lead.dueAt),
  }
}
