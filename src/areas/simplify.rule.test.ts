import fc from 'fast-check'
import type { Position } from 'geojson'
import { expect, test } from 'vitest'
import type { Shape } from './contract.ts'
import { labelPoint } from './label-point.rule.ts'
import { buildLocator } from './locate.rule.ts'
import { shapeSquareMetres } from './shape.rule.ts'
import { simplifyTogether } from './simplify.rule.ts'

const polygon = (...ring: Position[]): Shape => ({ type: 'Polygon', coordinates: [[...ring, ring[0]!]] })
const edges = (shape: Shape): Set<string> => {
  if (shape.type !== 'Polygon') throw new Error('a polygon was expected')
  const ring = shape.coordinates[0]!
  return new Set(ring.slice(1).map((to, at) => [ring[at]!.join(), to.join()].sort().join(' ')))
}

/** Two halves of a square with a border that zigzags between them by `amount` of a degree. */
const halves = (amounts: readonly number[]): [Shape, Shape] => {
  const border = amounts.map((amount, at): Position => [0.5 + amount, (at + 1) / (amounts.length + 1)])
  return [
    polygon([0, 0], [0.5, 0], ...border, [0.5, 1], [0, 1]),
    polygon([1, 0], [1, 1], [0.5, 1], ...[...border].reverse(), [0.5, 0]),
  ]
}

test('what is too small for a screen goes, what can be seen stays', () => {
  const [west] = simplifyTogether(halves([0.0001, -0.0001, 0.0001, 0.1, 0.0001]))
  const ring = west!.coordinates[0] as Position[]
  expect(ring).toContainEqual([0.6, 0.66667])
  expect(ring.length).toBeLessThan(10)
})

test('neighbours keep one border, whatever it looks like', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -0.2, max: 0.2, noNaN: true }), { maxLength: 40 }), (amounts) => {
      const [west, east] = simplifyTogether(halves(amounts))
      const [a, b] = [edges(west!), edges(east!)]
      const shared = [...a].filter((edge) => b.has(edge))
      // All of the border: what is not shared is the square's own outside, three sides each.
      expect(a.size - shared.length).toBe(3)
      expect(b.size - shared.length).toBe(3)
    }),
  )
})

test('a ring that meets nobody keeps its ground within the tolerance', () => {
  const round = polygon(
    ...Array.from({ length: 3600 }, (_, at): Position => {
      const angle = (at / 1800) * Math.PI
      return [120 + Math.cos(angle) / 10, 30 + Math.sin(angle) / 10]
    }),
  )
  const [simple] = simplifyTogether([round])
  expect(simple!.coordinates[0]!.length).toBeLessThan(200)
  expect(shapeSquareMetres(simple!) / shapeSquareMetres(round)).toBeCloseTo(1, 2)
})

test('nothing to draw is nothing', () => expect(simplifyTogether([])).toEqual([]))

const horseshoe = polygon([0, 0], [3, 0], [3, 3], [2, 3], [2, 1], [1, 1], [1, 3], [0, 3])
const withHole: Shape = {
  type: 'Polygon',
  coordinates: [polygon([0, 0], [4, 0], [4, 4], [0, 4]), polygon([1, 1], [1, 3], [3, 3], [3, 1])].map(
    (shape) => shape.coordinates[0] as Position[],
  ),
}
const islands: Shape = {
  type: 'MultiPolygon',
  coordinates: [polygon([0, 0], [1, 0], [1, 1]), polygon([5, 5], [9, 5], [9, 9], [5, 9])].map(
    (shape) => shape.coordinates as Position[][],
  ),
}

test.each([
  ['a horseshoe', horseshoe],
  ['a square with a hole', withHole],
  ['islands', islands],
])('the name of %s stands on its own ground', (_name, shape) => {
  const [lon, lat] = labelPoint(shape)!
  expect(buildLocator([{ id: 'own', geometry: shape }])({ lon, lat })).toBe('own')
})

test('of several islands the largest is named', () => expect(labelPoint(islands)![0]).toBe(7))
