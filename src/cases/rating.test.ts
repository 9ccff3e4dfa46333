import { expect, test } from 'vitest'
import { isToRate, reopensByRight } from './rating.contract.ts'

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

test.each([
  ['not yet', [], true],
  ['by the reporter', ['not_solved'], false],
  ['by a desk that found it hollow', ['found_hollow'], true],
  ['by both', ['found_hollow', 'not_satisfied'], false],
])('done again %s', (_by, reasons, byRight) => {
  const timeline = reasons.map((because) => ({ kind: 'case.reopened', facts: { because } }))
  expect(reopensByRight({ timeline })).toBe(byRight)
})
