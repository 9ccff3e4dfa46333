import { idFrom } from '../kernel/ids.ts'
import type { GridDayRule } from './grid-day.contract.ts'

/**
 * The day as Linli comes: the 28th, whatever day of the week it is, since people are at home on days off. The district
 * may announce another. Source: the brief of the district's grid work (own).
 */
export const startingRule: GridDayRule = { validFrom: null, dayOfMonth: 28, nextWorkingDay: false }

/** The rule of a month (YYYY-MM): the latest that counts by then. */
export function ruleOf(month: string, announced: readonly GridDayRule[]): GridDayRule {
  const counting = announced
    .filter(({ validFrom }) => validFrom !== null && validFrom <= month)
    .sort((a, b) => (a.validFrom! < b.validFrom! ? -1 : 1))
  return counting.at(-1) ?? startingRule
}

/** The day in the grid of a month (YYYY-MM-DD). */
export function dayIn(
  month: string,
  announced: readonly GridDayRule[],
  isWorkday: (day: string) => boolean,
): string {
  const { dayOfMonth, nextWorkingDay } = ruleOf(month, announced)
  let day = Temporal.PlainDate.from(`${month}-${String(dayOfMonth).padStart(2, '0')}`)
  // No break is as long as that: a calendar that never works must not hang the program.
  for (let moved = 0; nextWorkingDay && moved < 30 && !isWorkday(day.toString()); moved++)
    day = day.add({ days: 1 })
  return day.toString()
}

/** The next one from a day on, that day among them. One that moved may fall into the month after its own. */
export function nextDay(
  today: string,
  announced: readonly GridDayRule[],
  isWorkday: (day: string) => boolean,
): string {
  const month = Temporal.PlainYearMonth.from(today.slice(0, 7))
  const days = [-1, 0, 1].map((months) => dayIn(month.add({ months }).toString(), announced, isWorkday))
  return days.find((day) => day >= today) ?? days.at(-1)!
}

/** The id of a day in one grid: a phone and the server make the same one, whoever comes first. */
export const gridDayId = (gridId: string, day: string): string =>
  idFrom(Temporal.Instant.from(`${day}T00:00Z`).epochMilliseconds, 0, `${gridId}/${day}`)
