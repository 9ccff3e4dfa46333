import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Shape } from './contract.ts'
import { buildLocator } from './locate.rule.ts'

const square = (west: number, south: number, size = 1): number[][] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
]
const polygon = (...coordinates: number[][][]): Shape => ({ type: 'Polygon', coordinates })

const areas = [
  { id: 'c', geometry: polygon(square(1, 0)) },
  { id: 'a', geometry: polygon(square(0, 0)) },
  { id: 'b', geometry: { type: 'MultiPolygon', coordinates: [[square(0, 1)], [square(5, 5)]] } as Shape },
  { id: 'ring', geometry: polygon(square(10, 0, 4), square(11, 1, 2)) },
  { id: 'in the ring', geometry: polygon(square(11, 1, 2)) },
]

test.each([
  ['inside', 0.5, 0.5, 'a'],
  ['in one part of several', 5.5, 5.5, 'b'],
  ['in the other part', 0.5, 1.5, 'b'],
  ['around a hole', 10.5, 0.5, 'ring'],
  ['in the hole', 12, 2, 'in the ring'],
  ['on the border of two', 1, 0.5, 'a'],
  ['at a corner of three', 1, 1, 'a'],
  ["on the hole's border", 11, 2, 'in the ring'],
  ['on the outer border', 2, 0.5, 'c'],
  ['between all', 3, 3, null],
])('%s', (_, lon, lat, id) => {
  expect(buildLocator(areas)({ lon, lat })).toBe(id)
  expect(buildLocator(areas.toReversed())({ lon, lat })).toBe(id)
})

test('without areas no point is in any', () => expect(buildLocator([])({ lon: 112, lat: 29 })).toBeNull())

test('on a lattice every point is in the cell that arithmetic names', () => {
  const cells = Array.from({ length: 400 }, (_, at) => ({
    id: `${at}`,
    geometry: polygon(square(at % 20, Math.floor(at / 20))),
  }))
  const locate = buildLocator(cells)
  const inner = fc.double({ min: 0.01, max: 0.99, noNaN: true })
  fc.assert(
    fc.property(fc.nat(399), inner, inner, (at, east, north) => {
      expect(locate({ lon: (at % 20) + east, lat: Math.floor(at / 20) + north })).toBe(`${at}`)
    }),
  )
})
