import { describe, expect, test } from 'vitest'
import type { Allowance } from '../matters/contract.ts'
import { clockLife, localMoment, localText, october2026 } from '../testing/clock-life.ts'
import { clockAccount, clockAccounts } from './clock.rule.ts'
import { ClockAccount } from './contract.ts'

const allowances = {
  '4 hours': { amount: 4, unit: 'working_hour' },
  '2 days': { amount: 2, unit: 'working_day' },
  '24 round the clock': { amount: 24, unit: 'clock_hour' },
} as const satisfies Record<string, Allowance>
type Allowed = keyof typeof allowances

const inputOf = (allowed: Allowed, life: string, now: string) => ({
  clock: 'resolution' as const,
  allowance: allowances[allowed],
  yellowPercent: 33,
  calendar: october2026,
  events: clockLife(life),
  now: localMoment(now),
})
const account = (allowed: Allowed, life: string, now: string) => {
  const drawn = ClockAccount.parse(clockAccount(inputOf(allowed, life, now)))
  return { ...drawn, due: localText(drawn.dueAt) }
}

/** Dispatched on the Friday at 16:00: 90 minutes that day, 150 on the Saturday made up, due at 11:30. */
describe('the light of four working hours', () => {
  test.each([
    ['10-09T16:00', 'green', 0],
    ['10-09T23:00', 'green', 90],
    ['10-10T10:10', 'green', 160],
    ['10-10T10:11', 'yellow', 161],
    ['10-10T11:30', 'yellow', 240],
    ['10-10T11:31', 'red', 241],
    ['10-11T12:00', 'red', 420 + 90],
  ])('at %s is %s with %i minutes used', (now, light, usedMinutes) => {
    const drawn = account('4 hours', 'started 10-09T16:00', now)
    expect(drawn).toMatchObject({ due: '10-10T11:30', light, usedMinutes, allowedMinutes: 240 })
  })

  test('one millisecond after the deadline is late', () => {
    const now = localMoment('10-10T11:30').add({ milliseconds: 1 })
    const input = inputOf('4 hours', 'started 10-09T16:00', '10-10T11:30')
    expect(clockAccount({ ...input, now }).light).toBe('red')
  })

  test('turns yellow by the whole allowance, extensions in it', () => {
    const life = 'started 10-09T09:00, extended 10-09T10:00 by 60'
    expect(localText(account('4 hours', life, '10-09T13:50').yellowAt)).toBe('10-09T13:51')
    expect(account('4 hours', life, '10-09T13:50').light).toBe('green')
    expect(account('4 hours', life, '10-09T13:51').light).toBe('yellow')
  })
})

test.each<[Allowed, number]>([
  ['4 hours', 420],
  ['2 days', 420],
  ['24 round the clock', 1440],
])('the account of %s says its days by %i minutes', (allowed, minutes) =>
  expect(account(allowed, 'started 10-09T09:00', '10-09T10:00').minutesPerDay).toBe(minutes),
)

