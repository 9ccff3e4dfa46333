import { expect, test } from 'vitest'
import { answerTimes } from './answer-times.rule.ts'

const said = (unitId: string | null, ...minutes: (number | null)[]) =>
  minutes.map((one) => ({ post: 'grid_worker' as const, unitId, minutes: one }))

test('of five and more the half, small units together, and of few nothing', () => {
  expect(answerTimes(said('a', 9, 1, 4, 2, 30))).toMatchObject([
    { unitId: 'a', told: 5, acknowledged: 5, minutes: 4 },
  ])
  expect(answerTimes(said('a', 9, 1, 4, 2, null))).toMatchObject([{ acknowledged: 4, minutes: null }])
  expect(answerTimes(said('a', 9, 1, 4, 2))).toEqual([])
  const small = [...said('a', 1, 2, 3), ...said('b', 4, 5), ...said(null, 6)]
  expect(answerTimes(small)).toMatchObject([{ unitId: null, told: 6, minutes: 3 }])
  const both = [...said('a', 1, 2, 3, 4, 5), ...said('b', 60)]
  expect(answerTimes(both)).toMatchObject([{ unitId: 'a', told: 5 }])
})
