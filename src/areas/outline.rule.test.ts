import { expect, test } from 'vitest'
import type { Shape } from './contract.ts'
import { outlinesIn } from './outline.rule.ts'

const square = (west: number, south: number, size: number): Shape => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [west + size, south],
      [west + size, south + size],
      [west, south + size],
      [west, south],
    ],
  ],
})

test('shapes fill the box with north up, and neighbours keep their common border', () => {
  const shapes = new Map([
    ['west', square(120, 0, 1)],
    ['east', square(121, 0, 1)],
  ])
  expect(outlinesIn(shapes, { width: 400, height: 400 })).toEqual({
    width: 400,
    height: 200,
    outlines: [
      { areaId: 'west', d: 'M0 200L200 200L200 0L0 0L0 200Z', x: 100, y: 100 },
      { areaId: 'east', d: 'M200 200L400 200L400 0L200 0L200 200Z', x: 300, y: 100 },
    ],
  })
})

test('far from the equator a degree of longitude is shorter, and what lies too close is one point', () => {
  const far = outlinesIn(new Map([['far', square(10, 59.5, 1)]]), { width: 1000, height: 100 })!
  expect(far.height).toBe(100)
  expect(far.width).toBe(50)
  const fine: Shape = {
    type: 'Polygon',
    coordinates: [
      [
        [0, 0],
        [1, 0],
        [1, 0.0001],
        [1, 1],
        [0, 1],
        [0, 0],
      ],
    ],
  }
  const box = { width: 100, height: 100 }
  expect(outlinesIn(new Map([['fine', fine]]), box)?.outlines[0]?.d).toBe('M0 100L100 100L100 0L0 0L0 100Z')
})

test('nothing is drawn where nothing has ground', () => {
  expect(outlinesIn(new Map(), { width: 100, height: 100 })).toBeNull()
  const point = square(120, 30, 0)
  expect(outlinesIn(new Map([['point', point]]), { width: 100, height: 100 })).toBeNull()
})
