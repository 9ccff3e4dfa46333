import type { ClockEvent } from '../cases/clock-stretches.rule.ts'
import { workCalendar } from '../kernel/calendar.ts'

const timeZone = 'Asia/Shanghai'

/**
 * The calendar on which clocks are tested, 420 working minutes a day. 2026-10-09 is a Friday, the 10th a
 * Saturday to make up for the holiday, the 11th a Sunday. 2027 is not announced.
 */
export const october2026 = workCalendar({
  timeZone,
  hours: [
    {
      validFrom: '2026-01-01',
      spans: [
        { from: '09:00', to: '12:00' },
        { from: '13:30', to: '17:30' },
      ],
    },
  ],
  days: new Map([
    ['2026-10-01', 'holiday'],
    ['2026-10-02', 'holiday'],
    ['2026-10-10', 'workday'],
  ]),
  announcedYears: new Set([2026]),
})

/** A local moment of 2026 as tests write it: `10-09T16:00`, with seconds where they matter. */
export const localMoment = (local: string): Temporal.Instant =>
  Temporal.PlainDateTime.from(`2026-${local}`).toZonedDateTime(timeZone).toInstant()

/** The way back: an ISO moment as month, day, hour and minute, local. */
export const localText = (moment: string | null): string | null =>
  moment &&
  Temporal.Instant.from(moment)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
    .slice(5)

/**
 * A clock's events in words:
 * `started 10-09T09:00, paused 10-09T11:00 until 10-09T14:30, extended 10-09T15:00 by 60`.
 */
export const clockLife = (words: string): ClockEvent[] =>
  words.split(', ').map((sentence) => {
    const [kind, moment, , more] = sentence.split(' ')
    const at = localMoment(moment ?? '')
    switch (kind) {
      case 'started':
      case 'signed':
      case 'resumed':
      case 'stopped':
      case 'restarted':
        return { kind, at }
      case 'paused':
        return more ? { kind, at, until: localMoment(more) } : { kind, at }
      case 'extended':
        return { kind, at, minutes: Number(more) }
      default:
        throw new Error(`a clock knows nothing of "${sentence}"`)
    }
  })
