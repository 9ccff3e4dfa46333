import { expect, test } from 'vitest'
import { matterParts } from './parted.rule.ts'
import { partsSaid } from './parts.rule.ts'

const part = (key: string, facts: number, ...people: string[]) => ({ key, facts, people: new Set(people) })

test.each([
  ['all that are enough', [part('a', 5), part('b', 3)], ['a', 'b']],
  ['one too few, and the next that would tell it', [part('a', 9), part('b', 4), part('c', 1)], ['a']],
  ['several too few that are enough together', [part('a', 9), part('b', 2), part('c', 2)], ['a']],
  ['nothing, where two are all', [part('a', 9), part('b', 1)], []],
  ['nothing of what is too few alone', [part('a', 2)], []],
])('of facts at least three are said: %s', (_, parts, said) => {
  expect([...partsSaid(parts, { facts: 3, people: 0 })].sort()).toEqual(said)
})

test.each([
  ['a group of enough', [part('a', 9, 'p', 'q', 'r')], ['a']],
  ['a group of two', [part('a', 9, 'p', 'q')], []],
  [
    'beside a group of two, whom taking away would tell',
    [part('a', 9, 'p', 'q', 'r'), part('b', 9, 's', 't')],
    [],
  ],
  [
    'beside one who held two posts and is one',
    [part('a', 20, 'p', 'q', 'r'), part('b', 9, 's', 't'), part('c', 9, 's', 't')],
    [],
  ],
  [
    'beside others that are enough together',
    [part('a', 20, 'p', 'q', 'r'), part('b', 9, 's', 't'), part('c', 9, 'u')],
    ['a'],
  ],
])('of people at least three are a group: %s', (_, parts, said) => {
  expect([...partsSaid(parts, { facts: 3, people: 3 })]).toEqual(said)
})

test('a matter is not found by taking the others of its category away, nor a category from the whole', () => {
  const tally = (matter: string, facts: number) => ({
    matter,
    category: matter.slice(0, 2),
    measure: 'resolved' as const,
    facts,
    points: facts,
    outOf: facts,
  })
  const tallies = [tally('AA01', 9), tally('AA02', 1), tally('BB01', 5), tally('BB02', 4), tally('CC01', 3)]
  const { matters, categories } = matterParts(tallies, () => 3)
  const shown = (parts: typeof matters) =>
    [...parts].map(
      ([
        key,
        {
          tallies: [its],
        },
      ]) => [key, its!.facts],
    )
  expect(shown(categories)).toEqual([
    ['AA', 10],
    ['BB', 9],
    ['CC', 3],
  ])
  expect(shown(matters)).toEqual([
    ['AA01', 0],
    ['AA02', 0],
    ['BB01', 5],
    ['BB02', 4],
    ['CC01', 3],
  ])
})
