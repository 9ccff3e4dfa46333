import { expect, test } from 'vitest'
import { isSameSeat, seatOf } from './seat.rule.ts'

const post = (kind: string, unitId: string | null = null, areaId = 'a') => ({ kind, unitId, areaId })

test.each([
  [post('centre'), { kind: 'desk', unitId: null, areaId: 'a' }],
  [post('community_desk', 'committee'), { kind: 'desk', unitId: null, areaId: 'a' }],
  [post('unit_head', 'firm'), { kind: 'unit', unitId: 'firm', areaId: 'a' }],
  [post('unit_desk'), null],
  [post('grid_worker', 'committee'), { kind: 'grid', unitId: null, areaId: 'a' }],
  [post('evaluator'), null],
  [post('administrator'), null],
])('%j holds %j', (held, seat) => expect(seatOf(held)).toEqual(seat))

test.each([
  ['a head and a desk of one unit', post('unit_head', 'firm'), post('unit_desk', 'firm', 'b'), true],
  ['two firms in one place', post('unit_desk', 'firm'), post('unit_desk', 'other'), false],
  ['a worker and a leader of a grid', post('grid_worker'), post('grid_leader'), true],
  ['two grids', post('grid_worker'), post('grid_worker', null, 'b'), false],
  ['a desk and a grid of one area', post('community_desk'), post('grid_worker'), false],
])('%s: the same seat is %s', (_what, one, other, same) => {
  expect(isSameSeat(seatOf(one)!, seatOf(other)!)).toBe(same)
})
