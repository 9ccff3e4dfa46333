/** The only source of "now". Tests give a fixed or stepped one. */
export interface Clock {
  now(): Temporal.Instant
}

export const systemClock: Clock = { now: () => Temporal.Instant.fromEpochMilliseconds(Date.now()) }

/** A moment as contracts carry it: ISO 8601 in UTC, to the millisecond. */
export const iso = (at: Temporal.Instant): string => at.toString({ smallestUnit: 'millisecond' })

/** The local day of a moment, YYYY-MM-DD. */
export const dayOf = (at: Temporal.Instant, timeZone: string): string =>
  at.toZonedDateTimeISO(timeZone).toPlainDate().toString()

/** A moment for libraries that know only `Date`. */
export const toDate = (at: Temporal.Instant): Date => new Date(at.epochMilliseconds)
