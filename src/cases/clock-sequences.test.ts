import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Allowance } from '../matters/contract.ts'
import { deadlineFor, measureOf } from '../matters/deadline.rule.ts'
import { iso } from '../platform/clock.ts'
import { october2026 } from '../testing/clock-life.ts'
import { clockAccount, freshMoments } from './clock.rule.ts'
import type { ClockEvent } from './clock-stretches.rule.ts'
import { ClockAccount } from './contract.ts'

const calendar = october2026
const at = Temporal.Instant.fromEpochMilliseconds
const firstMs = Temporal.Instant.from('2026-09-21T00:00:00+08:00').epochMilliseconds
const minuteMs = 60_000

const allowance = fc.record({
  amount: fc.integer({ min: 1, max: 30 }),
  unit: fc.constantFrom(...Allowance.shape.unit.options),
})

/** One step of a clock's life: what happens, and how many milliseconds after the step before. */
const step = fc.record({
  kind: fc.constantFrom('signed', 'paused', 'pausedUntil', 'resumed', 'extended', 'stopped'),
  afterMs: fc.oneof(
    fc.integer({ min: 0, max: 3 * 86_400_000 }),
    fc.integer({ min: 0, max: 90 }).map((m) => m * minuteMs),
  ),
  lengthMinutes: fc.integer({ min: 1, max: 3000 }),
})

/** A life begun at `startMs`; it ends at its stop, if it has one. */
const life = fc
  .tuple(fc.integer({ min: 0, max: 14 * 86_400_000 }), fc.array(step, { maxLength: 8 }))
  .map(([skipMs, steps]) => {
    let atMs = firstMs + skipMs
    const events: ClockEvent[] = [{ kind: 'started', at: at(atMs) }]
    for (const { kind, afterMs, lengthMinutes } of steps) {
      atMs += afterMs
      if (kind === 'extended') events.push({ kind, at: at(atMs), minutes: lengthMinutes })
      else if (kind === 'paused') events.push({ kind, at: at(atMs) })
      else if (kind === 'pausedUntil') {
        events.push({ kind: 'paused', at: at(atMs), until: at(atMs + lengthMinutes * minuteMs) })
      } else events.push({ kind, at: at(atMs) })
      if (kind === 'stopped') break
    }
    return { events, lastMs: atMs }
  })

const aLife = fc.record({
  allowance,
  life,
  sinceLastMs: fc.integer({ min: 0, max: 20 * 86_400_000 }),
  laterMs: fc.integer({ min: 0, max: 20 * 86_400_000 }),
})

const draw = (of: { allowance: Allowance; events: readonly ClockEvent[]; nowMs: number }) =>
  ClockAccount.parse(
    clockAccount({ clock: 'resolution', yellowPercent: 33, calendar, ...of, now: at(of.nowMs) }),
  )

/** Counted milliseconds of a span; the oracle below knows nothing of stretches or rounds. */
const countedMs = (of: Allowance, fromMs: number, toMs: number) =>
  measureOf(of) === 'clock'
    ? Math.max(0, toMs - fromMs)
    : calendar.workingMillisecondsBetween(at(fromMs), at(toMs))

/** Whether the clock runs at `ms`, found by reading the events from the start each time. */
function runsAt(events: readonly ClockEvent[], ms: number): boolean {
  let runs = true
  let untilMs = Number.POSITIVE_INFINITY
  for (const event of events) {
    if (event.at.epochMilliseconds > ms) break
    if (!runs && untilMs <= event.at.epochMilliseconds) runs = true
    if (event.kind === 'stopped') return false
    if (event.kind === 'paused') {
      runs = false
      untilMs = event.until?.epochMilliseconds ?? Number.POSITIVE_INFINITY
    }
    if (event.kind === 'resumed') runs = true
  }
  return runs || untilMs <= ms
}

/** Every moment at which the clock can begin or cease to run, in order. */
function turnsOf(events: readonly ClockEvent[], nowMs: number): number[] {
  const moments = events.flatMap((event) => [
    event.at.epochMilliseconds,
    event.kind === 'paused' && event.until ? event.until.epochMilliseconds : nowMs,
  ])
  return [...moments, nowMs].filter((ms) => ms <= nowMs).sort((a, b) => a - b)
}

test('used time is the counted time in which the clock ran, paused time the rest, minute for minute', () => {
  fc.assert(
    fc.property(aLife, ({ allowance, life: { events, lastMs }, sinceLastMs }) => {
      const nowMs = lastMs + sinceLastMs
      const drawn = draw({ allowance, events, nowMs })
      const endMs = drawn.stoppedAt ? lastMs : nowMs
      let usedMs = 0
      let pausedMs = 0
      turnsOf(events, endMs).forEach((fromMs, i, turns) => {
        const lengthMs = countedMs(allowance, fromMs, turns[i + 1] ?? fromMs)
        if (runsAt(events, fromMs)) usedMs += lengthMs
        else pausedMs += lengthMs
      })
      expect(drawn.usedMinutes).toBe(Math.floor(usedMs / minuteMs))
      expect(drawn.pausedMinutes).toBe(Math.floor(pausedMs / minuteMs))
    }),
    { numRuns: 300 },
  )
})

