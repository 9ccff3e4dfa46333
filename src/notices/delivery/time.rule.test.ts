import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { randomFrom } from '../../kernel/random.ts'
import { nextTry } from './back-off.rule.ts'
import { type Outcome, outcomes } from './contract.ts'
import { minutesOf, tellAt, timeOf, usualQuiet } from './quiet.rule.ts'

const at = (text: string) => Temporal.Instant.from(text)
const zone = 'Asia/Shanghai'

describe('quiet hours', () => {
  test.each([
    ['2026-11-18T21:59:59+08:00', '2026-11-18T21:59:59+08:00'],
    ['2026-11-18T22:00:00+08:00', '2026-11-19T07:00:00+08:00'],
    ['2026-11-18T23:30:00+08:00', '2026-11-19T07:00:00+08:00'],
    ['2026-11-19T00:00:00+08:00', '2026-11-19T07:00:00+08:00'],
    ['2026-11-19T06:59:59+08:00', '2026-11-19T07:00:00+08:00'],
    ['2026-11-19T07:00:00+08:00', '2026-11-19T07:00:00+08:00'],
    ['2026-12-31T22:30:00+08:00', '2027-01-01T07:00:00+08:00'],
  ])('%s is told at %s, an emergency at once', (when, told) => {
    expect(tellAt(at(when), zone, usualQuiet, false)).toEqual(at(told))
    expect(tellAt(at(when), zone, usualQuiet, true)).toEqual(at(when))
  })

  test('by day too, and never where both ends are alike', () => {
    const noon = { from: minutesOf('12:00'), until: minutesOf('14:00') }
    expect(tellAt(at('2026-11-18T12:30+08:00'), zone, noon, false)).toEqual(at('2026-11-18T14:00+08:00'))
    expect(tellAt(at('2026-11-18T11:59+08:00'), zone, noon, false)).toEqual(at('2026-11-18T11:59+08:00'))
    const never = { from: 480, until: 480 }
    expect(tellAt(at('2026-11-18T08:00+08:00'), zone, never, false)).toEqual(at('2026-11-18T08:00+08:00'))
  })

  test('a night in which clocks are put back is an hour longer', () => {
    const told = tellAt(at('2026-10-24T22:30+02:00'), 'Europe/Berlin', usualQuiet, false)
    expect(told).toEqual(at('2026-10-25T07:00+01:00'))
  })

  test('is told outside the quiet time, never before, and within a day', () => {
    const minute = fc.integer({ min: 0, max: 1439 })
    const moment = fc.integer({ min: 1_767_000_000, max: 1_798_000_000 })
    fc.assert(
      fc.property(minute, minute, moment, (from, until, seconds) => {
        const asked = Temporal.Instant.fromEpochMilliseconds(seconds * 1000)
        const told = tellAt(asked, zone, { from, until }, false)
        const waited = told.since(asked).total('minutes')
        expect(waited >= 0 && waited <= 1440).toBe(true)
        expect(tellAt(told, zone, { from, until }, false)).toEqual(told)
      }),
    )
    expect(timeOf(minutesOf('07:05'))).toBe('07:05')
  })
})

describe('back-off', () => {
  const now = at('2026-11-18T09:00:00+08:00')
  const minutesTo = (outcome: Outcome, tries: number, askedSeconds = 0, unanswered = 0) => {
    const next = nextTry(outcome, { tries, unanswered, askedSeconds }, now, { next: () => 0 })
    return next?.since(now).total('minutes') ?? null
  }

  test.each([
    [1, 1],
    [2, 5],
    [3, 15],
    [4, 60],
    [5, 180],
    [6, 360],
    [7, 840],
    [8, null],
  ])('after try %i that could not be made it waits %s minutes', (tries, minutes) => {
    for (const outcome of ['unreachable', 'busy', 'rate_limited'] as const)
      expect(minutesTo(outcome, tries)).toBe(minutes)
  })

  test('what got no answer is tried once more, what was refused never', () => {
    expect([minutesTo('no_answer', 1), minutesTo('no_answer', 3), minutesTo('no_answer', 2, 0, 1)]).toEqual([
      1,
      15,
      null,
    ])
    const tried = new Set<Outcome>(['unreachable', 'busy', 'rate_limited', 'no_answer'])
    for (const outcome of outcomes) if (!tried.has(outcome)) expect(minutesTo(outcome, 1)).toBe(null)
  })

  test('a time that the other side names is kept, up to a day', () => {
    expect(minutesTo('rate_limited', 1, 600)).toBe(10)
    expect(minutesTo('rate_limited', 3, 600)).toBe(15)
    expect(minutesTo('rate_limited', 1, 10_000_000)).toBe(1440)
  })

  test('chance adds a fifth at most, and the same seed the same', () => {
    const of = (seed: number) =>
      nextTry('busy', { tries: 4, unanswered: 1 }, now, randomFrom(seed))!.since(now).total('minutes')
    const waits = Array.from({ length: 50 }, (_, seed) => of(seed))
    expect(Math.min(...waits) >= 60 && Math.max(...waits) <= 72).toBe(true)
    expect(new Set(waits).size).toBeGreaterThan(20)
    expect(of(7)).toBe(of(7))
  })
})