describe('the deadline', () => {
  test.each<[string, Allowed, string, string, number]>([
    ['hours begun after closing', '4 hours', 'started 10-09T17:59', '10-10T14:30', 240],
    ['days do not count their first', '2 days', 'started 10-09T16:00', '10-12T17:30', 930],
    ['days begun on a Sunday', '2 days', 'started 10-11T10:00', '10-13T17:30', 840],
    ['clock hours run through Sunday', '24 round the clock', 'started 10-10T22:00', '10-11T22:00', 1440],
  ])('%s', (_, allowed, life, due, allowedMinutes) => {
    expect(account(allowed, life, '10-09T09:00')).toMatchObject({ due, allowedMinutes })
  })

  test.each<[string, Allowed, string, string]>([
    [
      'a pause by its working minutes',
      '4 hours',
      'started 10-09T09:00, paused 10-09T11:00, resumed 10-09T14:30',
      '10-09T16:30',
    ],
    [
      'a pause over night and Sunday by working minutes only',
      '2 days',
      'started 10-09T09:00, paused 10-10T17:00, resumed 10-12T09:30',
      '10-13T10:00',
    ],
    [
      'round the clock, a pause by all of it',
      '24 round the clock',
      'started 10-10T22:00, paused 10-11T00:00, resumed 10-11T09:00',
      '10-12T07:00',
    ],
    [
      'a pause outside office hours by nothing',
      '4 hours',
      'started 10-09T16:00, paused 10-09T18:00, resumed 10-10T08:00',
      '10-10T11:30',
    ],
    [
      'a pause with an end until there',
      '4 hours',
      'started 10-09T09:00, paused 10-09T11:00 until 10-09T14:30',
      '10-09T16:30',
    ],
    [
      'resumed before the approved end',
      '4 hours',
      'started 10-09T09:00, paused 10-09T11:00 until 10-12T09:00, resumed 10-09T14:30',
      '10-09T16:30',
    ],
    [
      'resumed after the approved end',
      '4 hours',
      'started 10-09T09:00, paused 10-09T11:00 until 10-09T14:30, resumed 10-09T15:00',
      '10-09T16:30',
    ],
    [
      'signed for after the approved end',
      '4 hours',
      'started 10-09T09:00, paused 10-09T11:00 until 10-09T14:30, signed 10-09T15:00',
      '10-09T16:30',
    ],
    [
      'signed for during the pause',
      '4 hours',
      'started 10-09T09:00, paused 10-09T11:00 until 10-09T14:30, signed 10-09T14:00',
      '10-09T16:30',
    ],
    [
      'a pause prolonged',
      '4 hours',
      'started 10-09T09:00, paused 10-09T11:00 until 10-09T14:00, paused 10-09T13:45 until 10-09T14:30',
      '10-09T16:30',
    ],
    [
      'an extension by working minutes',
      '4 hours',
      'started 10-09T09:00, extended 10-09T10:00 by 420',
      '10-10T14:30',
    ],
    [
      'pause and extension by both',
      '2 days',
      'started 10-09T09:00, extended 10-09T10:00 by 60, paused 10-09T15:00, resumed 10-09T16:00',
      '10-13T11:00',
    ],
    [
      'a pause after time was out by nothing',
      '4 hours',
      'started 10-09T09:00, paused 10-09T15:00, resumed 10-10T15:00',
      '10-09T14:30',
    ],
    [
      'an extension after time was out, over the pause between',
      '4 hours',
      'started 10-09T09:00, paused 10-09T15:30, resumed 10-09T16:30, extended 10-09T17:00 by 90',
      '10-09T17:00',
    ],
    [
      'events recorded late where they happened',
      '4 hours',
      'started 10-09T09:00, resumed 10-09T14:30, paused 10-09T11:00',
      '10-09T16:30',
    ],
    [
      'an event before the start as if at the start',
      '4 hours',
      'started 10-09T11:00, paused 10-09T09:00, resumed 10-09T10:00',
      '10-09T16:30',
    ],
  ])('is moved by %s', (_, allowed, life, due) => {
    for (const now of ['10-09T09:00', '10-10T10:00', '10-30T10:00']) {
      expect(account(allowed, life, now).due).toBe(due)
    }
  })

  test('is open while a pause without an end lasts, and nothing shines', () => {
    const drawn = account('4 hours', 'started 10-09T09:00, paused 10-09T11:00', '10-12T09:30')
    expect(drawn).toMatchObject({
      dueAt: null,
      light: 'none',
      usedMinutes: 120,
      pausedMinutes: 300 + 420 + 30,
    })
  })

  test('lets the light shine again from the moment at which a pause ends', () => {
    const life = 'started 10-09T09:00, paused 10-09T11:00 until 10-09T14:30'
    expect(account('4 hours', life, '10-09T14:29').light).toBe('none')
    expect(account('4 hours', life, '10-09T14:30').light).toBe('green')
  })

  test.each<[string, Allowed, string, boolean]>([
    ['within the announced year', '2 days', 'started 12-24T10:00', false],
    ['into the next', '2 days', 'started 12-30T10:00', true],
    ['round the clock into the next', '24 round the clock', 'started 12-31T10:00', false],
    ['paused into its reach', '2 days', 'started 12-24T10:00, paused 12-25T10:00, resumed 12-31T10:00', true],
  ])('%s, with %s (%s), is provisional: %s', (_, allowed, life, provisional) => {
    expect(account(allowed, life, '12-24T10:00').provisional).toBe(provisional)
  })
})

