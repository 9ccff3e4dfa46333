import { expect, test } from 'vitest'
import { toggled } from './selection.ts'

const shown = ['a', 'b', 'c', 'd', 'e']

test.each([
  ['a row is chosen', [], 'b', null, ['b']],
  ['and dropped again', ['b', 'c'], 'b', null, ['c']],
  ['down through a span', ['b'], 'd', 'b', ['b', 'c', 'd']],
  ['up through a span', ['d'], 'b', 'd', ['b', 'c', 'd']],
  ['a span drops nothing', ['b', 'c'], 'c', 'b', ['b', 'c']],
  ['the last one has left the list', ['a'], 'c', 'gone', ['a', 'c']],
] as const)('%s', (_name, before, id, anchor, after) => {
  expect([...toggled(new Set(before), shown, id, anchor)].sort()).toEqual([...after])
})
