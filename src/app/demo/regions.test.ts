import { expect, test } from 'vitest'
import { shareOut } from './regions.ts'

test.each([
  [10, [1, 1, 1], 0, [4, 3, 3]],
  [582, [100, 50, 50], 2, [290, 146, 146]],
  [7, [1, 100], 2, [2, 5]],
  [4, [5, 5], 2, [2, 2]],
] as const)('%i shared out by %j with %i at least is %j', (total, weights, least, shares) =>
  expect(shareOut(total, weights, least)).toEqual(shares),
)
