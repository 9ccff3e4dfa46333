import { iso } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Tx } from '../../platform/transaction.ts'
import { keptSteps } from '../ladder/case-ladder.ts'
import type { LadderStep, Rung, WhistleClock } from '../ladder/ladder.contract.ts'
import { may } from '../may.ts'
import { type Names, namesFor } from '../names.ts'
import { readPoint } from '../point.rule.ts'
import { loadStory, type StoryRow } from '../story.sql.ts'
import { type CaseText, selectTexts } from '../text.sql.ts'
import { seenOnWhistle } from './acknowledge-climb.ts'
import { readRules } from './announce-rules.ts'
import { answersFor } from './answer-call.ts'
import { type Call, loadCalls } from './call.sql.ts'
import { callAccount } from './call-account.rule.ts'
import { offeredOnCall, offeredOnWhistle } from './can.rule.ts'
import { climbedUnits, waitingClimbs } from './climb.rule.ts'
import type { Whistle, WhistleCall } from './contract.ts'
import { promptnessOffered, timelinessOf } from './lateness.rule.ts'
import { headOf, rateOf, since } from './list-whistles.ts'
import { seesByArea } from './sight.ts'
import { countBlown, loadWhistle, type StandingWhistle, selectCaseOf } from './whistle.sql.ts'

/** A whistle as its page shows it: every call with its clocks, and the story in order. */
export async function whistlePage(ctx: Ctx, id: string): Promise<Whistle> {
  ctx.must('whistle.see')
  const { inForce } = await readRules(ctx)
  return ctx.read(async (tx) => {
    const whistle = await loadWhistle(tx, id)
    ctx.must('whistle.see', { path: whistle.reach, units: whistle.units })
    const calls = await loadCalls(tx, [id])
    const names = await namesFor(ctx, tx, [whistle.blowerUnitId, ...calls.map(({ unitId }) => unitId)])
    const texts = await selectTexts(tx, id)
    const bodyOf = (textId: string | null) => texts.find((text) => text.id === textId)?.body ?? null
    const spot = readPoint(bodyOf(whistle.pointId))
    const whole = seesByArea(ctx, whistle)
    const sees = (unitId: string) => whole || answersFor(ctx, unitId)
    const story = await loadStory(tx, id)
    const steps = await keptSteps.of(ctx)
    const counts = whole ? await countBlown(tx, since(ctx, inForce), whistle.blowerAreaId) : []
    const own = counts.find((count) => count.blowerKind === whistle.blowerKind)
    return {
      ...headOf(whistle, bodyOf(whistle.wordsId), names),
      point: spot && { lon: spot[0], lat: spot[1] },
      case: await caseInSight(ctx, tx, whistle.caseId),
      blower: {
        kind: whistle.blowerKind,
        place: names.place(whistle.blowerAreaId),
        unit: names.unit(whistle.blowerUnitId),
      },
      rate: own ? rateOf(own, inForce, names) : null,
      review: {
        when: whistle.review,
        reviewedAt: whistle.reviewedAt && iso(whistle.reviewedAt),
        warranted: whistle.warranted,
      },
      reportMinutes: whistle.reportMinutes,
      spotMetres: whistle.spotMetres,
      result: bodyOf(whistle.resultId),
      calls: calls.map((call) => callOf(ctx, whistle, call, names, whole)),
      timeline: timelineOf(story, texts, names, sees),
      next: nextOf(story, steps, ctx.district.timeZone, names, sees),
      can: offeredOnWhistle(whistle, calls, {
        may: (act) => may(ctx, act, { path: whistle.reach }),
        hasSeen: seenOnWhistle(story, ctx.who, whistle.reach) === null,
      }),
    }
  })
}

