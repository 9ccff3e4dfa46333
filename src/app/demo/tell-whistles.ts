import {
  answerCall,
  arriveAtSpot,
  blowWhistle,
  coordinateCall,
  endWhistle,
  rateCall,
  recordAbsences,
  whistlePage,
} from '../../cases/door.ts'
import { actingAs, systemCtx } from '../../people/door.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Company } from './cast.ts'
import type { PlannedDeed, PlannedWhistle } from './plan-whistles.ts'
import { requestIdOf } from './request-id.ts'

/** Blows the planned whistles through the program's own use cases, and lets each unit answer at its own minute. */
export async function tellWhistles(
  company: Company,
  whistles: readonly PlannedWhistle[],
  now: Temporal.Instant,
): Promise<void> {
  for (const [at, planned] of whistles.entries()) await tellWhistle(company, planned, at, now)
}

async function tellWhistle(
  { district, log, places, byUnitCode }: Company,
  planned: PlannedWhistle,
  at: number,
  now: Temporal.Instant,
): Promise<void> {
  const start = now.subtract({ minutes: planned.minutesAgo })
  const stage = (minute: number) => ({ district, log, clock: { now: () => start.add({ minutes: minute }) } })
  const as = (code: string, minute: number): Ctx => actingAs(stage(minute), byUnitCode.get(code)!)
  const unitIdOf = (code: string): string => byUnitCode.get(code)!.posts[0]!.unitId!
  const requestId = (what: string) => requestIdOf(`whistle ${at} ${what}`)
  const { situation, words, reportMinutes, blowerCode, areaCode, unitCodes, end } = planned
  const { id: areaId, path } = places.get(areaCode)!
  const { whistleId } = await blowWhistle(as(blowerCode, 0), {
    requestId: requestId('blown'),
    ...{ situation, areaId, words, reportMinutes },
    unitIds: unitCodes.map(unitIdOf),
  })
  const { calls } = await whistlePage(as(blowerCode, 0), whistleId)
  const callOf = (code: string) => calls.find(({ unit }) => unit.id === unitIdOf(code))!.id
  for (const [order, deed] of planned.deeds.entries()) {
    // What the program writes by itself every minute: here before each deed, and at the end.
    await recordAbsences(systemCtx(stage(deed.minute), [path[0]!]))
    const place = { id: whistleId, callId: callOf(deed.unitCode) }
    await perform(place, deed, (code) => as(code, deed.minute), blowerCode, requestId(`deed ${order}`))
  }
  if (end)
    await endWhistle(as(blowerCode, end.minute), whistleId, {
      requestId: requestId('ended'),
      result: end.result,
    })
  await recordAbsences(systemCtx(stage(planned.minutesAgo), [path[0]!]))
}

type Place = Parameters<typeof answerCall>[1]

async function perform(
  place: Place,
  { deed, unitCode, words, marks }: PlannedDeed,
  as: (code: string) => Ctx,
  streetCode: string,
  requestId: string,
): Promise<void> {
  const note = words === undefined ? {} : { note: words }
  switch (deed) {
    case 'arrive':
      await arriveAtSpot(as(unitCode), place, { requestId })
      return
    case 'confirm':
    case 'release':
      await coordinateCall(as(streetCode), place, deed, { requestId, ...note })
      return
    case 'rate':
      await rateCall(as(streetCode), place, { requestId, ...marks!, ...note })
      return
    case 'refuse':
      await answerCall(as(unitCode), place, deed, { requestId, words: words! })
      return
    default:
      await answerCall(as(unitCode), place, deed, { requestId, ...note })
  }
}
