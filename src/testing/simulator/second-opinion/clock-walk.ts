import type { Minutes } from './minutes.ts'

/** Something that happened to a clock, in a minute. */
export interface Happening {
  readonly minute: number
  readonly what: 'signed' | 'stopped' | 'resumed' | 'paused' | 'extended'
  /** Of a pause that ends by itself: the minute in which the clock runs again. */
  readonly until?: number | null
  /** Of an extension: counted minutes. */
  readonly minutes?: number
}

/** What a clock is to be walked by. */
export interface ClockFacts {
  readonly clock: 'response' | 'resolution'
  readonly amount: number
  readonly unit: string
  readonly yellowPercent: number
  readonly started: number
  /** In the order in which the lines stand. */
  readonly happenings: readonly Happening[]
}

type Kind = 'waiting' | 'handling' | 'paused' | 'over' | 'left'
interface Stretch {
  readonly kind: Kind
  readonly from: number
  readonly to: number
  readonly minutes: number
}

/** What the walk found: all in minutes; `yellowMs` alone may lie within one. */
export interface Walked {
  readonly measure: 'working' | 'clock'
  readonly due: number | null
  readonly yellowMs: number | null
  readonly stopped: number | null
  readonly allowed: number
  readonly extended: number
  readonly used: number
  readonly paused: number
  /** Minutes that passed in which the clock does not count. */
  readonly outside: number
  /** Until when it was walked. */
  readonly asOf: number
  readonly isPaused: boolean
  readonly light: 'green' | 'yellow' | 'red' | 'none'
  readonly stretches: readonly Stretch[]
}

/** A walk that leads nowhere is a fault of the walker. */
const longest = 400 * 24 * 60

/** Walks a clock from its start to `now`, and on until it would be due. */
export function walk(facts: ClockFacts, minutes: Minutes, now: number): Walked {
  const counts = (minute: number) => facts.unit === 'clock_hour' || minutes.isOffice(minute)
  const happenings = inOrder(facts)
  const stopped = stopOf(happenings)
  const lived = untilStop(happenings, stopped)
  const allowed = allowedMinutes(facts, minutes)
  const extended = lived.reduce((sum, { what, minutes: more }) => sum + (what === 'extended' ? more! : 0), 0)
  const total = allowed + extended
  const asOf = stopped ?? Math.max(now, happenings.at(-1)?.minute ?? facts.started)
  const greenMs = total * 60_000 - Math.floor((total * 60_000 * facts.yellowPercent) / 100)
  const path = { facts, lived, counts, asOf, total, greenMs, stopped }
  const { due, yellowMs } = lookAhead(path)
  const past = lookBack(path, due)
  const left = total - past.used
  const isOver = due !== null && asOf > due
  const isYellow = left * 100 <= facts.yellowPercent * total
  return {
    measure: facts.unit === 'clock_hour' ? 'clock' : 'working',
    due,
    yellowMs,
    stopped,
    allowed,
    extended,
    asOf,
    used: past.used,
    paused: past.paused,
    outside: past.outside,
    isPaused: past.isPaused,
    light:
      stopped !== null
        ? isOver
          ? 'red'
          : 'green'
        : past.isPaused
          ? 'none'
          : isOver
            ? 'red'
            : isYellow
              ? 'yellow'
              : 'green',
    stretches: [...past.stretches, ...restOf(path, past, due, left)],
  }
}

/** By the minute in which they happened; nothing happened to a clock before it started. */
const inOrder = ({ happenings, started }: ClockFacts): Happening[] =>
  happenings
    .map((one) => ({ ...one, minute: Math.max(one.minute, started) }))
    .sort((one, other) => one.minute - other.minute)

/** The minute in which it stopped for good; null while it runs or may run again. */
function stopOf(happenings: readonly Happening[]): number | null {
  let stopped: number | null = null
  for (const { what, minute } of happenings) {
    if (what === 'stopped') stopped ??= minute
    if (what === 'resumed') stopped = null
  }
  return stopped
}

/**
 * What counts: nothing that comes after a stop, but for being sent back; the time between is a pause, since nobody but the
 * centre had it then.
 */
function untilStop(happenings: readonly Happening[], stopped: number | null): Happening[] {
  const lived: Happening[] = []
  let stands = false
  for (const one of happenings) {
    if (stands && one.what !== 'resumed') continue
    stands = one.what === 'stopped'
    lived.push(stands ? { minute: one.minute, what: 'paused', until: null } : one)
  }
  if (stopped !== null) lived.pop()
  return lived
}

