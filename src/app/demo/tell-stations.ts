import {
  actionPage,
  addPerson,
  answerTask,
  endAction,
  openAction,
  openStation,
  setRoster,
  stationPage,
} from '../../cases/door.ts'
import { actingAs } from '../../people/door.ts'
import { dayOf } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Company } from './cast.ts'
import type { PlannedAction, PlannedStation } from './plan-stations.ts'
import { requestIdOf } from './request-id.ts'

type As = (code: string, at: Temporal.Instant) => Ctx

/** Opens the planned stations through the program's own use cases, fills their rosters, and lets units answer their tasks. */
export async function tellStations(
  { district, log, places, byUnitCode }: Company,
  stations: readonly PlannedStation[],
  now: Temporal.Instant,
): Promise<void> {
  const as: As = (code, at) => actingAs({ district, log, clock: { now: () => at } }, byUnitCode.get(code)!)
  const unitIdOf = (code: string): string => byUnitCode.get(code)!.posts[0]!.unitId!
  for (const [at, planned] of stations.entries()) {
    const openedAt = now.subtract({ hours: planned.openedDaysAgo * 24 })
    const requestId = (what: string) => requestIdOf(`station ${at} ${what}`)
    const { nameZh, nameEn, address, phone, leadCode } = planned
    const { stationId } = await openStation(as(planned.streetCode, openedAt), {
      requestId: requestId('opened'),
      ...{ areaId: places.get(planned.areaCode)!.id, leadUnitId: unitIdOf(leadCode) },
      ...{ nameZh, nameEn, address, phone },
    })
    const lead = as(leadCode, openedAt)
    const fromDay = dayOf(openedAt, district.timeZone)
    for (const code of planned.unitCodes)
      await addPerson(lead, stationId, {
        requestId: requestId(`person ${code}`),
        ...{ accountId: byUnitCode.get(code)!.id, unitId: unitIdOf(code), fromDay, phone },
      })
    await fillRoster(lead, stationId, now, requestId)
    for (const [order, action] of planned.actions.entries())
      await tellAction(as, stationId, planned, action, unitIdOf, {
        now,
        requestId: (what) => requestId(`action ${order} ${what}`),
      })
  }
}

/** Two shifts a day, last week and the coming days. */
async function fillRoster(
  lead: Ctx,
  stationId: string,
  now: Temporal.Instant,
  requestId: (what: string) => string,
): Promise<void> {
  const { people } = await stationPage(lead, stationId, {})
  const ids = people.map(({ id }) => id)
  for (let at = -7; at < 7; at += 1) {
    const day = dayOf(now.add({ hours: at * 24 }), lead.district.timeZone)
    const [early, late] = at % 2 === 0 ? ids : ids.toReversed()
    const shifts = [
      { fromMinute: 8 * 60, untilMinute: 20 * 60, personIds: [early!] },
      { fromMinute: 20 * 60, untilMinute: 32 * 60, personIds: [late!] },
    ]
    await setRoster(lead, stationId, { requestId: requestId(`roster ${at}`), day, shifts })
  }
}

async function tellAction(
  as: As,
  stationId: string,
  { leadCode }: PlannedStation,
  planned: PlannedAction,
  unitIdOf: (code: string) => string,
  { now, requestId }: { readonly now: Temporal.Instant; readonly requestId: (what: string) => string },
): Promise<void> {
  const lead = as(leadCode, now)
  const { timeZone } = lead.district
  const startsAt = Temporal.PlainDate.from(dayOf(now, timeZone))
    .add({ days: planned.startDay })
    .toZonedDateTime({ timeZone, plainTime: planned.startClock })
    .toInstant()
  const start = startsAt.subtract({ hours: planned.openedHoursBefore })
  const after = (minutes: number) => startsAt.add({ minutes })
  const { actionId } = await openAction(as(leadCode, start), {
    ...{ requestId: requestId('opened'), stationId, plan: planned.plan, place: planned.place },
    startsAt: startsAt.toString(),
    tasks: planned.tasks.map(({ unitCode, words }) => ({
      ...{ unitId: unitIdOf(unitCode), words, dueAt: startsAt.add({ hours: 3 }).toString() },
    })),
  })
  const { tasks } = await actionPage(as(leadCode, start), actionId)
  for (const [at, { unitCode, answer }] of planned.tasks.entries())
    if (answer)
      await answerTask(
        as(unitCode, after(answer.minute)),
        { id: actionId, taskId: tasks[at]!.id },
        { requestId: requestId(`answer ${at}`), done: answer.done, note: answer.note },
      )
  if (planned.end)
    await endAction(as(leadCode, after(planned.end.minute)), actionId, {
      requestId: requestId('ended'),
      result: planned.end.result,
    })
}
