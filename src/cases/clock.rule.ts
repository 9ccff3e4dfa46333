import type { WorkCalendar } from '../kernel/calendar.ts'
import type { Allowance } from '../matters/contract.ts'
import { deadlineFor, measureOf } from '../matters/deadline.rule.ts'
import { type ClockEvent, type Round, roundsOf } from './clock-stretches.rule.ts'
import type { ClockAccount, Light } from './contract.ts'

/** One clock of a case: what it allows, what happened to it, and the moment the account is drawn up for. */
export interface ClockInput {
  readonly clock: ClockAccount['clock']
  readonly allowance: Allowance
  /** Share of the allowed time, in percent, that is left when the light turns yellow. */
  readonly yellowPercent: number
  readonly calendar: WorkCalendar
  /** In the journal's order, beginning with the start. */
  readonly events: readonly ClockEvent[]
  readonly now: Temporal.Instant
}

/**
 * The time account (时间账) of a clock's present round, computed from its events alone.
 *
 * - The deadline is the moment by which the allowance and every extension are used up, paused time left out.
 *   It does not depend on `now`; it is null while a pause without an end lasts. The moment itself is on time.
 * - `yellowAt` is found in the same way; a pause does not undo one that is past.
 * - `extendedMinutes` are not in `allowedMinutes`; what is left is their sum less `usedMinutes`.
 * - Segments lie in order of time. Those of `waiting`, `handling` and `over` add up to `usedMinutes`, `left`
 *   is the rest; during a pause without an end it is drawn as if the clock ran again now.
 * - Events later than `now` count as happened: the account is never older than its last event.
 */
export function clockAccount(input: ClockInput): ClockAccount {
  const account = clockAccounts(input).at(-1)
  if (!account) throw new RangeError('a clock that has not started has no account')
  return account
}

/** The accounts of all rounds, oldest first: one more after each restart (reopened, or dispatched again). */
export const clockAccounts = (input: ClockInput): ClockAccount[] =>
  roundsOf(input.events).map((round) => accountOf(round, input))

function accountOf(
  round: Round,
  { clock, allowance, yellowPercent, calendar, now }: ClockInput,
): ClockAccount {
  const counter = counterOf(allowance, calendar)
  const started = Temporal.Instant.fromEpochMilliseconds(round.startedMs)
  const baseDueMs = deadlineFor(allowance, started, calendar).dueAt.epochMilliseconds
  const allowedMs = counter.between(round.startedMs, baseDueMs)
  const totalMs = allowedMs + round.extendedMs
  const dueMs = dueOf(round, totalMs, counter)
  const yellowMs = dueOf(round, greenOf(totalMs, yellowPercent), counter)
  const asOfMs = round.stoppedMs ?? Math.max(now.epochMilliseconds, round.lastMs)
  const spent = spentOf(round, dueMs, asOfMs, counter)
  const pause = round.stretches.find((s) => s.kind === 'paused' && s.fromMs <= asOfMs && asOfMs < s.toMs)
  const leftMs = totalMs - spent.usedMs
  const segments = [...spent.segments]
  if (round.stoppedMs === null && leftMs > 0) {
    const fromMs = pause && pause.toMs < Number.POSITIVE_INFINITY ? pause.toMs : asOfMs
    const minutes = wholeMinutes(totalMs) - wholeMinutes(spent.usedMs)
    addSegment(segments, 'left', fromMs, dueMs ?? counter.after(fromMs, leftMs), minutes)
  }
  const measure = measureOf(allowance)
  return {
    clock,
    measure,
    startedAt: iso(round.startedMs),
    dueAt: dueMs === null ? null : iso(dueMs),
    yellowAt: yellowMs === null ? null : iso(yellowMs),
    stoppedAt: round.stoppedMs === null ? null : iso(round.stoppedMs),
    allowedMinutes: wholeMinutes(allowedMs),
    usedMinutes: wholeMinutes(spent.usedMs),
    pausedMinutes: wholeMinutes(spent.pausedMs),
    extendedMinutes: wholeMinutes(round.extendedMs),
    minutesPerDay: measure === 'clock' ? 1440 : calendar.usualDayMinutesAt(started),
    provisional:
      measure === 'working' &&
      calendar.isProvisionalBetween(started, Temporal.Instant.fromEpochMilliseconds(dueMs ?? baseDueMs)),
    light: lightOf({
      isStopped: round.stoppedMs !== null,
      isPaused: !!pause,
      asOfMs,
      dueMs,
      leftMs,
      totalMs,
      yellowPercent,
    }),
    segments,
  }
}

