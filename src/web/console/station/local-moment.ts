/** The moment of a local day (YYYY-MM-DD) and time (HH:MM), ISO 8601 in UTC; null where either is none. China keeps UTC+8. */
export function momentOf(day: string, clock: string): string | null {
  const at = Date.parse(`${day}T${clock}:00+08:00`)
  return Number.isNaN(at) ? null : new Date(at).toISOString()
}

/** So many hours after a moment, ISO 8601. */
export const hoursAfter = (at: string, hours: number): string =>
  new Date(Date.parse(at) + hours * 3_600_000).toISOString()

/** A time of day (HH:MM) as minutes from midnight; null where it is none. */
export function minuteOf(clock: string): number | null {
  const [hour = Number.NaN, minute = Number.NaN] = clock.split(':').map(Number)
  const fits = hour >= 0 && hour < 24 && minute >= 0 && minute < 60
  return fits ? hour * 60 + minute : null
}

/** Minutes from midnight as a time of day, HH:MM; those of the next day as theirs. */
export function clockOf(minute: number): string {
  const rest = minute % 1440
  return `${String(Math.floor(rest / 60)).padStart(2, '0')}:${String(rest % 60).padStart(2, '0')}`
}
