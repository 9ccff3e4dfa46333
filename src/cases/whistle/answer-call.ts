import { atlasOf } from '../../areas/door.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Tx } from '../../platform/transaction.ts'
import type { Point } from '../contract.ts'
import { readPoint } from '../point.rule.ts'
import { loadStory } from '../story.sql.ts'
import { selectTexts } from '../text.sql.ts'
import { actOnWhistle, liveCall } from './act.ts'
import { stepsOf } from './call.rule.ts'
import type { ArriveAtSpot, CallAct, CallWords, WhistleReceipt } from './contract.ts'
import { lastReport } from './last-report.rule.ts'
import { momentOfLateReport } from './late-report.rule.ts'
import { type Reported, reportedFrom } from './spot.rule.ts'
import { takeSteps } from './take-steps.ts'
import type { StandingWhistle } from './whistle.sql.ts'

/** One call of one whistle, as an address names it. */
export interface CallPlace {
  readonly id: string
  readonly callId: string
}

/** Whether a post of the asker answers for the unit itself; a department above it only looks on. */
export const answersFor = ({ who }: Pick<Ctx, 'who'>, unitId: string): boolean =>
  who.posts.some(
    (post) => post.unitId === unitId && (post.grants['whistle.answer'] ?? []).includes('own_unit'),
  )

function mustAnswerFor(ctx: Ctx, unitId: string): void {
  if (!answersFor(ctx, unitId)) throw new Refusal('not_permitted', { act: 'whistle.answer' })
}

/** A called unit signs (签收), makes contact, has acted (处置), or refuses; where it was invited, it declines. */
export const answerCall = (
  ctx: Ctx,
  { id, callId }: CallPlace,
  kind: 'sign' | 'contact' | 'act' | 'refuse',
  input: CallAct | CallWords,
): Promise<WhistleReceipt> =>
  actOnWhistle(
    ctx,
    'whistle.answer',
    id,
    { ...input, callId, deed: kind },
    async (standing, { now, keep, next }) => {
      const call = liveCall(standing, callId)
      mustAnswerFor(ctx, call.unitId)
      const doneAt =
        kind === 'act' && 'occurredAt' in input ? momentOfLateReport(call, input.occurredAt, now) : null
      const steps = stepsOf(call, doneAt === null ? { kind } : { kind: 'act', doneAt }, now)
      const body = 'words' in input ? input.words : input.note
      const { commits } = await keep(body ? [{ kind: `whistle_${kind}`, body }] : [])
      return takeSteps(call, steps, next, { commits })
    },
  )

/**
 * A unit reports to the spot (报到): its point is held to the whistle's, or to its area. What is elsewhere, or cannot be
 * told, or is sent when there is signal again, waits for the street to confirm it. What nobody could tell counts from
 * when it was done, what was elsewhere from the street's word. Where somebody stood is sealed, and read by those who may
 * see persons.
 */
export const arriveAtSpot = (
  ctx: Ctx,
  { id, callId }: CallPlace,
  input: ArriveAtSpot,
): Promise<WhistleReceipt> =>
  actOnWhistle(
    ctx,
    'whistle.answer',
    id,
    { ...input, callId, deed: 'arrive' },
    async (standing, { tx, now, keep, next }) => {
      const call = liveCall(standing, callId)
      mustAnswerFor(ctx, call.unitId)
      const { point = null } = input
      const before = input.occurredAt === undefined ? null : lastReport(await loadStory(tx, id), callId)
      const doneAt = momentOfLateReport(call, input.occurredAt, now, before?.at)
      const held = await holdToSpot(ctx, tx, standing.whistle, point)
      // Of what is said later only the street can tell whether it was so then.
      const reported = doneAt === null ? held : { ...held, from: 'unknown' as const }
      const onTheSpot = reported.from === 'spot'
      const steps = stepsOf(call, { kind: 'arrive', onTheSpot, ...(doneAt && { doneAt }) }, now)
      const stood = point && { kind: 'arrival_point', body: `${point.lon},${point.lat}`, personal: true }
      const { commits } = await keep(stood ? [stood] : [], [])
      return takeSteps(call, steps, next, { commits, reported })
    },
  )

async function holdToSpot(ctx: Ctx, tx: Tx, whistle: StandingWhistle, here: Point | null): Promise<Reported> {
  const texts = await selectTexts(tx, whistle.id)
  const spot = readPoint(texts.find(({ id }) => id === whistle.pointId)?.body ?? null)
  return reportedFrom(spot && { lon: spot[0], lat: spot[1] }, here, {
    spotMetres: whistle.spotMetres,
    inArea: here !== null && (await liesIn(ctx, whistle.areaId, here)),
  })
}

/** Estates and buildings are no territory that points are found in: for them their grid is near enough. */
async function liesIn(ctx: Ctx, areaId: string, point: Point): Promise<boolean> {
  const atlas = await atlasOf(ctx)
  const found = atlas.locate(point)
  const area = atlas.known(areaId)
  return found !== null && (found.path.includes(area.id) || area.path.includes(found.id))
}
