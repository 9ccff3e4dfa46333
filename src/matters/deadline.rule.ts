import type { CountedMoment, WorkCalendar } from '../kernel/calendar.ts'
import type { Allowance } from './contract.ts'

/**
 * When something allowed `allowance` and begun at `startedAt` is due. The due moment itself is still on time.
 * Working hours run from the next working moment. Of working days the day of the start is not counted, and
 * the last one lasts until offices close: a period in days begins the day after, and one whose last day is a
 * day off ends on the next working day (Civil Code art. 201 and 203, in force from 2021-01-01). Clock hours
 * run through nights and holidays, so that no notice to come can move them.
 */
export function deadlineFor(
  allowance: Allowance,
  startedAt: Temporal.Instant,
  calendar: WorkCalendar,
): { dueAt: Temporal.Instant; provisional: boolean } {
  if (allowance.unit === 'clock_hour') {
    return { dueAt: startedAt.add({ hours: allowance.amount }), provisional: false }
  }
  const due: CountedMoment =
    allowance.unit === 'working_hour'
      ? calendar.addWorkingMinutes(startedAt, 60 * allowance.amount)
      : calendar.endOfWorkingDay(startedAt, { daysLater: allowance.amount })
  return { dueAt: due.at, provisional: due.provisional }
}

/** The minutes in which a clock with this allowance counts: those of office hours, or all of them. */
export const measureOf = (allowance: Allowance): 'working' | 'clock' =>
  allowance.unit === 'clock_hour' ? 'clock' : 'working'
