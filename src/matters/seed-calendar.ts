import type { Ctx } from '../platform/ctx.ts'
import { type CalendarRows, putDays, putOfficeHours, putYears, readCalendar } from './calendar.sql.ts'
import { keptCalendar, usualHours } from './calendar.ts'
import { announcedYearsOf, seededCalendarDays } from './calendar-years.ts'

const source = '国务院办公厅关于部分节假日安排的通知（chinese-days）'

const hasCalendar = ({ hours, years, days }: CalendarRows): boolean =>
  hours.length > 0 && (years.length > 0 || days.length > 0)

/**
 * Gives a new district the calendar that Linli brings: the announced years, and the usual office hours. Rows that
 * stand are left as they are. It comes before the district's area, so that the journal has no line of it.
 */
export async function seedCalendar(ctx: Ctx): Promise<{ years: number; days: number }> {
  ctx.must('calendar.manage')
  // Asked at every start: whoever finds a calendar writes nothing.
  if (await ctx.read(async (tx) => hasCalendar(await readCalendar(tx.db)))) return { years: 0, days: 0 }
  const seeded = await ctx.transaction(async (tx) => {
    await keptCalendar.change(tx)
    const standing = await readCalendar(tx.db)
    if (standing.hours.length === 0) await putOfficeHours(tx, usualHours)
    if (standing.years.length > 0 || standing.days.length > 0) return { years: 0, days: 0 }
    const days = await seededCalendarDays()
    const years = [...announcedYearsOf(days)]
    await putDays(tx, days)
    await putYears(
      tx,
      years.map((year) => ({ year, source })),
    )
    return { years: years.length, days: days.length }
  })
  keptCalendar.forget(ctx)
  return seeded
}
