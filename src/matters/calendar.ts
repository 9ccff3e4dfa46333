import type { WorkCalendar } from '../kernel/calendar.ts'
import { workCalendar } from '../kernel/calendar.ts'
import type { Ctx } from '../platform/ctx.ts'
import { keep } from '../platform/kept.ts'
import { type CalendarRows, readCalendar } from './calendar.sql.ts'
import type { CalendarYear } from './contract.ts'

/** Office hours that a district begins with, and is counted by until it has rows of its own. */
export const usualHours = {
  validFrom: '1990-01-01',
  spans: [
    { from: '09:00', to: '12:00' },
    { from: '13:30', to: '17:30' },
  ],
}

/** The calendar in memory; whoever writes its rows says `change` first and `forget` after. */
export const keptCalendar = keep(
  'calendar',
  async (db, { timeZone }): Promise<{ rows: CalendarRows; calendar: WorkCalendar }> => {
    const rows = await readCalendar(db)
    const calendar = workCalendar({
      timeZone,
      hours: rows.hours.length > 0 ? rows.hours : [usualHours],
      days: new Map(rows.days.map(({ day, kind }) => [day, kind])),
      announcedYears: new Set(rows.years.map(({ year }) => year)),
    })
    return { rows, calendar }
  },
)

/** The district's working calendar. Without rows every year is unannounced and what is counted is provisional. */
export async function calendarOf(ctx: Pick<Ctx, 'district'>): Promise<WorkCalendar> {
  return (await keptCalendar.of(ctx)).calendar
}

/** The calendar as its rows say now: for whoever counts again because another server has just changed them. */
export async function freshCalendarOf(ctx: Pick<Ctx, 'district'>): Promise<WorkCalendar> {
  keptCalendar.forget(ctx)
  return calendarOf(ctx)
}

/** A year as its rows say it; public. */
export async function readYear(ctx: Pick<Ctx, 'district'>, year: number): Promise<CalendarYear> {
  const { rows } = await keptCalendar.of(ctx)
  const announced = rows.years.find((row) => row.year === year)
  return {
    year,
    announced: announced !== undefined,
    source: announced?.source ?? null,
    days: rows.days.filter(({ day }) => day.startsWith(`${year}-`)),
    hours: [...rows.hours],
  }
}
