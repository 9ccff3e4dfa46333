import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { convertPoint } from '../../areas/coordinates.rule.ts'
import type { LonLatPair } from '../../areas/map.contract.ts'
import { onTilesOf } from './coordinates.ts'

const inChina = fc.tuple(
  fc.double({ min: 75, max: 134, noNaN: true }),
  fc.double({ min: 19, max: 52, noNaN: true }),
)

describe.each(['wgs84', 'gcj02', 'bd09'] as const)('on tiles in %s', (system) => {
  const tiles = onTilesOf(system)

  test('what is shown and tapped again is where it was, to a metre', () => {
    fc.assert(
      fc.property(inChina, ([lon, lat]) => {
        const [backLon, backLat] = tiles.tapped(tiles.shown([lon, lat]))
        expect(Math.abs(backLon - lon)).toBeLessThan(0.00002)
        expect(Math.abs(backLat - lat)).toBeLessThan(0.00002)
      }),
    )
  })

  test('it lies where the server would put it', () => {
    const [lon, lat] = tiles.shown([112.98, 28.2])
    expect({ lon, lat }).toEqual(convertPoint({ lon: 112.98, lat: 28.2 }, 'wgs84', system))
  })

  test('shapes and boxes move with their corners', () => {
    const ring: LonLatPair[] = [
      [112.9, 28.1],
      [113, 28.1],
      [113, 28.2],
      [112.9, 28.1],
    ]
    const moved = ring.map((pair) => tiles.shown(pair))
    expect(tiles.shape({ type: 'Polygon', coordinates: [ring] })).toEqual({
      type: 'Polygon',
      coordinates: [moved],
    })
    expect(tiles.shape({ type: 'MultiPolygon', coordinates: [[ring]] })).toEqual({
      type: 'MultiPolygon',
      coordinates: [[moved]],
    })
    expect(tiles.box([112.9, 28.1, 113, 28.2])).toEqual([...moved[0]!, ...moved[2]!])
  })
})

test('the systems are some hundred metres apart', () => {
  const [lon] = onTilesOf('gcj02').shown([112.98, 28.2])
  expect(Math.abs(lon - 112.98)).toBeGreaterThan(0.003)
})
