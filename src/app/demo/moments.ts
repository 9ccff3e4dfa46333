import type { WorkCalendar } from '../../kernel/calendar.ts'
import type { Allowance, Matter } from '../../matters/contract.ts'
import { deadlineFor } from '../../matters/door.ts'
import { courseOf, type DemoLight, type Step } from './courses.ts'
import type { PlannedCase } from './plan-cases.ts'

type Instant = Temporal.Instant

/** What counts the time of a case until the screening desk has named its matter. */
const unscreened: Allowance = { amount: 4, unit: 'working_hour' }
const hourMs = 3_600_000
const minuteMs = 60_000
/** How finely moments are looked for. */
const stepMinutes = 20

/** Hours from the step before, as long as nothing more is known. */
const gapHours: Readonly<Partial<Record<Step, number>>> = {
  screen: 0.8,
  dispatch: 0.5,
  dispatch_assisted: 0.5,
  redispatch: 3,
  sign: 0.7,
  assist_sign: 0.6,
  reply: 2,
  rate: 9,
  rate_unsolved: 14,
  check: 20,
  close: 3,
  grant: 3,
  ask_return: 2,
  withdraw: 5,
  decline: 2,
  refer: 2,
}
/** Steps of people who are not at work: no office hours hold for them. */
const atAnyTime: ReadonlySet<Step> = new Set(['accept', 'solve', 'rate', 'rate_unsolved', 'add', 'withdraw'])

/**
 * When each step of a case was taken, in order, the last before `now`. An open case's clock begins where its light is
 * the one that was planned; a past case ended in time or late, as planned.
 */
export function momentsOf(
  planned: PlannedCase,
  matter: Matter | null,
  calendar: WorkCalendar,
  now: Instant,
  lights: LightMoments,
  /** When the case that this one repeats was accepted. */
  firstAt: Instant | null,
): Instant[] {
  const { steps, clockFrom } = courseOf(planned.course)
  const from = clockFrom === undefined ? -1 : steps.lastIndexOf(clockFrom)
  const startOf = (light: DemoLight) =>
    lights.of(
      light,
      clockFrom === 'accept' || matter === null ? unscreened : matter.resolution,
      planned.share,
    )
  const raw =
    firstAt !== null
      ? repeatedMoments(planned, steps, firstAt, now)
      : planned.light !== null && from >= 0
        ? openMoments(planned, steps, from, startOf(planned.light), now)
        : pastMoments(planned, steps, matter, calendar, now)
  const runsAlways = matter?.resolution.unit === 'clock_hour'
  const fitted = raw.map((at, index) => {
    if (index === from || (runsAlways && !atAnyTime.has(steps[index]!))) return at
    const spread = index * 7 + planned.at
    return atAnyTime.has(steps[index]!) ? awake(at, spread) : inOffice(at, calendar, now, spread)
  })
  return inOrder(fitted, now)
}

/** Between the report that it repeats and now; it is joined within two hours. */
function repeatedMoments(
  { share }: PlannedCase,
  steps: readonly Step[],
  firstAt: Instant,
  now: Instant,
): Instant[] {
  const passedMs = now.epochMilliseconds - firstAt.epochMilliseconds
  return steps.map((_, at) => instant(firstAt.epochMilliseconds + passedMs * share + at * 2 * hourMs))
}

/** The clock begins at `start`; what came before lies behind it, what came after is spread until now. */
function openMoments(
  { share }: PlannedCase,
  steps: readonly Step[],
  from: number,
  start: Instant,
  now: Instant,
): Instant[] {
  const before: number[] = []
  let ms = start.epochMilliseconds
  for (let at = from; at > 0; at--) {
    ms -= (gapHours[steps[at]!] ?? 6) * hourMs
    before.unshift(ms)
  }
  const left = now.epochMilliseconds - start.epochMilliseconds
  const after = steps.slice(from + 1).map((_, at, rest) => {
    const part = (at + 0.5 + 0.4 * share) / (rest.length + 0.5)
    // The first steps follow soon; the time since the last one is the unit's.
    return start.epochMilliseconds + left * part ** 1.6
  })
  return [...before, start.epochMilliseconds, ...after].map(instant)
}

