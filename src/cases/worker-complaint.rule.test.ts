import { expect, test } from 'vitest'
import { answersInStead, keptUnder, reachAtFirst, reachUnder } from './worker-complaint.rule.ts'

const path = ['district', 'street', 'community', 'grid']

test.each([
  [{ confidential: false, complainedOf: null }, path],
  [{ confidential: false, complainedOf: 'community' }, ['district', 'street']],
  [{ confidential: false, complainedOf: 'street' }, ['district']],
  [{ confidential: true, complainedOf: null }, ['district']],
  [{ confidential: true, complainedOf: 'community' }, ['district']],
] as const)('a new report of which %o is seen by %o', (kept, reach) => {
  expect(reachAtFirst(path, kept)).toEqual(reach)
})

test('a case that is kept above its community or its street stays so when its area moves', () => {
  const moved = ['district', 'street2', 'community2', 'grid']
  expect(reachUnder(moved, { path, reach: ['district', 'street'] })).toEqual(['district', 'street2'])
  expect(reachUnder(moved, { path, reach: ['district'] })).toEqual(['district'])
  expect(reachUnder(moved, { path, reach: path })).toEqual(moved)
  // Known no nearer than its street: nothing is kept from anybody.
  expect(reachUnder(moved, { path: ['district', 'street'], reach: ['district', 'street'] })).toEqual(moved)
  expect(reachUnder(moved, { path: ['district'], reach: ['district'] })).toEqual(moved)
})

test.each([
  ['all that answer in its place', { reach: path, confidential: false }, path, null],
  ['the street', { reach: path.slice(0, 2), confidential: false }, path.slice(0, 2), 'street_office:any'],
  [
    'the district, of the street',
    { reach: path.slice(0, 1), confidential: false },
    path.slice(0, 1),
    'centre:any',
  ],
  ['the district', { reach: path.slice(0, 1), confidential: true }, path.slice(0, 1), 'centre:any'],
] as const)('is handed to %s', (_whom, kept, areas, inStead) => {
  expect(keptUnder(path, { path, ...kept })).toEqual(areas)
  expect(answersInStead(path, areas)).toBe(inStead)
})