/** When a clock that starts at `startedAt` is due and turns yellow: its account's moments, without the account. */
export function freshMoments(
  { allowance, yellowPercent, calendar }: Pick<ClockInput, 'allowance' | 'yellowPercent' | 'calendar'>,
  startedAt: Temporal.Instant,
): { readonly dueAt: Temporal.Instant; readonly yellowAt: Temporal.Instant } {
  const counter = counterOf(allowance, calendar)
  const startedMs = startedAt.epochMilliseconds
  const allowedMs = counter.between(
    startedMs,
    deadlineFor(allowance, startedAt, calendar).dueAt.epochMilliseconds,
  )
  const at = (countedMs: number) =>
    Temporal.Instant.fromEpochMilliseconds(counter.after(startedMs, countedMs))
  return { dueAt: at(allowedMs), yellowAt: at(greenOf(allowedMs, yellowPercent)) }
}

/** The present round of a clock, as whoever waits for a share of its time must know it. */
export interface PresentRound {
  /** 1 for the first; one more after each restart. */
  readonly round: number
  readonly startedAt: Temporal.Instant
  readonly isStopped: boolean
  /** When the clock last had an event that is known: nothing that is still to come, came before. */
  readonly lastAt: Temporal.Instant
  /** When `counted` (of the allowance with every extension, in counted milliseconds) is used up; null while a pause has no end. */
  readonly at: (counted: (totalMs: number) => number) => Temporal.Instant | null
  /** That moment, or the end of the pause that it falls into; null where that has none. */
  readonly running: (moment: Temporal.Instant) => Temporal.Instant | null
}

/** Reads the present round of a clock from its events; null where it has not started. */
export function presentRound({
  allowance,
  calendar,
  events,
}: Pick<ClockInput, 'allowance' | 'calendar' | 'events'>): PresentRound | null {
  const rounds = events.length === 0 ? [] : roundsOf(events)
  const round = rounds.at(-1)
  if (!round) return null
  const counter = counterOf(allowance, calendar)
  const startedAt = Temporal.Instant.fromEpochMilliseconds(round.startedMs)
  const baseDueMs = deadlineFor(allowance, startedAt, calendar).dueAt.epochMilliseconds
  const totalMs = counter.between(round.startedMs, baseDueMs) + round.extendedMs
  const instant = (ms: number | null) => (ms === null ? null : Temporal.Instant.fromEpochMilliseconds(ms))
  return {
    round: rounds.length,
    startedAt,
    isStopped: round.stoppedMs !== null,
    lastAt: Temporal.Instant.fromEpochMilliseconds(round.lastMs),
    at: (counted) => instant(dueOf(round, counted(totalMs), counter)),
    running: (moment) => {
      const ms = moment.epochMilliseconds
      const pause = round.stretches.find((s) => s.kind === 'paused' && s.fromMs <= ms && ms < s.toMs)
      if (!pause) return moment
      return pause.toMs === Number.POSITIVE_INFINITY ? null : instant(pause.toMs)
    },
  }
}

/** How much of the counted time passes before the light turns yellow. */
const greenOf = (totalMs: number, yellowPercent: number): number =>
  totalMs - Math.floor((totalMs * yellowPercent) / 100)

/** Counts milliseconds in the clock's own time. */
interface Counter {
  between(fromMs: number, toMs: number): number
  after(fromMs: number, countedMs: number): number
}

