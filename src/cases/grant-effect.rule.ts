import type { WorkCalendar } from '../kernel/calendar.ts'
import type { Matter } from '../matters/contract.ts'
import type { ClockEvent } from './clock-stretches.rule.ts'

/** What a request asks for, as far as clocks and stages care. */
export interface Asked {
  readonly kind: 'extension' | 'pause' | 'listing' | 'return'
  /** Working days; for an extension and a pause. */
  readonly days: number | null
}

/** What granting a request at a moment would bring. */
export interface GrantEffect {
  /** The part's stage from then on; null where it stays what it is. */
  readonly stage: 'returned' | 'paused' | 'listed' | null
  /** Counted minutes that an extension adds. */
  readonly minutes: number | null
  /** When a pause ends by itself. */
  readonly until: Temporal.Instant | null
  /** What the unit's clock goes through, to be put behind its past. */
  readonly events: readonly ClockEvent[]
}

/** The effect of granting `asked` at `at`. Days count in the matter's own time, a pause ends with its last working day. */
export function grantEffect(
  asked: Asked,
  matter: Pick<Matter, 'resolution'>,
  calendar: WorkCalendar,
  at: Temporal.Instant,
): GrantEffect {
  const none = { events: [], minutes: null, until: null }
  if (asked.kind === 'return') return { ...none, stage: 'returned' }
  if (asked.kind === 'extension') {
    const minutes = minutesIn(asked.days!, matter, calendar, at)
    return { ...none, stage: null, minutes, events: [{ kind: 'extended', at, minutes }] }
  }
  const until = asked.kind === 'pause' ? calendar.endOfWorkingDay(at, { daysLater: asked.days! }).at : null
  const paused: ClockEvent = { kind: 'paused', at, until: until ?? undefined }
  return { ...none, stage: asked.kind === 'pause' ? 'paused' : 'listed', until, events: [paused] }
}

/** Counted minutes in so many working days, from the close of the day that `at` is in. */
function minutesIn(
  days: number,
  matter: Pick<Matter, 'resolution'>,
  calendar: WorkCalendar,
  at: Temporal.Instant,
): number {
  if (matter.resolution.unit === 'clock_hour') return days * 24 * 60
  const from = calendar.endOfWorkingDay(at, { daysLater: 1 }).at
  return calendar.workingMinutesBetween(from, calendar.endOfWorkingDay(from, { daysLater: days }).at)
}
