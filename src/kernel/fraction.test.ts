import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dividedBy, fraction, plus, roundHalfUp, times } from './fraction.ts'

test.each([
  [1, 3, 0],
  [1, 2, 1],
  [2, 3, 1],
  [7, 2, 4],
  [0, 5, 0],
])('%i of %i rounds to %i', (over, under, rounded) => {
  expect(roundHalfUp(fraction(over, under))).toBe(rounded)
})

test('a fraction stands in lowest terms, its sign above', () => {
  expect(fraction(6, -8)).toEqual({ over: -3n, under: 4n })
  expect(() => fraction(1, 0)).toThrow(RangeError)
})

test('nothing is lost on the way: a third three times is one, and what was multiplied is divided back', () => {
  const third = fraction(1, 3)
  expect(plus(plus(third, third), third)).toEqual(fraction(1))
  const any = fc.tuple(fc.integer(), fc.integer({ min: 1 })).map(([over, under]) => fraction(over, under))
  const notNought = fc.integer({ min: 1 }).chain((over) => any.map(({ under }) => fraction(over, under)))
  fc.assert(
    fc.property(any, any, notNought, (a, b, c) => {
      expect(dividedBy(times(a, c), c)).toEqual(a)
      expect(times(plus(a, b), c)).toEqual(plus(times(a, c), times(b, c)))
    }),
  )
})
