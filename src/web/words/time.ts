// Facts about moments and durations that the languages put into words, on the district's clock and never on the
// phone's own. Added up here: old phones lack Temporal, and take longer to make an Intl.DateTimeFormat than to draw a list.

import type { Words } from './zh.ts'

/** A moment on the district's wall clock, and how many days it is from today there. */
export interface MomentFacts {
  readonly year: number
  readonly month: number
  readonly day: number
  /** HH:MM */
  readonly clock: string
  /** 0 Sunday to 6 Saturday */
  readonly weekday: number
  /** Local days from now: -1 yesterday, 0 today, 1 tomorrow. */
  readonly daysAway: number
  readonly sameYear: boolean
}

const DAY_MS = 86_400_000

/** China keeps UTC+8 all year, since 1992 without a summer time (tz database, Asia/Shanghai). */
const AHEAD_MS = 8 * 3_600_000

function wallClock(atMs: number) {
  const local = new Date(atMs + AHEAD_MS)
  const [year, month, day] = [local.getUTCFullYear(), local.getUTCMonth() + 1, local.getUTCDate()] as const
  return { year, month, day, clock: local.toISOString().slice(11, 16), dayMs: Date.UTC(year, month - 1, day) }
}

/** What the languages need to say `iso` (ISO 8601 with offset or Z) as seen at `nowMs`. Throws on a text that is no moment. */
export function momentFacts(iso: string, nowMs: number): MomentFacts {
  const atMs = new Date(iso).getTime()
  if (Number.isNaN(atMs)) throw new RangeError(`not a moment: ${iso}`)
  const then = wallClock(atMs)
  const now = wallClock(nowMs)
  return {
    year: then.year,
    month: then.month,
    day: then.day,
    clock: then.clock,
    weekday: new Date(then.dayMs).getUTCDay(),
    daysAway: Math.round((then.dayMs - now.dayMs) / DAY_MS),
    sameYear: then.year === now.year,
  }
}

/** The same of a local day (YYYY-MM-DD). Noon of it is the same day in the district. */
export const dayFacts = (day: string, nowMs: number): MomentFacts => momentFacts(`${day}T04:00:00Z`, nowMs)

/** A local day (YYYY-MM-DD): 今天, 明天, 11月25日. */
export const sayDay = (words: Words, day: string, nowMs: number): string =>
  words.time.day(dayFacts(day, nowMs))

/** A local day (YYYY-MM-DD) in full: 2026年11月25日. For rules and terms, which are read on other days. */
export const sayDate = (words: Words, day: string): string =>
  words.time.day({ ...momentFacts(`${day}T04:00:00Z`, 0), daysAway: Number.NaN, sameYear: false })

/** The day at `nowMs` in the district, YYYY-MM-DD, as a field for days takes it. */
export function localDay(nowMs: number): string {
  const { year, month, day } = wallClock(nowMs)
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** The day so many days after `day` (YYYY-MM-DD). Days have no zone: UTC counts them as well as any. */
export function dayAfter(day: string, days = 1): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10)
}

/** 今天 17:30, 明天 09:00, 11月25日 17:30; "today 17:30". */
export const sayMoment = (words: Words, iso: string, nowMs: number): string =>
  words.time.moment(momentFacts(iso, nowMs))

/** As a resident reads a deadline: 今天 17:30 前; "by 17:30 today". */
export const sayDue = (words: Words, iso: string, nowMs: number): string =>
  words.time.due(momentFacts(iso, nowMs))

/** As paper and pictures say it: 2026年11月22日 17:30. They are read on other days, when "today" is no longer true. */
export const sayMomentOnPaper = (words: Words, iso: string): string =>
  words.time.moment({ ...momentFacts(iso, 0), daysAway: Number.NaN, sameYear: false })

/** A deadline on paper: 2026年11月22日 17:30 前. */
export const sayDueOnPaper = (words: Words, iso: string): string =>
  words.time.due({ ...momentFacts(iso, 0), daysAway: Number.NaN, sameYear: false })

/** Whether days are said as working days or as days of 24 hours. */
export type Measure = 'working' | 'clock'

/** The days that a duration is said in: an account's own, since the server knows the district's office hours. */
export interface DayLength {
  readonly measure: Measure
  /** Counted minutes of one such day. */
  readonly minutesPerDay: number
}

/** A duration cut into the units in which it is said. Always rounded down, so that nothing is promised or blamed too much. */
export interface DurationFacts {
  readonly days: number
  readonly hours: number
  readonly minutes: number
  readonly measure: Measure
}

/**
 * Cuts `minutes` for a light: one unit only. Up to two days in hours (剩 9 小时), from there in days;
 * exactly one day is said as a day.
 */
export function shortDuration(minutes: number, { measure, minutesPerDay: perDay }: DayLength): DurationFacts {
  if (minutes < 60) return { days: 0, hours: 0, minutes: Math.floor(minutes), measure }
  if (minutes === perDay || minutes >= 2 * perDay)
    return { days: Math.floor(minutes / perDay), hours: 0, minutes: 0, measure }
  return { days: 0, hours: Math.floor(minutes / 60), minutes: 0, measure }
}

/**
 * Cuts `minutes` for a sentence: from two days on (and for exactly one) days and hours, below that hours and minutes,
 * so that the sentence and the light beside it name the same unit.
 */
export function fullDuration(minutes: number, { measure, minutesPerDay: perDay }: DayLength): DurationFacts {
  const days = minutes === perDay || minutes >= 2 * perDay ? Math.floor(minutes / perDay) : 0
  const rest = minutes - days * perDay
  const hours = Math.floor(rest / 60)
  return { days, hours, minutes: days > 0 ? 0 : Math.floor(rest - hours * 60), measure }
}
