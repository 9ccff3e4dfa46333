import { idFrom } from '../../kernel/ids.ts'
import { actingAs } from '../../people/door.ts'
import { logVisit } from '../../visits/door.ts'
import type { Actor, Company } from './cast.ts'
import { type PlannedHome, registerCommunity } from './plan-register.ts'
import { requestIdOf } from './request-id.ts'

/** What was heard, now and then. */
const heard = [
  '挺好的，孩子周末来看过。',
  '灯管高，够不着，想请人帮着换。',
  '说晚上楼下有点吵，白天还好。',
  '刚搬来，问了倒垃圾的时间。',
  '记性不如从前，吃药用上了小盒子。',
]

interface Came {
  readonly daysAgo: number
  readonly how: 'door' | 'phone'
  readonly outcome: 'met' | 'nobody' | 'unwilling'
}

/** Who came to a home within the last weeks, by its place in the plan: most were met, some not, some only rung. */
function cameTo(index: number, isAlone: boolean): readonly Came[] {
  const at = (daysAgo: number, how: Came['how'], outcome: Came['outcome']): Came => ({
    daysAgo,
    how,
    outcome,
  })
  if (isAlone)
    return [
      ...(index % 3 === 0 ? [] : [at(36 - (index % 9), 'door', 'met')]),
      ...(index % 2 === 0 ? [at(7 + (index % 5), 'phone', 'met')] : []),
      ...(index % 4 === 1 ? [at(5, 'door', 'nobody')] : []),
    ]
  if (index % 4 === 3) return []
  const outcome = index % 11 === 5 ? 'nobody' : index % 21 === 6 ? 'unwilling' : 'met'
  return [at(2 + (index % 30), 'door', outcome)]
}

/** Between nine in the morning and six, on a day that is over. */
const atDaytime = (
  now: Temporal.Instant,
  timeZone: string,
  daysAgo: number,
  index: number,
): Temporal.Instant =>
  now
    .toZonedDateTimeISO(timeZone)
    .startOfDay()
    .subtract({ days: daysAgo })
    .add({ hours: 9 + (index % 9), minutes: (index * 7) % 60 })
    .toInstant()

/** Logs visits to the invented homes by the workers of their grids, through the program's own use case. */
export async function tellVisits(
  { district, log, places, byGrid, byUnitCode }: Company,
  homes: readonly PlannedHome[],
  homeIds: readonly string[],
  now: Temporal.Instant,
): Promise<void> {
  const byAreaId = new Map([...byGrid].map(([code, actor]) => [places.get(code)?.id, actor]))
  const desk = byUnitCode.get(`${registerCommunity}-community`)!
  const workerAt = (buildingCode: string): Actor =>
    places
      .get(buildingCode)!
      .path.map((id) => byAreaId.get(id))
      .find((actor) => actor !== undefined) ?? desk
  for (const [index, { buildingCode, people }] of homes.entries()) {
    if (people.length === 0) continue
    const came = cameTo(
      index,
      people.some(({ alone }) => alone),
    )
    for (const [n, { daysAgo, how, outcome }] of came.entries()) {
      const at = atDaytime(now, district.timeZone, daysAgo, index)
      const worker = actingAs({ district, log, clock: { now: () => at } }, workerAt(buildingCode))
      const words = outcome === 'met' && (index + n) % 4 === 0 ? { heard: heard[index % heard.length]! } : {}
      await logVisit(worker, {
        requestId: requestIdOf(`visit ${index} ${n}`),
        id: idFrom(at.epochMilliseconds, n, `visit ${index} ${n}`),
        homeId: homeIds[index]!,
        ...{ how, outcome, ...words },
        declines: outcome === 'unwilling',
      })
    }
  }
}
