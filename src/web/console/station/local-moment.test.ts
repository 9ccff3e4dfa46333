import { expect, test } from 'vitest'
import { clockOf, hoursAfter, minuteOf, momentOf } from './local-moment.ts'

test('a day and a time are a moment of the district', () => {
  expect(momentOf('2026-11-23', '19:30')).toBe('2026-11-23T11:30:00.000Z')
  expect([momentOf('', '19:30'), momentOf('2026-11-23', '')]).toEqual([null, null])
  expect(hoursAfter('2026-11-23T23:00:00.000Z', 2)).toBe('2026-11-24T01:00:00.000Z')
})

test.each([
  ['08:00', 480],
  ['23:59', 1439],
  ['24:00', null],
  ['', null],
])('%s is minute %s', (clock, minute) => {
  expect(minuteOf(clock)).toBe(minute)
  if (minute !== null) expect(clockOf(minute)).toBe(clock)
})

test('what lasts into the next day is said by its time there', () => {
  expect(clockOf(1440 + 480)).toBe('08:00')
})