function allowedMinutes({ amount, unit, started }: ClockFacts, minutes: Minutes): number {
  if (unit !== 'working_day') return amount * 60
  let day = minutes.dayOf(started)
  for (let open = 0; open < amount; ) {
    day += 1
    if (minutes.closingOf(day) !== null) open += 1
  }
  let allowed = 0
  for (let minute = started; minute < minutes.closingOf(day)!; minute += 1)
    if (minutes.isOffice(minute)) allowed += 1
  return allowed
}

interface Path {
  readonly facts: ClockFacts
  readonly lived: readonly Happening[]
  readonly counts: (minute: number) => boolean
  readonly asOf: number
  readonly total: number
  readonly greenMs: number
  readonly stopped: number | null
}

/** Steps from minute to minute; the visitor says when it has seen enough. */
function stepThrough(
  { facts, lived, stopped }: Path,
  visit: (minute: number, state: { readonly paused: boolean; readonly signed: boolean }) => boolean,
): void {
  let paused = false
  let until: number | null = null
  let signed = false
  let next = 0
  for (let minute = facts.started; minute < facts.started + longest; minute += 1) {
    if (paused && until !== null && minute >= until) paused = false
    for (; next < lived.length && lived[next]!.minute === minute; next += 1) {
      const { what, until: end = null } = lived[next]!
      if (what === 'paused') {
        until = end
        paused = end === null || end > minute
      }
      if (what === 'resumed') paused = false
      if (what === 'signed') signed = true
    }
    // Of a clock that was stopped the rest is counted as if it ran on.
    if (stopped !== null && minute >= stopped) paused = false
    if (visit(minute, { paused, signed })) return
  }
  throw new RangeError(`a clock was walked for ${longest} minutes and did not come to its end`)
}

/** When the time is used up, and when the light turns. Null where a pause without an end comes first. */
function lookAhead(path: Path): { due: number | null; yellowMs: number | null } {
  let used = 0
  let due: number | null = null
  let yellowMs: number | null = null
  const lastKnown = path.lived.reduce(
    (last, { minute, until }) => Math.max(last, minute, until ?? 0),
    path.stopped ?? 0,
  )
  stepThrough(path, (minute, { paused }) => {
    if (paused) return minute > lastKnown
    if (!path.counts(minute)) return false
    const before = used * 60_000
    if (before < path.greenMs && path.greenMs <= before + 60_000)
      yellowMs = minute * 60_000 + path.greenMs - before
    used += 1
    if (used === path.total) due = minute + 1
    return due !== null && yellowMs !== null
  })
  return { due, yellowMs }
}

/** What has passed until `asOf`, minute by minute. */
function lookBack(path: Path, due: number | null) {
  let [used, paused, outside] = [0, 0, 0]
  let isPaused = false
  const stretches: Stretch[] = []
  stepThrough(path, (minute, state) => {
    if (minute >= path.asOf) {
      isPaused = state.paused
      return true
    }
    const counted = path.counts(minute)
    if (!counted) outside += 1
    else if (state.paused) paused += 1
    else used += 1
    const running: Kind = due !== null && minute >= due ? 'over' : state.signed ? 'handling' : 'waiting'
    addMinute(stretches, state.paused ? 'paused' : running, minute, counted && !state.paused)
    return false
  })
  return { used, paused, outside, isPaused, stretches }
}

function addMinute(stretches: Stretch[], kind: Kind, minute: number, counted: boolean): void {
  const last = stretches.at(-1)
  const more = counted ? 1 : 0
  if (last?.kind === kind)
    stretches[stretches.length - 1] = { ...last, to: minute + 1, minutes: last.minutes + more }
  else stretches.push({ kind, from: minute, to: minute + 1, minutes: more })
}

/** What is still left of a clock that has not stopped; of an open pause as if it ended now. */
function restOf(path: Path, past: { isPaused: boolean }, due: number | null, left: number): Stretch[] {
  if (path.stopped !== null || left <= 0) return []
  const ends = path.lived.findLast(({ what }) => what === 'paused')?.until ?? null
  const from = past.isPaused && ends !== null ? ends : path.asOf
  if (due !== null) return [{ kind: 'left', from, to: due, minutes: left }]
  let to = from
  for (let counted = 0; counted < left; to += 1) if (path.counts(to)) counted += 1
  return [{ kind: 'left', from, to, minutes: left }]
}
