import { expect, test } from 'vitest'
import { clockLife, localMoment, localText, october2026 } from '../testing/clock-life.ts'
import { clockAccount } from './clock.rule.ts'

const account = (life: string, now: string) =>
  clockAccount({
    clock: 'resolution',
    allowance: { amount: 4, unit: 'working_hour' },
    yellowPercent: 33,
    calendar: october2026,
    events: clockLife(life),
    now: localMoment(now),
  })

/** The clock bar as lines: kind, from, to, counted minutes. All of it happens on Friday 2026-10-09. */
const bar = (life: string, now: string) =>
  account(life, now).segments.map(
    ({ kind, fromAt, toAt, minutes }) =>
      `${kind} ${localText(fromAt)?.slice(6)}-${localText(toAt)?.slice(6)} ${minutes}`,
  )

const paused = 'started 10-09T09:00, signed 10-09T10:00, paused 10-09T11:00, resumed 10-09T14:30'
const untilTheEndOfThePause = ['waiting 09:00-10:00 60', 'handling 10:00-11:00 60', 'paused 11:00-14:30 0']

test.each<[string, string, string, string[]]>([
  [
    'waits until it is signed for',
    'started 10-09T09:00',
    '10-09T09:30',
    ['waiting 09:00-09:30 30', 'left 09:30-14:30 210'],
  ],
  [
    'handles, pauses without counting, and has something left',
    paused,
    '10-09T15:30',
    [...untilTheEndOfThePause, 'handling 14:30-15:30 60', 'left 15:30-16:30 60'],
  ],
  [
    'has nothing left at the deadline',
    paused,
    '10-09T16:30',
    [...untilTheEndOfThePause, 'handling 14:30-16:30 120'],
  ],
  [
    'runs over',
    paused,
    '10-09T17:00',
    [...untilTheEndOfThePause, 'handling 14:30-16:30 120', 'over 16:30-17:00 30'],
  ],
  [
    'ends where it was stopped',
    `${paused}, stopped 10-09T15:30`,
    '10-12T17:00',
    [...untilTheEndOfThePause, 'handling 14:30-15:30 60'],
  ],
  [
    'draws what a pause without an end leaves from now on',
    'started 10-09T09:00, paused 10-09T11:00',
    '10-09T14:30',
    ['waiting 09:00-11:00 120', 'paused 11:00-14:30 0', 'left 14:30-16:30 120'],
  ],
  [
    'draws what a pause with an end leaves from there on',
    'started 10-09T09:00, paused 10-09T11:00 until 10-09T14:30',
    '10-09T13:30',
    ['waiting 09:00-11:00 120', 'paused 11:00-13:30 0', 'left 14:30-16:30 120'],
  ],
  [
    'runs over in one piece where it is signed for late',
    'started 10-09T09:00, signed 10-09T15:00',
    '10-09T16:00',
    ['waiting 09:00-14:30 240', 'over 14:30-16:00 90'],
  ],
  ['does not begin before its clock', 'started 10-09T16:30', '10-09T09:00', ['left 16:30-12:00 240']],
])('the bar %s', (_, life, now, lines) => expect(bar(life, now)).toEqual(lines))

test('solved in the minute of the start, the bar is empty and the light green', () => {
  const drawn = account('started 10-09T09:00, stopped 10-09T09:00', '10-12T09:00')
  expect(drawn).toMatchObject({ light: 'green', usedMinutes: 0, segments: [] })
  expect(localText(drawn.dueAt)).toBe('10-09T14:30')
})

test('no minute is lost to rounding', () => {
  const life = 'started 10-09T09:00:20, signed 10-09T09:30:50, paused 10-09T10:00:10, resumed 10-09T10:10:40'
  const drawn = account(life, '10-09T11:00:29')
  expect(drawn.usedMinutes).toBe(109)
  expect(drawn.segments.map(({ minutes }) => minutes)).toEqual([30, 29, 0, 50, 131])
})
