import { expect, test } from 'vitest'
import { ageOn, isChild } from './age.rule.ts'

test.each([
  ['2012-11-18', '2026-11-17', 13, true],
  ['2012-11-18', '2026-11-18', 14, false],
  ['2012-02-29', '2026-02-28', 13, true],
  ['2012-02-29', '2026-03-01', 14, false],
  ['1949-12-31', '2026-11-18', 76, false],
  ['2026-11-18', '2026-11-18', 0, true],
])('born %s, on %s is %i years old, a child: %s', (birthDay, day, age, child) => {
  expect(ageOn(birthDay, day)).toBe(age)
  expect(isChild(birthDay, day)).toBe(child)
})

test('of whom no birthday is known is an adult', () => expect(isChild(null, '2026-11-18')).toBe(false))
