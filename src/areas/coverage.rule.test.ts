import { expect, test } from 'vitest'
import type { Shape } from './contract.ts'
import { findCoverage } from './coverage.rule.ts'

/** A rectangle in hundred-thousandths of a degree east and north of a corner at 29°N: about 0.97 m by 1.11 m each. */
const plot = (west: number, south: number, east: number, north: number): Shape => {
  const at = (x: number, y: number) => [(11_250_000 + x) / 1e5, (2_900_000 + y) / 1e5]
  return {
    type: 'Polygon',
    coordinates: [[at(west, south), at(east, south), at(east, north), at(west, north), at(west, south)]],
  }
}
const SQUARE_METRES = 0.97253 * 1.11195
const parent = plot(0, 0, 200, 100)
const left = { id: 'left', shape: plot(0, 0, 100, 100) }
const right = { id: 'right', shape: plot(100, 0, 200, 100) }

test('children that share their border to the last digit are without fault', () =>
  expect(findCoverage(parent, [right, left])).toEqual({ gaps: [], overlaps: [], beyond: [] }))

test('a gap is shown where it is and as large as it is', () => {
  const { gaps, overlaps, beyond } = findCoverage(parent, [
    left,
    { id: 'right', shape: plot(110, 0, 200, 100) },
  ])
  expect([overlaps, beyond]).toEqual([[], []])
  expect(gaps).toHaveLength(1)
  expect(gaps[0]!.areaSquareMetres / SQUARE_METRES).toBeCloseTo(1000, 0)
  expect(new Set(gaps[0]!.shape.coordinates[0]!.map(([lon]) => lon))).toEqual(new Set([112.501, 112.5011]))
})

test('an overlap names both children, whatever their order', () => {
  const wide = { id: 'wide', shape: plot(80, 0, 200, 100) }
  for (const children of [
    [left, wide],
    [wide, left],
  ]) {
    const { gaps, overlaps } = findCoverage(parent, children)
    expect(gaps).toEqual([])
    expect(overlaps.map(({ ids }) => ids)).toEqual([['left', 'wide']])
    expect(overlaps[0]!.areaSquareMetres / SQUARE_METRES).toBeCloseTo(2000, 0)
  }
})

test('what a child claims beyond its parent is shown', () => {
  const { gaps, overlaps, beyond } = findCoverage(parent, [
    left,
    { id: 'right', shape: plot(100, 0, 230, 100) },
  ])
  expect([gaps, overlaps]).toEqual([[], []])
  expect(beyond.map(({ id }) => id)).toEqual(['right'])
  expect(beyond[0]!.areaSquareMetres / SQUARE_METRES).toBeCloseTo(3000, 0)
})

test('a gap inside children is found, and several are given the largest first', () => {
  const holed: Shape = {
    type: 'Polygon',
    coordinates: [...left.shape.coordinates, plot(10, 10, 20, 20).coordinates[0]] as number[][][],
  }
  const { gaps } = findCoverage(parent, [
    { id: 'left', shape: holed },
    { id: 'right', shape: plot(150, 0, 200, 100) },
  ])
  expect(gaps.map(({ areaSquareMetres }) => Math.round(areaSquareMetres / SQUARE_METRES))).toEqual([
    5000, 100,
  ])
})

test('without a parent only overlaps are looked for', () => {
  const apart = { id: 'apart', shape: plot(500, 0, 600, 100) }
  expect(findCoverage(null, [left, apart])).toEqual({ gaps: [], overlaps: [], beyond: [] })
  expect(findCoverage(null, [left, { id: 'twin', shape: left.shape }]).overlaps).toHaveLength(1)
})

test('a parent without children is one gap', () =>
  expect(
    findCoverage(parent, []).gaps.map(({ areaSquareMetres }) => Math.round(areaSquareMetres / SQUARE_METRES)),
  ).toEqual([20_000]))

test.each([
  [0.4, 0],
  [0.6, 1],
])('a crack of %d m over a kilometre is reported %i times', (metres, times) => {
  const height = 1000 / 1.11195
  const width = metres / 0.97253
  const tall = (west: number, east: number) => plot(west, 0, east, height)
  const children = [
    { id: 'a', shape: tall(0, 100) },
    { id: 'b', shape: tall(100 + width, 200) },
  ]
  expect(findCoverage(tall(0, 200), children).gaps).toHaveLength(times)
})

test('the tolerance can be set', () => {
  const children = [left, { id: 'right', shape: plot(110, 0, 200, 100) }]
  expect(findCoverage(parent, children, { areaSquareMetres: 2000, widthMetres: 0 }).gaps).toEqual([])
  expect(findCoverage(parent, children, { areaSquareMetres: 0, widthMetres: 20 }).gaps).toEqual([])
})
