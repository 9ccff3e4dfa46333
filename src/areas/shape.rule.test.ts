import { expect, test } from 'vitest'
import { perimeterMetres, polygonSquareMetres, ringSquareMetres, shapeSquareMetres } from './shape.rule.ts'

const octant = [
  [0, 0],
  [90, 0],
  [90, 90],
  [0, 90],
  [0, 0],
]
const plot = [
  [112.5, 29],
  [112.501, 29],
  [112.501, 29.001],
  [112.5, 29.001],
  [112.5, 29],
]

test('an octant of the sphere is an eighth of it', () =>
  expect(polygonSquareMetres([octant])).toBeCloseTo((4 * Math.PI * 6_371_008.8 ** 2) / 8, -6))

test('a thousandth of a degree square at 29°N is 97 m by 111 m', () => {
  const [width, height] = [111.195 * Math.cos((29.0005 * Math.PI) / 180), 111.195]
  expect(polygonSquareMetres([plot])).toBeCloseTo(width * height, 0)
  expect(perimeterMetres([plot])).toBeCloseTo(2 * (width + height), 1)
})

test('a ring has a direction, a polygon has not, and holes are taken out', () => {
  expect(ringSquareMetres(plot)).toBeGreaterThan(0)
  expect(ringSquareMetres(plot.toReversed())).toBe(-ringSquareMetres(plot))
  expect(polygonSquareMetres([plot.toReversed()])).toBe(polygonSquareMetres([plot]))
  expect(polygonSquareMetres([plot, plot])).toBe(0)
  expect(shapeSquareMetres({ type: 'MultiPolygon', coordinates: [[plot], [plot]] })).toBe(
    2 * polygonSquareMetres([plot]),
  )
})
