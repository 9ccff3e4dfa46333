/** Office hours of a day, local wall time. */
export interface OfficeSpan {
  /** HH:MM, local. */
  readonly from: string
  /** HH:MM, local, later than `from`. */
  readonly to: string
}

/** What a working calendar is made of: rows, never code, so that a new State Council notice is new rows. */
export interface CalendarFacts {
  /** IANA name, such as Asia/Shanghai. */
  readonly timeZone: string
  /** Office hours by the day from which they hold (YYYY-MM-DD, ascending). */
  readonly hours: readonly { readonly validFrom: string; readonly spans: readonly OfficeSpan[] }[]
  /** Statutory holidays and make-up workdays by day. */
  readonly days: ReadonlyMap<string, 'holiday' | 'workday'>
  /** Years whose holidays the State Council has announced. Outside them a deadline is provisional. */
  readonly announcedYears: ReadonlySet<number>
}

/** A moment counted by the calendar, and whether a notice still to come can change it. */
export interface CountedMoment {
  readonly at: Temporal.Instant
  /** A day on the way has no State Council notice behind it yet: count again when the notice is entered. */
  readonly provisional: boolean
}

/** Working time of one district: elapsed time within office spans, exact to the millisecond. */
export interface WorkCalendar {
  /** Whether offices open at all on `day`, YYYY-MM-DD local. */
  isWorkday(day: string): boolean
  /** Whether `at` lies in an office span; the last moment of a span is outside it. */
  isWorkingTime(at: Temporal.Instant): boolean
  /** When offices close on the local day of `at`, after any break; null on a day off. */
  closingOn(at: Temporal.Instant): Temporal.Instant | null
  /** The first working moment from `at` on: `at` itself in working time, else when offices open next. */
  openFrom(at: Temporal.Instant): Temporal.Instant
  /** The earliest moment by which `minutes` of working time have passed since `at`; 0 gives `at` itself. */
  addWorkingMinutes(at: Temporal.Instant, minutes: number): CountedMoment
  /** As `addWorkingMinutes`, for accounts that must not round. */
  addWorkingMilliseconds(at: Temporal.Instant, milliseconds: number): CountedMoment
  /** End of the last office span of the n-th working day after the day of `at`, which is not counted. */
  endOfWorkingDay(at: Temporal.Instant, after: { readonly daysLater: number }): CountedMoment
  /** Whole working minutes from `a` to `b`, rounded down; 0 where `b` is not later. */
  workingMinutesBetween(a: Temporal.Instant, b: Temporal.Instant): number
  /** As `workingMinutesBetween`, for accounts that must not round. */
  workingMillisecondsBetween(a: Temporal.Instant, b: Temporal.Instant): number
  /** Working minutes of a usual working day by the hours that hold at `at`: the length by which days are said. */
  usualDayMinutesAt(at: Temporal.Instant): number
  /** Whether any local day from `a` to `b` (both included) still waits for a notice. */
  isProvisionalBetween(a: Temporal.Instant, b: Temporal.Instant): boolean
}

/** One local day, worked out once: its office spans as epoch milliseconds (none on a day off). */
interface WorkDay {
  readonly spans: readonly { readonly fromMs: number; readonly toMs: number }[]
  readonly provisional: boolean
}

const dayMs = 86_400_000
/** No honest count walks longer; a calendar that never works must not hang the program. */
const longestWalkDays = 200 * 366

/**
 * The working calendar that `facts` describe. Days are worked out when first asked for and then kept.
 * Facts that contradict themselves (no hours, a span that ends before it starts) are a bug: RangeError.
 */
