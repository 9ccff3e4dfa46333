import { expect, test } from 'vitest'
import { isToRate } from './rating.contract.ts'

test.each([
  [['rate'], null, null, true],
  [['add'], null, null, false],
  // Done again after "not solved" or "not satisfied": the new result is asked about too.
  [['rate', 'add'], false, 1, true],
  [['rate'], true, 2, true],
  [['rate'], true, 3, false],
] as const)('may %j, solved %s, rating %s', (can, solved, rating, asked) => {
  expect(isToRate({ can: [...can], solved, rating })).toBe(asked)
})