describe('a stopped clock', () => {
  test.each<[string, string, string, number]>([
    ['in time', 'started 10-09T16:00, stopped 10-10T10:00', 'green', 150],
    ['at the deadline', 'started 10-09T16:00, stopped 10-10T11:30', 'green', 240],
    ['after it', 'started 10-09T16:00, stopped 10-10T11:31', 'red', 241],
    ['after it, outside hours', 'started 10-10T13:30, stopped 10-11T20:00', 'red', 240],
    ['during a pause', 'started 10-09T16:00, paused 10-09T17:00, stopped 10-12T09:00', 'green', 60],
    [
      'an extension after it',
      'started 10-09T16:00, stopped 10-10T11:31, extended 10-10T12:00 by 60',
      'red',
      241,
    ],
  ])('%s (%s) stays %s', (_, life, light, usedMinutes) => {
    for (const now of ['10-12T09:00', '11-30T09:00']) {
      expect(account('4 hours', life, now)).toMatchObject({ light, usedMinutes })
    }
  })

  test('sent back by the centre goes on; the time between was not the unit’s', () => {
    const life = 'started 10-09T16:00, stopped 10-10T10:00, resumed 10-10T11:00'
    const wanted = {
      stoppedAt: null,
      usedMinutes: 180,
      pausedMinutes: 60,
      due: '10-10T14:00',
      light: 'yellow',
    }
    expect(account('4 hours', life, '10-10T11:30')).toMatchObject(wanted)
  })
})

describe('a restarted clock', () => {
  const life = 'started 10-09T09:00, signed 10-09T10:00, stopped 10-09T11:00, restarted 10-12T09:00'

  test('has a fresh allowance', () => {
    const drawn = account('4 hours', life, '10-12T10:00')
    expect(drawn).toMatchObject({ due: '10-12T14:30', usedMinutes: 60, light: 'green', stoppedAt: null })
    expect(drawn.segments.map(({ kind }) => kind)).toEqual(['waiting', 'left'])
  })

  test('keeps the account of the round before', () => {
    const [first, second, ...none] = clockAccounts(inputOf('4 hours', life, '10-12T10:00'))
    expect(first).toMatchObject({ usedMinutes: 120, light: 'green' })
    expect(localText(first!.stoppedAt)).toBe('10-09T11:00')
    expect(second).toMatchObject({ usedMinutes: 60 })
    expect(none).toEqual([])
  })

  test('without a stop ends the round before it', () => {
    const [first] = clockAccounts(
      inputOf('4 hours', 'started 10-09T09:00, restarted 10-09T15:00', '10-09T16:00'),
    )
    expect(first).toMatchObject({ usedMinutes: 270, light: 'red' })
    expect(localText(first!.stoppedAt)).toBe('10-09T15:00')
  })
})

test.each([
  ['without a start', clockLife('signed 10-09T10:00')],
  ['without any event', []],
  ['extended by nothing', clockLife('started 10-09T09:00, extended 10-09T10:00 by 0')],
])('a clock %s is a bug', (_, events) => {
  const input = inputOf('4 hours', 'started 10-09T09:00', '10-09T10:00')
  expect(() => clockAccount({ ...input, events })).toThrow(RangeError)
})
