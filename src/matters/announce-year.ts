import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { atlasOf } from '../areas/door.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Ctx } from '../platform/ctx.ts'
import { actOnce } from '../platform/once.ts'
import { putDays, putYears, readCalendar, removeDays } from './calendar.sql.ts'
import { keptCalendar, readYear } from './calendar.ts'
import type { AnnounceYear, CalendarDay, CalendarYear } from './contract.ts'
import { matterLine } from './events.ts'

/**
 * Enters the State Council's notice for a year: its days replace those that stood, and the year is announced. A notice
 * may also set the last three days of the year before. Refuses `input_invalid` for a day outside, or said twice.
 */
export async function announceYear(ctx: Ctx, year: number, body: AnnounceYear): Promise<CalendarYear> {
  ctx.must('calendar.manage')
  checkDays(year, body.days)
  const { district } = await atlasOf(ctx)
  const request = { ...body, year }
  await actOnce(ctx, request, async (tx) => {
    await keptCalendar.change(tx)
    const { years } = await readCalendar(tx.db)
    // The last three days of December may be the next year's notice's: once that is in, they stay.
    const nextIsIn = years.some((row) => row.year === year + 1)
    await removeDays(tx, `${year}-01-01`, nextIsIn ? `${year}-12-28` : `${year}-12-31`)
    await putDays(tx, body.days)
    await putYears(tx, [{ year, source: body.source }])
    const data = {
      year,
      holidays: body.days.filter(({ kind }) => kind === 'holiday').length,
      workdays: body.days.filter(({ kind }) => kind === 'workday').length,
      digest: createHash('sha256').update(canonicalize(body.days)!).digest('hex'),
    }
    tx.record(matterLine('calendar.announced', { chain: district.id, subject: district.id, data }))
    return { year }
  })
  keptCalendar.forget(ctx)
  return readYear(ctx, year)
}

function checkDays(year: number, days: readonly CalendarDay[]): void {
  const seen = new Set<string>()
  for (const { day } of days) {
    const inYear = day.startsWith(`${year}-`) || (day >= `${year - 1}-12-29` && day < `${year}-01-01`)
    if (!inYear) throw new Refusal('input_invalid', { field: 'days', rule: 'outside_year', day })
    if (seen.has(day)) throw new Refusal('input_invalid', { field: 'days', rule: 'repeated', day })
    seen.add(day)
  }
}