/** A case that is over, or waits for the desks alone: told from its acceptance on. */
function pastMoments(
  { share, isLate, daysAgo }: PlannedCase,
  steps: readonly Step[],
  matter: Matter | null,
  calendar: WorkCalendar,
  now: Instant,
): Instant[] {
  const told = (acceptedMs: number): number[] => {
    let ms = acceptedMs
    let [sentMs, dueMs] = [ms, ms]
    return steps.map((step, at) => {
      if (at > 0) ms += (gapHours[step] ?? 1) * (0.6 + share) * hourMs
      if (step === 'dispatch' || step === 'dispatch_assisted' || step === 'rate_unsolved') {
        sentMs = ms
        dueMs = matter ? deadlineFor(matter.resolution, instant(ms), calendar).dueAt.epochMilliseconds : ms
      }
      if (step === 'note') ms = Math.max(ms, sentMs + (dueMs - sentMs) * 0.25 * (0.5 + share))
      if (step === 'resolve' || step === 'assist_resolve')
        ms = isLate
          ? Math.max(ms, dueMs) + 3 * hourMs + (dueMs - sentMs) * 0.1
          : Math.max(ms, sentMs + (dueMs - sentMs) * (0.3 + 0.3 * share))
      return ms
    })
  }
  const nowMs = now.epochMilliseconds
  const wanted = nowMs - daysAgo * 24 * hourMs
  const lasts = told(wanted).at(-1)! - wanted
  return told(Math.min(wanted, nowMs - lasts - 30 * hourMs)).map(instant)
}

const instant = (ms: number): Instant => Temporal.Instant.fromEpochMilliseconds(Math.round(ms))

/** The same moment in office hours, else a little after offices open again; where that is still to come, before. */
function inOffice(at: Instant, calendar: WorkCalendar, now: Instant, spread: number): Instant {
  if (calendar.isWorkingTime(at)) return at
  const next = calendar.addWorkingMinutes(at, 4 + (spread % 50)).at
  if (Temporal.Instant.compare(next, now) < 0) return next
  let before = now
  while (!calendar.isWorkingTime(before)) before = before.subtract({ minutes: stepMinutes })
  return before.subtract({ minutes: 50 - (spread % 50) })
}

const timeZone = 'Asia/Shanghai'

/** The same moment by day, for people who write when they are awake. */
function awake(at: Instant, spread: number): Instant {
  const { hour } = at.toZonedDateTimeISO(timeZone)
  if (hour >= 23) return at.subtract({ hours: 2 })
  return hour < 7 ? at.add({ hours: 7 - hour, minutes: spread % 60 }) : at
}

/** Moves what lies beyond now, or before the step before, by as little as keeps the order. */
function inOrder(moments: readonly Instant[], now: Instant): Instant[] {
  const ms = moments.map((at) => at.epochMilliseconds)
  let latest = now.epochMilliseconds
  for (let at = ms.length - 1; at >= 0; at--) {
    latest = Math.min(ms[at]!, latest - 2 * minuteMs)
    ms[at] = latest
  }
  for (let at = 1; at < ms.length; at++) ms[at] = Math.max(ms[at]!, ms[at - 1]! + minuteMs)
  return ms.map(instant)
}

/** Finds moments from which a clock shows a light now. */
export interface LightMoments {
  /** One of them, `share` of the way from the latest to the earliest; the nearest thing where there is none. */
  of(light: DemoLight, allowance: Allowance, share: number): Instant
}

const longestDays = 45
/** A red light of the demonstration is at most so old, that its desks do not look abandoned. */
const redHours = 100

export function lightMoments(calendar: WorkCalendar, now: Instant): LightMoments {
  const found = new Map<string, Record<DemoLight, Instant[]>>()
  const byLight = (allowance: Allowance): Record<DemoLight, Instant[]> => {
    const key = `${allowance.amount} ${allowance.unit}`
    const known = found.get(key) ?? search(allowance, calendar, now)
    found.set(key, known)
    return known
  }
  return {
    of: (light, allowance, share) => {
      const lights = byLight(allowance)
      const fitting = lights[light].length > 0 ? lights[light] : lights.green
      const inOffice = fitting.filter((at) => calendar.isWorkingTime(at))
      const choice = inOffice.length > 0 ? inOffice : fitting
      return choice[Math.floor(share * choice.length)] ?? now.subtract({ minutes: stepMinutes })
    },
  }
}

function search(allowance: Allowance, calendar: WorkCalendar, now: Instant): Record<DemoLight, Instant[]> {
  const lights: Record<DemoLight, Instant[]> = { green: [], yellow: [], red: [] }
  const counted = (a: Instant, b: Instant): number =>
    allowance.unit === 'clock_hour' ? b.since(a).total('minutes') : calendar.workingMinutesBetween(a, b)
  for (let back = 2; back * stepMinutes < longestDays * 24 * 60; back++) {
    const at = now.subtract({ minutes: back * stepMinutes })
    const { dueAt } = deadlineFor(allowance, at, calendar)
    if (dueAt.epochMilliseconds <= now.epochMilliseconds) {
      if (now.since(dueAt).total('hours') > redHours) break
      lights.red.push(at)
      continue
    }
    // A little away from the turning point, so that the light does not change while one looks.
    const left = counted(now, dueAt) / counted(at, dueAt)
    if (left > 0.4) lights.green.push(at)
    else if (left < 0.3 && left > 0.03) lights.yellow.push(at)
  }
  return lights
}
