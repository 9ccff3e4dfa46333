import { describe, expect, test } from 'vitest'
import { RightGround, type RightKind } from './contract.ts'
import { groundsOf, mustBeGround } from './ground.rule.ts'

const lawful: readonly (readonly [RightKind, RightGround])[] = [
  ['correct', 'right_as_held'],
  ['correct', 'not_own'],
  ['correct', 'unclear'],
  ['copy', 'not_own'],
  ['copy', 'unclear'],
  ['erase', 'law_keeps'],
  ['erase', 'duty'],
  ['erase', 'emergency'],
  ['erase', 'not_own'],
  ['erase', 'unclear'],
]
const kinds: readonly RightKind[] = ['correct', 'copy', 'erase']
const rest = kinds.flatMap((kind) =>
  RightGround.options
    .filter((ground) => !lawful.some(([of, one]) => of === kind && one === ground))
    .map((ground) => [kind, ground] as const),
)

describe('a request to', () => {
  test.each(lawful)('%s may be refused: %s', (kind, ground) =>
    expect(() => mustBeGround(kind, ground)).not.toThrow(),
  )

  test.each(rest)('%s is not refused: %s', (kind, ground) =>
    expect(() => mustBeGround(kind, ground)).toThrow(
      expect.objectContaining({ code: 'input_invalid', facts: { field: 'ground' } }),
    ),
  )
})

test('the page is offered what may be said, and each ground is one of some request', () => {
  expect(kinds.map((kind) => groundsOf[kind].length)).toEqual([3, 2, 5])
  expect(new Set(kinds.flatMap((kind) => groundsOf[kind]))).toEqual(new Set(RightGround.options))
})
