import type { FieldGridDays } from '../../../rounds/grid-day.contract.ts'
import { nowMs } from '../../clock.ts'
import { localDay } from '../../words/time.ts'

/** The days in the grid that are not over, with whether the first is today: what was read may be of yesterday. */
export function daysToCome({ days }: FieldGridDays) {
  const today = localDay(nowMs())
  const coming = days.filter(({ day }) => day >= today)
  return { days: coming, isToday: coming[0]?.day === today }
}
