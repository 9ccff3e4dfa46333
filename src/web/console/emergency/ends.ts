/** Hours after which an emergency may end by itself; half an hour for a drill at the least. */
export const drillHours: readonly number[] = [0.5, 1, 2, 4, 8, 24]
export const realHours: readonly number[] = [6, 12, 24, 48, 72]
/** What a real one gets unless somebody says otherwise, and gets more by one press. */
export const usualHours = 24

const hourMs = 3_600_000

/** The hours that a drill may still get: a day in all. */
export const drillHoursLeft = (fromAt: string, nowMs: number): readonly number[] =>
  drillHours.filter((hours) => nowMs + hours * hourMs <= Date.parse(fromAt) + 24 * hourMs)

/** The usual time behind an end, ISO 8601. */
export const prolonged = (untilAt: string): string => isoAt(Date.parse(untilAt) + usualHours * hourMs)

/** The end after so many hours from now, ISO 8601; null where it is ended by hand. */
export const endAfter = (hours: number | null, nowMs: number): string | null =>
  hours === null ? null : isoAt(nowMs + hours * hourMs)

function isoAt(ms: number): string {
  return new Date(ms).toISOString()
}
