import type { Shift, Station } from '../../../cases/station/station.contract.ts'
import { clockOf, minuteOf } from './local-moment.ts'

type Day = Station['roster'][number]

/** A shift while it is written: times of the clock, and who. */
export interface ShiftDraft {
  readonly key: number
  readonly from: string
  readonly until: string
  readonly who: readonly string[]
}

export const usualShift = { from: '08:00', until: '18:00', who: [] }

/** What stands on a day, to be changed: without whoever left meanwhile, whom the server would not take again. */
export function draftsOf(shifts: Day['shifts'], serving: Day['serving']): readonly ShiftDraft[] {
  const may = new Set(serving.map(({ id }) => id))
  const drafts = shifts.map(({ fromMinute, untilMinute, people }, key) => ({
    ...{ key, from: clockOf(fromMinute), until: clockOf(untilMinute) },
    who: people.map(({ id }) => id).filter((id) => may.has(id)),
  }))
  return drafts.length > 0 ? drafts : [{ key: 0, ...usualShift }]
}

/** A shift as the server takes it; null where something is missing. */
export function shiftOf({ from, until, who }: ShiftDraft): Shift | null {
  const [start, end] = [minuteOf(from), minuteOf(until)]
  if (start === null || end === null || who.length === 0) return null
  return { fromMinute: start, untilMinute: end > start ? end : end + 1440, personIds: [...who] }
}
