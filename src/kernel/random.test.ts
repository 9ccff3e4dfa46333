import { expect, test } from 'vitest'
import { randomFrom } from './random.ts'

test('a seed gives the same numbers again, spread over the whole range', () => {
  const [one, again] = [randomFrom(7), randomFrom(7)]
  const numbers = Array.from({ length: 10_000 }, () => one.next())
  expect(Array.from({ length: 10_000 }, () => again.next())).toEqual(numbers)
  const tenths = Map.groupBy(numbers, (number) => Math.floor(number * 10))
  expect([...tenths.keys()].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  for (const { length } of tenths.values()) expect(Math.abs(length - 1000)).toBeLessThan(120)
})

test('a shuffled deck has the same cards, and the old deck is left as it was', () => {
  const deck = Array.from({ length: 52 }, (_, at) => at)
  const shuffled = randomFrom(1).shuffled(deck)
  expect(shuffled).not.toEqual(deck)
  expect(shuffled.toSorted((a, b) => a - b)).toEqual(deck)
})
