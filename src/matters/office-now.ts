import { iso } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import { calendarOf } from './calendar.ts'
import type { OfficeNow } from './contract.ts'

/** Whether offices work now, until when, and when they open next; public. */
export async function officeNow(ctx: Pick<Ctx, 'district' | 'clock'>): Promise<OfficeNow> {
  const calendar = await calendarOf(ctx)
  const now = ctx.clock.now()
  const isOpen = calendar.isWorkingTime(now)
  const closesAt = isOpen ? calendar.closingOn(now) : null
  return {
    isOpen,
    closesAt: closesAt && iso(closesAt),
    opensAt: iso(calendar.openFrom(closesAt ?? now)),
    minutesPerDay: calendar.usualDayMinutesAt(now),
  }
}