export function workCalendar(facts: CalendarFacts): WorkCalendar {
  assertFacts(facts)
  const dayAt = dayReader(facts)
  const numberOf = (at: Temporal.Instant) => localDayNumber(at, facts.timeZone)
  const counted = (ms: number, provisional: boolean): CountedMoment => ({
    at: Temporal.Instant.fromEpochMilliseconds(ms),
    provisional,
  })

  const addWorkingMilliseconds = (at: Temporal.Instant, milliseconds: number): CountedMoment => {
    assertWhole('milliseconds', milliseconds, 0)
    if (milliseconds === 0) return { at, provisional: false }
    let leftMs = milliseconds
    let provisional = false
    for (const day of daysFrom(dayAt, numberOf(at))) {
      provisional ||= day.provisional
      for (const span of day.spans) {
        const fromMs = Math.max(span.fromMs, at.epochMilliseconds)
        if (span.toMs <= fromMs) continue
        if (leftMs <= span.toMs - fromMs) return counted(fromMs + leftMs, provisional)
        leftMs -= span.toMs - fromMs
      }
    }
    throw new RangeError('no working time within the longest walk')
  }

  const endOfWorkingDay = (at: Temporal.Instant, { daysLater }: { readonly daysLater: number }) => {
    assertWhole('daysLater', daysLater, 1)
    let daysLeft = daysLater
    let provisional = false
    for (const day of daysFrom(dayAt, numberOf(at) + 1)) {
      provisional ||= day.provisional
      const last = day.spans.at(-1)
      if (last && --daysLeft === 0) return counted(last.toMs, provisional)
    }
    throw new RangeError('no working day within the longest walk')
  }

  const workingMillisecondsBetween = (a: Temporal.Instant, b: Temporal.Instant): number => {
    const [fromMs, toMs] = [a.epochMilliseconds, b.epochMilliseconds]
    if (toMs <= fromMs) return 0
    let sumMs = 0
    for (const day of daysBetween(dayAt, numberOf(a), numberOf(b))) {
      for (const span of day.spans) {
        sumMs += Math.max(0, Math.min(span.toMs, toMs) - Math.max(span.fromMs, fromMs))
      }
    }
    return sumMs
  }

  return {
    isWorkday: (day) => dayAt(dayNumber(Temporal.PlainDate.from(day))).spans.length > 0,
    isWorkingTime: (at) =>
      dayAt(numberOf(at)).spans.some(
        (span) => span.fromMs <= at.epochMilliseconds && at.epochMilliseconds < span.toMs,
      ),
    closingOn: (at) => closingOf(dayAt(numberOf(at))),
    openFrom: (at) => addWorkingMilliseconds(at, 1).at.subtract({ milliseconds: 1 }),
    addWorkingMinutes: (at, minutes) => addWorkingMilliseconds(at, minutes * 60_000),
    addWorkingMilliseconds,
    endOfWorkingDay,
    workingMinutesBetween: (a, b) => Math.floor(workingMillisecondsBetween(a, b) / 60_000),
    workingMillisecondsBetween,
    usualDayMinutesAt: (at) => minutesOf(hoursOn(facts, epochDay.add({ days: numberOf(at) })).spans),
    isProvisionalBetween: (a, b) =>
      daysBetween(dayAt, numberOf(a), numberOf(b)).some((day) => day.provisional),
  }
}

type DayAt = (number: number) => WorkDay

/** Gives a local day by its number (days since 1970-01-01), each worked out once. */
function dayReader(facts: CalendarFacts): DayAt {
  const known = new Map<number, WorkDay>()
  return (number) => {
    const found = known.get(number)
    if (found) return found
    const date = epochDay.add({ days: number })
    const spans = isWorkdate(facts, date) ? spansOf(facts, date) : []
    const day = { spans, provisional: isUnannounced(facts, date) }
    known.set(number, day)
    return day
  }
}

const epochDay = Temporal.PlainDate.from('1970-01-01')
const dayNumber = (date: Temporal.PlainDate): number => epochDay.until(date).days

/** Number of the local day of `at`; one Temporal call, since every count begins with it. */
function localDayNumber(at: Temporal.Instant, timeZone: string): number {
  const { epochMilliseconds, offsetNanoseconds } = at.toZonedDateTimeISO(timeZone)
  return Math.floor((epochMilliseconds + offsetNanoseconds / 1_000_000) / dayMs)
}

