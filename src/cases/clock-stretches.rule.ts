/** What happened to a clock, taken from a journal line; `at` is the line's `occurredAt`. */
export type ClockEvent =
  | {
      readonly kind: 'started' | 'signed' | 'resumed' | 'stopped' | 'restarted'
      readonly at: Temporal.Instant
    }
  /** Paused or listed. The approval may end: from `until` on the clock runs again by itself. */
  | { readonly kind: 'paused'; readonly at: Temporal.Instant; readonly until?: Temporal.Instant | undefined }
  /** `minutes` are counted minutes: working minutes where the clock counts working time. */
  | { readonly kind: 'extended'; readonly at: Temporal.Instant; readonly minutes: number }

/** A time in which the clock did one thing. Milliseconds since the epoch; an open one ends at Infinity. */
export interface Stretch {
  readonly kind: 'waiting' | 'handling' | 'paused'
  readonly fromMs: number
  readonly toMs: number
}

/** A clock's life under one allowance, from its start (or restart) on, without a gap. */
export interface Round {
  readonly startedMs: number
  /** Null while it runs or is paused. */
  readonly stoppedMs: number | null
  /** When the last known event happened: the account is never older than what it knows. */
  readonly lastMs: number
  readonly extendedMs: number
  readonly stretches: readonly Stretch[]
}

/**
 * The rounds that `events`, in the journal's order, tell of. The first must be a start: anything else is a
 * bug. A restart ends the round before it and begins one with a fresh allowance.
 */
export function roundsOf(events: readonly ClockEvent[]): Round[] {
  const rounds: ClockEvent[][] = []
  for (const event of events) {
    if (event.kind === 'started' || event.kind === 'restarted') {
      rounds.at(-1)?.push({ kind: 'stopped', at: event.at })
      rounds.push([])
    }
    if (rounds.length === 0) throw new RangeError(`a clock begins with its start, not with ${event.kind}`)
    rounds.at(-1)!.push(event)
  }
  return rounds.map(readRound)
}

function readRound(events: readonly ClockEvent[]): Round {
  const startedMs = events[0]!.at.epochMilliseconds
  const stretches: Stretch[] = []
  let phase: 'waiting' | 'handling' = 'waiting'
  let state: 'running' | 'paused' | 'stopped' = 'running'
  let sinceMs = startedMs
  let pausedUntilMs = Number.POSITIVE_INFINITY
  let extendedMs = 0

  const settle = (atMs: number) => {
    if (state === 'running') append(stretches, phase, sinceMs, atMs)
    else {
      const pauseEndMs = state === 'paused' ? Math.min(pausedUntilMs, atMs) : atMs
      append(stretches, 'paused', sinceMs, pauseEndMs)
      append(stretches, phase, pauseEndMs, atMs)
    }
    sinceMs = atMs
  }

  const rest = inOrder(events.slice(1), startedMs)
  for (const { event, atMs } of rest) {
    // What comes after the stop changes nothing, except the centre sending the work back (resumed): the time
    // between was the centre's, so it counts as a pause.
    if (state === 'stopped' && event.kind !== 'resumed') continue
    if (event.kind === 'extended') {
      assertExtension(event.minutes)
      extendedMs += event.minutes * 60_000
      continue
    }
    settle(atMs)
    if (event.kind === 'paused') {
      state = 'paused'
      pausedUntilMs = Math.max(atMs, event.until?.epochMilliseconds ?? Number.POSITIVE_INFINITY)
    } else if (event.kind === 'resumed') state = 'running'
    else if (event.kind === 'stopped') state = 'stopped'
    else {
      // Signing does not end a pause, but a pause that has run out by now is over.
      phase = 'handling'
      if (state === 'paused' && pausedUntilMs <= atMs) state = 'running'
    }
  }
  const stoppedMs = state === 'stopped' ? sinceMs : null
  if (stoppedMs === null) settle(Number.POSITIVE_INFINITY)
  return { startedMs, stoppedMs, lastMs: rest.at(-1)?.atMs ?? startedMs, extendedMs, stretches }
}

/**
 * Events by the moment they happened: offline work is recorded late. Nothing happened to a clock before its
 * start, so that an earlier moment (a device's wrong clock) counts as the start.
 */
function inOrder(events: readonly ClockEvent[], startedMs: number) {
  return events
    .map((event) => ({ event, atMs: Math.max(startedMs, event.at.epochMilliseconds) }))
    .sort((a, b) => a.atMs - b.atMs)
}

/** Adds a stretch that has length, or prolongs the last one where it is of the same kind. */
function append(stretches: Stretch[], kind: Stretch['kind'], fromMs: number, toMs: number): void {
  if (toMs <= fromMs) return
  const last = stretches.at(-1)
  if (last?.kind === kind) stretches[stretches.length - 1] = { ...last, toMs }
  else stretches.push({ kind, fromMs, toMs })
}

function assertExtension(minutes: number): void {
  if (!Number.isSafeInteger(minutes) || minutes <= 0)
    throw new RangeError(`an extension of ${minutes} minutes`)
}
