import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkDigit, idFrom, isCaseNumber, newCaseNumber, newId } from './ids.ts'

test('ids made later sort later and carry version 7', () => {
  expect(newId(1) < newId(2)).toBe(true)
  expect(newId(1_700_000_000_000)).toMatch(
    /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  )
})

test('the same moment, order and seed give the same id, which sorts by moment and order', () => {
  expect(idFrom(5, 1, 'a')).toBe(idFrom(5, 1, 'a'))
  expect(idFrom(5, 1, 'a')).not.toBe(idFrom(5, 1, 'b'))
  expect(idFrom(5, 9, 'b') < idFrom(6, 1, 'a')).toBe(true)
  for (const seed of ['a', 'b', 'c']) expect(idFrom(5, 1, seed) < idFrom(5, 2, 'a')).toBe(true)
  expect(idFrom(5, 4096 + 255, 'a')).toMatch(/^00000000-0005-70ff-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})

test('a case number is recognised, and with one digit wrong it is not', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 14 }), fc.integer({ min: 1, max: 9 }), (at, shift) => {
      const number = newCaseNumber('2026-11-21')
      expect(isCaseNumber(number)).toBe(true)
      const digits = number.replaceAll('-', '')
      const wrong = digits.slice(0, at) + ((Number(digits[at]) + shift) % 10) + digits.slice(at + 1)
      expect(isCaseNumber(`${wrong.slice(0, 8)}-${wrong.slice(8, 15)}-${wrong[15]}`)).toBe(false)
    }),
  )
})

test.each([['0794', 5]])('the check digit of %s is %i', (digits, digit) =>
  expect(checkDigit(digits)).toBe(digit),
)