test('the segments add up, touch one another, and count nothing while paused', () => {
  fc.assert(
    fc.property(aLife, ({ allowance, life: { events, lastMs }, sinceLastMs }) => {
      const nowMs = lastMs + sinceLastMs
      const drawn = draw({ allowance, events, nowMs })
      const sum = (...kinds: string[]) =>
        drawn.segments
          .filter(({ kind }) => kinds.includes(kind))
          .reduce((all, { minutes }) => all + minutes, 0)
      const total = drawn.allowedMinutes + drawn.extendedMinutes
      expect(sum('waiting', 'handling', 'over')).toBe(drawn.usedMinutes)
      expect(sum('paused')).toBe(0)
      expect(sum('over')).toBe(Math.max(0, drawn.usedMinutes - total))
      if (!drawn.stoppedAt) expect(sum('left')).toBe(Math.max(0, total - drawn.usedMinutes))
      const lived = drawn.segments.filter(({ kind }) => kind !== 'left')
      lived.forEach((segment, i) => {
        expect(segment.fromAt).toBe(lived[i - 1]?.toAt ?? drawn.startedAt)
        expect(segment.fromAt < segment.toAt).toBe(true)
      })
    }),
    { numRuns: 300 },
  )
})

test('the deadline knows no now; used time only grows; the light only worsens', () => {
  const rank = { none: 0, green: 1, yellow: 2, red: 3 }
  fc.assert(
    fc.property(aLife, ({ allowance, life: { events, lastMs }, sinceLastMs, laterMs }) => {
      const sooner = draw({ allowance, events, nowMs: lastMs + sinceLastMs })
      const later = draw({ allowance, events, nowMs: lastMs + sinceLastMs + laterMs })
      const before = draw({ allowance, events, nowMs: firstMs })
      expect(later.dueAt).toBe(sooner.dueAt)
      expect(before.dueAt).toBe(sooner.dueAt)
      expect(later.usedMinutes).toBeGreaterThanOrEqual(sooner.usedMinutes)
      expect(sooner.usedMinutes).toBeGreaterThanOrEqual(before.usedMinutes)
      expect(rank[later.light]).toBeGreaterThanOrEqual(rank[sooner.light])
    }),
    { numRuns: 300 },
  )
})

test('the light turns yellow at the moment named, and red after the deadline', () => {
  fc.assert(
    fc.property(aLife, ({ allowance, life: { events, lastMs }, sinceLastMs }) => {
      const soon = draw({ allowance, events, nowMs: lastMs + sinceLastMs })
      if (soon.stoppedAt || soon.light === 'none') return
      const lightAt = (ms: number) => draw({ allowance, events, nowMs: ms }).light
      const yellowMs = Temporal.Instant.from(soon.yellowAt!).epochMilliseconds
      const dueMs = Temporal.Instant.from(soon.dueAt!).epochMilliseconds
      const isToCome = (ms: number) => ms > lastMs + sinceLastMs
      if (isToCome(yellowMs - 1))
        expect([lightAt(yellowMs - 1), lightAt(yellowMs)]).toEqual(['green', 'yellow'])
      if (isToCome(dueMs)) expect([lightAt(dueMs), lightAt(dueMs + 1)]).toEqual(['yellow', 'red'])
    }),
    { numRuns: 300 },
  )
})

test('the deadline is the base deadline moved by extensions and by the pauses before it', () => {
  fc.assert(
    fc.property(aLife, ({ allowance, life: { events, lastMs } }) => {
      const drawn = draw({ allowance, events, nowMs: lastMs })
      if (drawn.dueAt === null) return
      const dueMs = Temporal.Instant.from(drawn.dueAt).epochMilliseconds
      const base = deadlineFor(allowance, events[0]!.at, calendar).dueAt
      const lived = events.filter((event) => event.kind !== 'stopped')
      let pausedMs = 0
      const last = events.at(-1)!
      const known = last.kind === 'stopped' ? last.at.epochMilliseconds : dueMs
      turnsOf(lived, Math.min(dueMs, known)).forEach((fromMs, i, turns) => {
        if (!runsAt(lived, fromMs)) pausedMs += countedMs(allowance, fromMs, turns[i + 1] ?? fromMs)
      })
      const shiftMs = pausedMs + drawn.extendedMinutes * minuteMs
      const movedMs =
        measureOf(allowance) === 'clock'
          ? base.epochMilliseconds + shiftMs
          : calendar.addWorkingMilliseconds(base, shiftMs).at.epochMilliseconds
      expect(dueMs).toBe(movedMs)
    }),
    { numRuns: 300 },
  )
})

test('whatever the order in which lines were recorded, the same things happened', () => {
  fc.assert(
    fc.property(aLife, fc.infiniteStream(fc.nat()), ({ allowance, life: { events, lastMs } }, keys) => {
      const moments = new Set(events.map((event) => event.at.epochMilliseconds))
      fc.pre(moments.size === events.length)
      const [start, ...rest] = events
      const shuffled = rest
        .map((event) => ({ event, key: keys.next().value ?? 0 }))
        .sort((a, b) => a.key - b.key)
      const recorded = [start!, ...shuffled.map(({ event }) => event)]
      const nowMs = lastMs + minuteMs
      expect(draw({ allowance, events: recorded, nowMs })).toEqual(draw({ allowance, events, nowMs }))
    }),
  )
})

test('a fresh clock is due and turns yellow when its account says so', () => {
  fc.assert(
    fc.property(
      allowance,
      fc.integer({ min: 0, max: 14 * 86_400_000 }),
      fc.integer({ min: 0, max: 100 }),
      (allowed, skipMs, yellowPercent) => {
        const startedAt = at(firstMs + skipMs)
        const of = { allowance: allowed, yellowPercent, calendar }
        const events = [{ kind: 'started' as const, at: startedAt }]
        const account = clockAccount({ clock: 'response', ...of, events, now: startedAt })
        const { dueAt, yellowAt } = freshMoments(of, startedAt)
        expect([iso(dueAt), iso(yellowAt)]).toEqual([account.dueAt, account.yellowAt])
      },
    ),
  )
})
