import type { WorkCalendar } from '../../kernel/calendar.ts'

/** What waits this long lies with nobody for a quarter of a working day, and the head should ask. Source: own. */
export const untakenHours = 2

/**
 * By when it is to be taken: within working time, so that what is given over in the evening is for the morning. In an
 * emergency somebody sits there at night too, and the clock counts.
 */
export const takeDueAt = (
  givenAt: Temporal.Instant,
  isEmergency: boolean,
  calendar: Pick<WorkCalendar, 'addWorkingMinutes'>,
): Temporal.Instant =>
  isEmergency
    ? givenAt.add({ hours: untakenHours })
    : calendar.addWorkingMinutes(givenAt, untakenHours * 60).at

/** Whether it waited, or waits, longer than that; always where the head was told of it. */
export function isLate(
  { takenAt, replacedAt, toldAt }: HandOverTimes,
  dueAt: Temporal.Instant,
  now: Temporal.Instant,
): boolean {
  return toldAt !== null || Temporal.Instant.compare(dueAt, takenAt ?? replacedAt ?? now) < 0
}

interface HandOverTimes {
  readonly takenAt: Temporal.Instant | null
  readonly replacedAt: Temporal.Instant | null
  readonly toldAt: Temporal.Instant | null
}
