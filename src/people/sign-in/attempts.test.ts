import fc from 'fast-check'
import { expect, test } from 'vitest'
import { namePatience, placePatience, waitAfter } from './attempts.rule.ts'
import { countAttempts } from './attempts.ts'

const start = Temporal.Instant.from('2026-11-18T09:30:00+08:00')
const own = [{ key: 'own', patience: namePatience }]

test.each([
  [1, 0],
  [3, 0],
  [4, 5],
  [5, 10],
  [6, 20],
  [11, 640],
  [12, 900],
  [99, 900],
])('after %i wrong attempts one waits %i seconds', (failures, seconds) => {
  expect(waitAfter(failures, namePatience)).toBe(seconds)
})

test('a place waits a minute at most, however many were wrong', () => {
  fc.assert(fc.property(fc.nat(), (failures) => waitAfter(failures, placePatience) <= 60))
})

test('many at once are counted before they are looked at', () => {
  const attempts = countAttempts()
  const begun = Array.from({ length: 10 }, () => attempts.begin(own, start))
  expect(begun.map(({ mayTry }) => mayTry)).toEqual([true, true, true, true, ...Array(6).fill(false)])
  expect(begun.at(-1)!.waitSeconds).toBe(5)
})

test('what is refused is not counted, and an hour of quiet forgets', () => {
  const attempts = countAttempts()
  for (let i = 0; i < 50; i++) attempts.begin(own, start)
  expect(attempts.begin(own, start.add({ seconds: 5 }))).toEqual({ mayTry: true, waitSeconds: 10 })
  expect(attempts.begin(own, start.add({ seconds: 6 }))).toEqual({ mayTry: false, waitSeconds: 9 })
  expect(attempts.begin(own, start.add({ hours: 2 }))).toEqual({ mayTry: true, waitSeconds: 0 })
})

test('a right attempt forgets its own count, and leaves what others did at the place', () => {
  const attempts = countAttempts()
  const place = { key: 'place', patience: { ...placePatience, free: 4 } }
  for (const key of ['a', 'b', 'c', 'd']) attempts.begin([{ key, patience: namePatience }, place], start)
  const mine = [...own, place]
  expect(attempts.begin(mine, start).mayTry).toBe(true)
  expect(attempts.begin(own, start).mayTry).toBe(true)
  attempts.wasRight(mine)
  expect(attempts.begin([place], start)).toEqual({ mayTry: true, waitSeconds: 1 })
})

test('a right attempt ends no wait that others at the place have come to since it began', () => {
  const attempts = countAttempts()
  const place = { key: 'place', patience: { ...placePatience, free: 1 } }
  const by = (key: string) => [{ key, patience: namePatience }, place]
  const mine = by('mine')
  expect(attempts.begin(mine, start).waitSeconds).toBe(0)
  expect(attempts.begin(by('a'), start).waitSeconds).toBe(1)
  expect(attempts.begin(by('b'), start.add({ seconds: 1 })).waitSeconds).toBe(2)
  attempts.wasRight(mine)
  expect(attempts.begin(by('c'), start.add({ seconds: 1 }))).toEqual({ mayTry: false, waitSeconds: 1 })
  expect(attempts.begin(by('c'), start.add({ seconds: 2 })).mayTry).toBe(true)
})

test('a clock that is set back makes nobody wait until it has caught up', () => {
  const attempts = countAttempts()
  attempts.begin(own, start)
  expect(attempts.begin(own, start.subtract({ hours: 17 }))).toEqual({ mayTry: true, waitSeconds: 0 })
})
