/** The only source of "now". Tests give a fixed or stepped one. */
export interface Clock {
  now(): Temporal.Instant
}

export const systemClock: Clock = { now: () => Temporal.Instant.fromEpochMilliseconds(Date.now()) }

/** A moment as contracts carry it: ISO 8601 in UTC, to the millisecond. */
export const iso = (at: Temporal.Instant): string => at.toString({ smallestUnit: 'millisecond' })

/** Local midnight falls on a quarter of an hour of UTC in every zone: within one, the day is the same. */
const quarterMs = 15 * 60_000
let lastDay = { quarter: Number.NaN, timeZone: '', day: '' }

/** The local day of a moment, YYYY-MM-DD. The day of the last quarter of an hour asked for is kept. */
export function dayOf(at: Temporal.Instant, timeZone: string): string {
  const quarter = Math.floor(at.epochMilliseconds / quarterMs)
  if (lastDay.quarter !== quarter || lastDay.timeZone !== timeZone) {
    const day = at.toZonedDateTimeISO(timeZone).toPlainDate().toString()
    lastDay = { quarter, timeZone, day }
  }
  return lastDay.day
}

/** Local wall time as offices write it in lists: `YYYY-MM-DD HH:MM`. */
export const localMinute = (at: Temporal.Instant, timeZone: string): string =>
  at.toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ')

/** A moment for libraries that know only `Date`. */
export const toDate = (at: Temporal.Instant): Date => new Date(at.epochMilliseconds)
