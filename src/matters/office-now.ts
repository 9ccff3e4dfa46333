import { iso } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import { calendarOf } from './calendar.ts'
import type { OfficeNow } from './office-now.contract.ts'

/** Whether offices work now, until when, and when they open next; public. */
export async function officeNow(ctx: Pick<Ctx, 'district' | 'clock'>): Promise<OfficeNow> {
  const calendar = await calendarOf(ctx)
  const now = ctx.clock.now()
  const isOpen = calendar.isWorkingTime(now)
  const midnight = now.toZonedDateTimeISO(ctx.district.timeZone).startOfDay().toInstant()
  const today = calendar.closingOn(now)
  const closesAt = isOpen ? today : null
  return {
    isOpen,
    closesAt: closesAt && iso(closesAt),
    opensAt: iso(calendar.openFrom(closesAt ?? now)),
    today: today && { opensAt: iso(calendar.openFrom(midnight)), closesAt: iso(today) },
    minutesPerDay: calendar.usualDayMinutesAt(now),
  }
}
