/** One person's shift as the roster has it: minutes of a local day; a night shift ends after the day does. */
export interface RosterShift {
  readonly day: string
  readonly fromMinute: number
  readonly untilMinute: number
  readonly personId: string
}

/** A shift with the moments at which it begins and ends. */
export interface TimedShift extends RosterShift {
  readonly fromAt: Temporal.Instant
  readonly untilAt: Temporal.Instant
}

const minutesOfDay = 1440

const momentOf = (day: string, minute: number, timeZone: string): Temporal.Instant => {
  const days = Math.floor(minute / minutesOfDay)
  const rest = minute % minutesOfDay
  const time = new Temporal.PlainTime(Math.floor(rest / 60), rest % 60)
  return Temporal.PlainDate.from(day).add({ days }).toZonedDateTime({ timeZone, plainTime: time }).toInstant()
}

/** The moments of a shift, on the wall clock of the district. */
export const timed = (shift: RosterShift, timeZone: string): TimedShift => ({
  ...shift,
  fromAt: momentOf(shift.day, shift.fromMinute, timeZone),
  untilAt: momentOf(shift.day, shift.untilMinute, timeZone),
})

/** Who is on duty at a moment: by the roster alone, yesterday's night shift too. */
export function onDutyAt(
  shifts: readonly RosterShift[],
  now: Temporal.Instant,
  timeZone: string,
): TimedShift[] {
  const compare = Temporal.Instant.compare
  return shifts
    .map((shift) => timed(shift, timeZone))
    .filter(({ fromAt, untilAt }) => compare(fromAt, now) <= 0 && compare(now, untilAt) < 0)
}

/** Whether somebody serves on a day, of a term that begins on one day and is over on another. */
export const serves = (
  { fromDay, untilDay }: { readonly fromDay: string; readonly untilDay: string | null },
  day: string,
): boolean => fromDay <= day && (untilDay === null || day < untilDay)

/** Whether a station is open on a day, of one that is closed from a day on. */
export const isOpenOn = (closedOn: string | null, day: string): boolean => closedOn === null || day < closedOn

/** So many days on, or back. */
export const dayPlus = (day: string, days: number): string =>
  Temporal.PlainDate.from(day).add({ days }).toString()

/** The first of these shifts that cannot be: it ends before it begins, or lasts longer than a day. */
export const isShiftFit = ({ fromMinute, untilMinute }: Pick<RosterShift, 'fromMinute' | 'untilMinute'>) =>
  untilMinute > fromMinute && untilMinute - fromMinute <= minutesOfDay
