import { expect, test } from 'vitest'
import type { GridDayRule } from './grid-day.contract.ts'
import { dayIn, gridDayId, nextDay } from './grid-day.rule.ts'

const rules: readonly GridDayRule[] = [
  { validFrom: '2026-03', dayOfMonth: 28, nextWorkingDay: true },
  { validFrom: '2026-06', dayOfMonth: 5, nextWorkingDay: false },
]
/** Monday to Friday. */
const isWorkday = (day: string) => Temporal.PlainDate.from(day).dayOfWeek < 6

test.each([
  ['2026-02', '2026-02-28'],
  ['2026-03', '2026-03-30'],
  ['2026-05', '2026-05-28'],
  ['2026-06', '2026-06-05'],
])('in %s it is on %s', (month, day) => expect(dayIn(month, rules, isWorkday)).toBe(day))

test.each([
  ['2026-02-28', '2026-02-28'],
  ['2026-03-01', '2026-03-30'],
  ['2026-03-30', '2026-03-30'],
  ['2026-05-29', '2026-06-05'],
])('from %s on the next is %s', (today, day) => expect(nextDay(today, rules, isWorkday)).toBe(day))

test('a day that moved into the next month is still met there', () => {
  const late: GridDayRule[] = [{ validFrom: '2026-01', dayOfMonth: 28, nextWorkingDay: true }]
  const closed = (day: string) => day > '2026-09-27' && day < '2026-10-08'
  expect(nextDay('2026-10-01', late, (day) => !closed(day))).toBe('2026-10-08')
})

test('a calendar that never works stops somewhere', () => {
  expect(dayIn('2026-03', rules, () => false)).toBe('2026-04-27')
})

test('grid and day alone make the id', () => {
  const grid = '0199a000-0000-7000-8000-000000000001'
  expect(gridDayId(grid, '2026-11-28')).toBe(gridDayId(grid, '2026-11-28'))
  expect(gridDayId(grid, '2026-11-28')).not.toBe(gridDayId(grid, '2026-12-28'))
})
