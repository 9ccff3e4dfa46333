import fc from 'fast-check'
import { expect, test } from 'vitest'
import { convertPoint, convertShape } from './coordinates.rule.ts'
import type { CoordinateSystem } from './map.contract.ts'

const systems: CoordinateSystem[] = ['wgs84', 'gcj02', 'bd09']
const metresApart = (a: { lon: number; lat: number }, b: { lon: number; lat: number }) =>
  Math.hypot((a.lon - b.lon) * Math.cos((a.lat * Math.PI) / 180), a.lat - b.lat) * 111_195

test('there and back is the same place within half a metre, between all systems in China', () => {
  const system = fc.constantFrom(...systems)
  const place = fc.record({
    lon: fc.double({ min: 98, max: 122, noNaN: true }),
    lat: fc.double({ min: 22, max: 42, noNaN: true }),
  })
  fc.assert(
    fc.property(system, system, place, (from, to, point) => {
      const moved = convertPoint(point, from, to)
      expect(metresApart(convertPoint(moved, to, from), point)).toBeLessThan(0.5)
      if (from !== to) expect(moved).not.toEqual(point)
    }),
  )
})

// How far depends on the place, and somewhere in China it is hardly at all: so it is asked of cities.
test.each([
  ['Beijing', 116.4074, 39.9042],
  ['Shanghai', 121.4737, 31.2304],
  ['Guangzhou', 113.2644, 23.1291],
  ['Changsha', 112.9388, 28.2282],
  ['Chengdu', 104.0665, 30.5723],
])('in %s each system lies hundreds of metres from each other', (_city, lon, lat) => {
  const pairs = systems.flatMap((from) =>
    systems.filter((to) => to !== from).map((to) => [from, to] as const),
  )
  for (const [from, to] of pairs) {
    const apart = metresApart(convertPoint({ lon, lat }, from, to), { lon, lat })
    expect(apart, `${from} to ${to}`).toBeGreaterThan(200)
    expect(apart, `${from} to ${to}`).toBeLessThan(1500)
  }
})

test('outside China GCJ-02 is WGS-84', () => {
  const boston = { lon: -71.06, lat: 42.36 }
  expect(convertPoint(boston, 'wgs84', 'gcj02')).toEqual(boston)
})

test('a shape keeps its form and its shared corners, and the original is left as it was', () => {
  const ring = [
    [112.5, 29],
    [112.51, 29],
    [112.51, 29.01],
    [112.5, 29],
  ]
  const before = structuredClone(ring)
  const moved = convertShape({ type: 'MultiPolygon', coordinates: [[ring]] }, 'bd09', 'wgs84')
  expect(ring).toEqual(before)
  const movedRing = moved.coordinates[0]![0] as number[][]
  expect(movedRing).toHaveLength(4)
  expect(movedRing[3]).toEqual(movedRing[0])
  expect(movedRing[0]).not.toEqual(ring[0])
})
