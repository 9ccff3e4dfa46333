import type { Matter } from '../../matters/contract.ts'
import { calendarOf, currentMatters } from '../../matters/door.ts'
import { type Company, castOf } from './cast.ts'
import { lightMoments, momentsOf } from './moments.ts'
import { matterCodeOf, type Performance, perform } from './perform.ts'
import type { PlannedCase } from './plan-cases.ts'

/** Stories of different communities are told at the same time. */
const atOnce = 6

interface Scheduled {
  readonly performance: Performance
  readonly index: number
  readonly at: Temporal.Instant
}

/** Tells all stories: in each community in the order of time, several communities at once. */
export async function tellCases(
  company: Company,
  cases: readonly PlannedCase[],
  now: Temporal.Instant,
  onAct: () => void,
): Promise<void> {
  const asker = { district: company.district, clock: { now: () => now } }
  const calendar = await calendarOf(asker)
  const matters = new Map((await currentMatters(asker)).map((matter) => [matter.code, matter]))
  const lights = lightMoments(calendar, now)
  const performances = new Map<number, Performance>()
  const firsts = new Map<number, Temporal.Instant>()
  const scheduled: Scheduled[] = []
  for (const planned of cases) {
    const performance = performanceOf(company, planned, matters)
    const firstAt = planned.of === null ? null : firsts.get(planned.of)!
    const moments = momentsOf(planned, performance.matter, calendar, now, lights, firstAt)
    performances.set(planned.at, performance)
    firsts.set(planned.at, moments[0]!)
    for (const [index, at] of moments.entries()) scheduled.push({ performance, index, at })
  }
  scheduled.sort((a, b) => Temporal.Instant.compare(a.at, b.at))
  const others = (at: number): Performance => performances.get(at)!
  const queues = [
    ...Map.groupBy(scheduled, ({ performance }) => performance.planned.communityCode).values(),
  ].sort((a, b) => b.length - a.length)
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let queue = queues.shift(); queue; queue = queues.shift()) {
        for (const { performance, index, at } of queue) {
          await perform(performance, index, at, others)
          onAct()
        }
      }
    }),
  )
}

function performanceOf(
  company: Company,
  planned: PlannedCase,
  matters: ReadonlyMap<string, Matter>,
): Performance {
  const code = matterCodeOf(planned)
  const matter = code === null ? null : matters.get(code)
  if (matter === undefined) throw new Error(`the catalogue has no matter ${code}`)
  const { places } = company
  return {
    planned,
    matter,
    cast: castOf(company, planned),
    places,
    caseId: '',
    receiptCode: '',
    unitId: '',
    assistId: '',
  }
}
