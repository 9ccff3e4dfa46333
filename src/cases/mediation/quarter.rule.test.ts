import { expect, test } from 'vitest'
import { wholeOf } from './held-table.rule.ts'
import { endedQuarters, monthsIn, mustBeOver, quarterOf } from './quarter.rule.ts'

test.each([
  ['2026-01-01', '2026-Q1'],
  ['2026-03-31', '2026-Q1'],
  ['2026-11', '2026-Q4'],
])('%s lies in %s', (day, quarter) => expect(quarterOf(day)).toBe(quarter))

test('quarters that have ended run backwards over the years, and do not overlap', () => {
  const quarters = endedQuarters('2026-05-02', 6)
  expect(quarters).toEqual(['2026-Q1', '2025-Q4', '2025-Q3', '2025-Q2', '2025-Q1', '2024-Q4'])
  expect(monthsIn('2025-Q4')).toEqual({ from: '2025-10', to: '2025-12' })
  expect(monthsIn('2026-Q1')).toEqual({ from: '2026-01', to: '2026-03' })
})

test('a quarter that runs is not told, also on its last day', () => {
  expect(() => mustBeOver('2026-Q4', '2026-12-31')).toThrow('dispute_quarter_running')
  expect(() => mustBeOver('2027-Q1', '2026-12-31')).toThrow('dispute_quarter_running')
  expect(() => mustBeOver('2026-Q4', '2027-01-01')).not.toThrow()
})

test.each([
  ['nothing held back', [7, 8], [7, 8], 15],
  ['one alone held back', [7, 3], [7, null], null],
  ['two held back that are few', [9, 2, 1], [9, null, null], null],
  ['two held back that are many', [9, 6, 2], [9, null, null], 17],
  ['none of it', [0, 0], [0, 0], 0],
  ['few in all', [0, 4], [0, 4], null],
] as const)('a whole with %s', (_, values, shown, whole) => expect(wholeOf(values, shown)).toBe(whole))
