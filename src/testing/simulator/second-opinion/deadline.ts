import type { Minutes } from './minutes.ts'

/** The minute in which so many hours are over: hours of the offices, or of the clock. */
export function hoursAfter(start: number, hours: number, unit: string, minutes: Minutes): number {
  let minute = start
  for (let counted = 0; counted < hours * 60; minute += 1)
    if (unit === 'clock_hour' || minutes.isOffice(minute)) counted += 1
  return minute
}