function counterOf(allowance: Allowance, calendar: WorkCalendar): Counter {
  if (measureOf(allowance) === 'clock') {
    return { between: (fromMs, toMs) => toMs - fromMs, after: (fromMs, countedMs) => fromMs + countedMs }
  }
  const at = Temporal.Instant.fromEpochMilliseconds
  return {
    between: (fromMs, toMs) => calendar.workingMillisecondsBetween(at(fromMs), at(toMs)),
    after: (fromMs, countedMs) => calendar.addWorkingMilliseconds(at(fromMs), countedMs).at.epochMilliseconds,
  }
}

/** When `totalMs` of counted time are used up; null where a pause without an end comes first. */
function dueOf(round: Round, totalMs: number, counter: Counter): number | null {
  let leftMs = totalMs
  for (const { kind, fromMs, toMs } of round.stretches) {
    if (kind === 'paused') continue
    if (toMs === Number.POSITIVE_INFINITY) return counter.after(fromMs, leftMs)
    const countedMs = counter.between(fromMs, toMs)
    if (leftMs <= countedMs) return counter.after(fromMs, leftMs)
    leftMs -= countedMs
  }
  return round.stoppedMs === null ? null : counter.after(round.stoppedMs, leftMs)
}

type Segment = ClockAccount['segments'][number]

/** What was used and paused until `asOfMs`. Minutes are cut from one running sum: rounding loses none. */
function spentOf(round: Round, dueMs: number | null, asOfMs: number, counter: Counter) {
  const segments: Segment[] = []
  let usedMs = 0
  let pausedMs = 0
  const use = (kind: Segment['kind'], fromMs: number, toMs: number) => {
    if (toMs <= fromMs) return
    const beforeMs = usedMs
    usedMs += counter.between(fromMs, toMs)
    addSegment(segments, kind, fromMs, toMs, wholeMinutes(usedMs) - wholeMinutes(beforeMs))
  }
  for (const stretch of round.stretches) {
    const fromMs = stretch.fromMs
    const toMs = Math.min(stretch.toMs, asOfMs)
    if (toMs <= fromMs) break
    if (stretch.kind === 'paused') {
      pausedMs += counter.between(fromMs, toMs)
      addSegment(segments, 'paused', fromMs, toMs, 0)
      continue
    }
    const splitMs = Math.min(Math.max(dueMs ?? toMs, fromMs), toMs)
    use(stretch.kind, fromMs, splitMs)
    use('over', splitMs, toMs)
  }
  return { segments, usedMs, pausedMs }
}

/** Adds a segment, or prolongs the last one where it is of the same kind. */
function addSegment(
  segments: Segment[],
  kind: Segment['kind'],
  fromMs: number,
  toMs: number,
  minutes: number,
): void {
  const last = segments.at(-1)
  if (last?.kind === kind) {
    last.toAt = iso(toMs)
    last.minutes += minutes
  } else segments.push({ kind, fromAt: iso(fromMs), toAt: iso(toMs), minutes })
}

interface LightFacts {
  readonly isStopped: boolean
  readonly isPaused: boolean
  readonly asOfMs: number
  readonly dueMs: number | null
  readonly leftMs: number
  readonly totalMs: number
  readonly yellowPercent: number
}

/** A stopped clock keeps telling whether it was in time; a paused one has no light. */
function lightOf({ isStopped, isPaused, asOfMs, dueMs, leftMs, totalMs, yellowPercent }: LightFacts): Light {
  const isOver = dueMs !== null && asOfMs > dueMs
  if (isStopped) return isOver ? 'red' : 'green'
  if (isPaused) return 'none'
  if (isOver) return 'red'
  return leftMs * 100 <= yellowPercent * totalMs ? 'yellow' : 'green'
}

const wholeMinutes = (ms: number): number => Math.floor(ms / 60_000)

const iso = (ms: number): string =>
  Temporal.Instant.fromEpochMilliseconds(ms).toString({ smallestUnit: 'millisecond' })