function callOf(ctx: Ctx, whistle: StandingWhistle, call: Call, names: Names, whole: boolean): WhistleCall {
  const now = ctx.clock.now()
  const moment = (at: Temporal.Instant | null) => at && iso(at)
  const { promptness, result, attitude, ratedAt } = call
  const rated = promptness !== null && result !== null && attitude !== null && ratedAt !== null
  const isOwn = answersFor(ctx, call.unitId)
  // Later than the whistle sounded, where it was called to it later.
  const calledAt = call.signDueAt?.subtract({ minutes: whistle.signMinutes }) ?? null
  const can = offeredOnCall(whistle, call, {
    answers: isOwn,
    may: (act) => may(ctx, act, { path: whistle.reach }),
  })
  return {
    id: call.id,
    unit: names.unit(call.unitId)!,
    how: call.how,
    stage: call.stage,
    account: callAccount(call, { soundedAt: calledAt, endedAt: whistle.endedAt }, now),
    signDueAt: moment(call.signDueAt),
    contactDueAt: moment(call.contactDueAt),
    reportDueAt: moment(call.reportDueAt),
    signedAt: moment(call.signedAt),
    contactedAt: moment(call.contactedAt),
    elsewhereAt: moment(call.elsewhereAt),
    metres: call.metres,
    arrivedAt: moment(call.arrivedAt),
    confirmedAt: moment(call.confirmedAt),
    actedAt: moment(call.actedAt),
    refusedAt: moment(call.refusedAt),
    absentAt: moment(call.absentAt),
    releasedAt: moment(call.releasedAt),
    timeliness: timelinessOf(call, now),
    rating: rated && (whole || isOwn) ? { promptness, result, attitude, ratedAt: iso(ratedAt) } : null,
    promptnessOffered: can.includes('rate') ? promptnessOffered(call, now) : null,
    can,
  }
}

/** The case that it was blown for, to those who see that case anyway: a whistle opens no case to the units it calls. */
async function caseInSight(ctx: Ctx, tx: Tx, caseId: string | null): Promise<Whistle['case']> {
  if (caseId === null) return null
  const found = await selectCaseOf(tx, caseId)
  const seen = found !== null && may(ctx, 'case.see', { path: found.reach, units: found.units })
  return seen ? { id: found.id, number: found.number } : null
}

/** Each clock's next step, once it is known of whose unit. */
function nextOf(
  story: readonly StoryRow[],
  steps: readonly LadderStep[],
  timeZone: string,
  names: Names,
  sees: (unitId: string) => boolean,
): Whistle['next'] {
  const waiting = waitingClimbs(story, steps, timeZone).filter(({ call }) => sees(call.unitId))
  const byClock = Map.groupBy(waiting, ({ call }) => `${call.callId}/${call.clock}`)
  return [...byClock.values()].map(([first]) => {
    const { call, step, at } = first!
    const { kind, audience } = step
    const toConfirm = call.waitsForStreet
    return { clock: call.clock, unit: names.unit(call.unitId)!, kind, audience, at: iso(at), toConfirm }
  })
}

/** Of the other units one is told what they did, not how the street rates and presses them. */
const betweenTwo: ReadonlySet<string> = new Set([
  'whistle.call_rated',
  'whistle.call_pressed',
  'whistle.climbed',
  'whistle.acknowledged',
])

/** A step of the ladder that was said of several units at once is shown of each. */
const ofEachUnit = (line: StoryRow): StoryRow[] =>
  line.kind === 'whistle.climbed'
    ? climbedUnits(line.data).map(({ unitId }) => ({ ...line, data: { ...line.data, unitId } }))
    : [line]

function timelineOf(
  story: readonly StoryRow[],
  texts: readonly CaseText[],
  names: Names,
  sees: (unitId: string) => boolean,
): Whistle['timeline'] {
  const byId = new Map(texts.map((text) => [text.id, text]))
  return story.flatMap(ofEachUnit).flatMap(({ kind, occurredAt, data }) => {
    const unitId = typeof data.unitId === 'string' ? data.unitId : null
    if (betweenTwo.has(kind) && unitId !== null && !sees(unitId)) return []
    const said = Object.keys((data.commits as Record<string, string> | undefined) ?? {})
      .flatMap((textId) => byId.get(textId) ?? [])
      .filter((text) => !text.kind.endsWith('_point'))
    return [
      {
        kind: data.toConfirm === true ? 'whistle.confirm_asked' : kind,
        at: iso(occurredAt),
        unit: names.unit(unitId),
        rung: (data.audience ?? data.rung ?? null) as Rung | null,
        clock: (data.clock ?? null) as WhistleClock | null,
        from: kind === 'whistle.call_arrived' ? (data.from as Whistle['timeline'][number]['from']) : null,
        texts: said.map(({ id, kind: textKind, body }) => ({ id, kind: textKind, body })),
      },
    ]
  })
}