function* daysFrom(dayAt: DayAt, first: number): Generator<WorkDay> {
  for (let number = first; number <= first + longestWalkDays; number++) yield dayAt(number)
}

/** Days from `first` to `last`, both included. */
function* daysBetween(dayAt: DayAt, first: number, last: number): Generator<WorkDay> {
  if (last - first > longestWalkDays) throw new RangeError('the two moments lie too far apart')
  for (let number = first; number <= last; number++) yield dayAt(number)
}

/** Rows decide; else Saturday and Sunday are off (State Council Order 174, art. 7, from 1995-05-01). */
function isWorkdate(facts: CalendarFacts, date: Temporal.PlainDate): boolean {
  const row = facts.days.get(date.toString())
  return row ? row === 'workday' : date.dayOfWeek <= 5
}

/**
 * Whether the day may still change. The last three days of December hang on the next year's notice too: that
 * of 2019 gave 2018-12-31 off and made 2018-12-29 a workday; so did those of 2007, 2008, 2012 and 2023.
 */
function isUnannounced(facts: CalendarFacts, date: Temporal.PlainDate): boolean {
  const isYearEnd = date.month === 12 && date.day >= 29
  return !facts.announcedYears.has(date.year) || (isYearEnd && !facts.announcedYears.has(date.year + 1))
}

/** The hours that hold on a day. Days before the first row of hours use that row: older cases must count too. */
function hoursOn(facts: CalendarFacts, date: Temporal.PlainDate): CalendarFacts['hours'][number] {
  const day = date.toString()
  return facts.hours.findLast((row) => row.validFrom <= day) ?? facts.hours[0]!
}

/** Minutes since midnight of HH:MM. */
const minuteOfDay = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

const minutesOf = (spans: readonly OfficeSpan[]): number =>
  spans.reduce((sum, { from, to }) => sum + minuteOfDay(to) - minuteOfDay(from), 0)

function closingOf({ spans }: WorkDay): Temporal.Instant | null {
  const last = spans.at(-1)
  return last ? Temporal.Instant.fromEpochMilliseconds(last.toMs) : null
}

/** The day's office spans, as moments. */
function spansOf(facts: CalendarFacts, date: Temporal.PlainDate): WorkDay['spans'] {
  const hours = hoursOn(facts, date)
  let openMs = Number.NEGATIVE_INFINITY
  return hours.spans.flatMap((span) => {
    // A wall time that the clocks skip or repeat moves; it may never let two spans count the same minute.
    const fromMs = Math.max(wallMs(date, span.from, facts.timeZone), openMs)
    const toMs = wallMs(date, span.to, facts.timeZone)
    if (toMs <= fromMs) return []
    openMs = toMs
    return [{ fromMs, toMs }]
  })
}

function wallMs(date: Temporal.PlainDate, time: string, timeZone: string): number {
  if (time === '24:00') return date.add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds
  return date.toZonedDateTime({ timeZone, plainTime: time }).epochMilliseconds
}

function assertFacts(facts: CalendarFacts): void {
  const spanForm = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/
  if (facts.hours.length === 0) throw new RangeError('a working calendar needs office hours')
  facts.hours.forEach((row, i) => {
    if (row.spans.length === 0) throw new RangeError(`no office span from ${row.validFrom}`)
    if (i > 0 && row.validFrom <= facts.hours[i - 1]!.validFrom) throw new RangeError('hours not ascending')
    let before = ''
    for (const { from, to } of row.spans) {
      const isFormed = spanForm.test(from) && spanForm.test(to)
      if (!isFormed || from >= to || from < before) throw new RangeError(`office span ${from}-${to} is wrong`)
      before = to
    }
  })
}

function assertWhole(name: string, value: number, least: number): void {
  if (!Number.isSafeInteger(value) || value < least) throw new RangeError(`${name}: ${value}`)
}
