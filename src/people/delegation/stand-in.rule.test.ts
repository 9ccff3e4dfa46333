import { expect, test } from 'vitest'
import { mayStandIn, type PlacedPost } from './stand-in.rule.ts'

const post = (
  kind: PlacedPost['kind'],
  areaId: string,
  unitId: string | null = null,
  communityId: string | null = null,
): PlacedPost => ({ kind, areaId, unitId, communityId })

const street = post('street_desk', 'street1', 'office')
const grid1 = post('grid_worker', 'grid1', 'committee', 'community1')

test.each([
  ['a second desk of the same street', street, post('street_desk', 'street1'), true],
  ['a colleague of the street’s office', street, post('unit_head', 'street1', 'office'), true],
  ['the next street', street, post('street_desk', 'street2'), false],
  ['a department in the same street', street, post('unit_desk', 'street1', 'police'), false],
  ['the next grid of the community', grid1, post('grid_worker', 'grid2', null, 'community1'), true],
  ['the community’s desk', grid1, post('community_desk', 'community1', 'committee', 'community1'), true],
  ['a grid of another community', grid1, post('grid_worker', 'grid9', null, 'community2'), false],
  ['a colleague of the department', post('unit_desk', 'd', 'police'), post('unit_head', 'd', 'police'), true],
  ['another department', post('unit_desk', 'd', 'police'), post('unit_desk', 'd', 'water'), false],
  ['the centre for an administrator', post('administrator', 'd'), post('centre', 'd'), true],
  ['a department for the centre', post('centre', 'd'), post('unit_desk', 'd', 'water'), false],
  ['an evaluator for the centre', post('centre', 'd'), post('evaluator', 'd'), false],
  ['the centre for an evaluator', post('evaluator', 'd'), post('centre', 'd'), false],
  ['another evaluator', post('evaluator', 'd'), post('evaluator', 'd'), true],
] as const)('%s', (_who, lent, own, may) => {
  expect(mayStandIn(lent, [own])).toBe(may)
})

test('nobody stands in by no post, nor where they evaluate beside other work', () => {
  expect(mayStandIn(street, [])).toBe(false)
  expect(mayStandIn(street, [post('street_desk', 'street1'), post('evaluator', 'd')])).toBe(false)
})
