/** Minutes after local midnight, from the first to before the second; alike is never. */
export interface QuietMinutes {
  readonly from: number
  readonly until: number
}

/** What comes within a minute leaves as one message. */
export const gatherSeconds = 60

/** 22:00 to 07:00. Source: own; noise at night is from 22:00 to 06:00 by 噪声污染防治法 (2022-06-05), Article 88. */
export const usualQuiet: QuietMinutes = { from: 22 * 60, until: 7 * 60 }

export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
export const timeOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/**
 * The first moment from `at` on at which something may be told: `at` itself outside the quiet time, else its end. An
 * emergency is told at once. Counted by the local clock, so that a night of a change of clocks is as long as it is.
 */
export function tellAt(
  at: Temporal.Instant,
  timeZone: string,
  { from, until }: QuietMinutes,
  urgent: boolean,
): Temporal.Instant {
  if (urgent || from === until) return at
  const local = at.toZonedDateTimeISO(timeZone)
  const minute = local.hour * 60 + local.minute
  const isQuiet = from < until ? minute >= from && minute < until : minute >= from || minute < until
  if (!isQuiet) return at
  const endsTomorrow = from > until && minute >= from
  return local
    .toPlainDate()
    .add({ days: endsTomorrow ? 1 : 0 })
    .toZonedDateTime({
      timeZone,
      plainTime: Temporal.PlainTime.from({ hour: Math.floor(until / 60), minute: until % 60 }),
    })
    .toInstant()
}
