import { expect, test } from 'vitest'
import type { MapArea } from '../../../areas/map.contract.ts'
import { countedAreas } from './counted-areas.ts'

const area = (id: string): MapArea => ({
  id,
  code: id,
  kind: 'community',
  nameZh: id,
  nameEn: id,
  parts: 0,
  at: null,
  shape: null,
})

test('the fullest first, by share of the fullest; what is empty or not known is not there', () => {
  const counts = [
    { areaId: 'b', open: 1, done: 1 },
    { areaId: 'a', open: 2, done: 0 },
    { areaId: 'c', open: 3, done: 5 },
    { areaId: 'd', open: 0, done: 0 },
    { areaId: 'gone', open: 9, done: 9 },
  ]
  const found = countedAreas(counts, ['a', 'b', 'c', 'd'].map(area))
  expect(found.map((each) => [each.area.id, each.weight])).toEqual([
    ['c', 1],
    ['a', 0.25],
    ['b', 0.25],
  ])
})

test('nothing counted is nothing', () => expect(countedAreas([], [area('a')])).toEqual([]))
