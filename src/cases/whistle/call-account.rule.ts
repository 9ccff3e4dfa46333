import type { ClockAccount } from '../contract.ts'
import type { Answer } from './call.rule.ts'

/** What is left of the time when the light turns yellow, as for cases: a third. */
const YELLOW_SHARE = 3

type Segment = ClockAccount['segments'][number]

const minutesBetween = (fromMs: number, toMs: number): number => Math.floor((toMs - fromMs) / 60_000)

const iso = (ms: number): string =>
  Temporal.Instant.fromEpochMilliseconds(ms).toString({ smallestUnit: 'millisecond' })

/**
 * The time account of one unit's way to the spot, in clock time: waiting until it signs, handling until it is there, and
 * over once the report was due. It stops when the unit has arrived, refused or was released, or when the whistle ended; a
 * report from elsewhere stops nothing until the street confirms it. Null before the whistle sounds.
 */
export function callAccount(
  call: Answer,
  {
    soundedAt,
    endedAt,
  }: { readonly soundedAt: Temporal.Instant | null; readonly endedAt: Temporal.Instant | null },
  now: Temporal.Instant,
): ClockAccount | null {
  if (soundedAt === null || call.reportDueAt === null) return null
  const startMs = soundedAt.epochMilliseconds
  const dueMs = call.reportDueAt.epochMilliseconds
  const refused = call.stage === 'refused' || call.stage === 'declined' ? call.refusedAt : null
  const stopped = call.arrivedAt ?? call.releasedAt ?? refused ?? endedAt
  const asOfMs = Math.max(startMs, (stopped ?? now).epochMilliseconds)
  const signedMs = Math.min(call.signedAt?.epochMilliseconds ?? asOfMs, asOfMs)
  const inTime = (ms: number): number => Math.min(ms, dueMs)
  const stretches: readonly (readonly [Segment['kind'], number, number])[] = [
    ['waiting', startMs, inTime(signedMs)],
    ['handling', inTime(signedMs), inTime(asOfMs)],
    ['over', dueMs, asOfMs],
    ['left', asOfMs, stopped === null ? dueMs : asOfMs],
  ]
  const isOver = asOfMs > dueMs
  const isYellow = (dueMs - asOfMs) * YELLOW_SHARE <= dueMs - startMs
  return {
    clock: 'report',
    measure: 'clock',
    startedAt: iso(startMs),
    dueAt: iso(dueMs),
    yellowAt: iso(dueMs - (dueMs - startMs) / YELLOW_SHARE),
    stoppedAt: stopped && iso(asOfMs),
    allowedMinutes: minutesBetween(startMs, dueMs),
    usedMinutes: minutesBetween(startMs, asOfMs),
    pausedMinutes: 0,
    extendedMinutes: 0,
    minutesPerDay: 1440,
    provisional: false,
    light: isOver ? 'red' : stopped === null && isYellow ? 'yellow' : 'green',
    segments: stretches
      .filter(([, fromMs, toMs]) => toMs > fromMs)
      .map(([kind, fromMs, toMs]) => ({
        kind,
        fromAt: iso(fromMs),
        toAt: iso(toMs),
        minutes: minutesBetween(fromMs, toMs),
      })),
  }
}
