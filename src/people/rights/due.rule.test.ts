import { expect, test } from 'vitest'
import { dueDay, rightLight, termOn } from './due.rule.ts'

const terms = [
  { kind: 'erase', validFrom: '2021-11-01', days: 15 },
  { kind: 'erase', validFrom: '2027-01-01', days: 10 },
  { kind: 'copy', validFrom: '2021-11-01', days: 30 },
] as const

test.each([
  ['2026-11-18', 'erase', 15],
  ['2026-12-31', 'erase', 15],
  ['2027-01-01', 'erase', 10],
  ['2026-11-18', 'copy', 30],
] as const)('on %s an answer to %s may take %i days', (day, kind, days) =>
  expect(termOn(terms, kind, day).days).toBe(days),
)

test('before there was a term nobody is promised one', () =>
  expect(() => termOn(terms, 'erase', '2021-10-31')).toThrow())

test('a term of 15 days ends on the fifteenth day after', () =>
  expect(dueDay('2026-11-18', { days: 15 })).toBe('2026-12-03'))

test.each([
  ['2026-11-18', 'green'],
  ['2026-11-27', 'green'],
  ['2026-11-28', 'yellow'],
  ['2026-12-03', 'yellow'],
  ['2026-12-04', 'red'],
] as const)('on %s its light is %s', (today, light) =>
  expect(rightLight('2026-11-18', '2026-12-03', today)).toBe(light),
)
