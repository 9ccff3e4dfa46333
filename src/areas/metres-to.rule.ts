import pointInPolygon from 'point-in-polygon-hao'
import type { Shape } from './contract.ts'
import type { LonLat } from './coordinates.rule.ts'
import { polygonsOf } from './shape.rule.ts'

/** Metres of one degree of latitude: the mean radius of the earth times a degree. */
const METRES_PER_DEGREE = (6_371_008.8 * Math.PI) / 180

/**
 * How far a point lies from a shape in metres: 0 within it and on its border. Flat around the point, which is exact to
 * a metre within a district.
 */
export function metresTo(shape: Shape, { lon, lat }: LonLat): number {
  const east = METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180)
  const flat = (position: readonly number[]): readonly [number, number] => [
    (position[0]! - lon) * east,
    (position[1]! - lat) * METRES_PER_DEGREE,
  ]
  let nearest = Number.POSITIVE_INFINITY
  for (const rings of polygonsOf(shape)) {
    if (pointInPolygon([lon, lat], rings as never) !== false) return 0
    for (const ring of rings)
      for (let at = 1; at < ring.length; at++)
        nearest = Math.min(nearest, fromOrigin(flat(ring[at - 1]!), flat(ring[at]!)))
  }
  return nearest
}

/** How far the origin lies from the stretch between two points. */
function fromOrigin([ax, ay]: readonly [number, number], [bx, by]: readonly [number, number]): number {
  const [dx, dy] = [bx - ax, by - ay]
  const length = dx * dx + dy * dy
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length))
  return Math.hypot(ax + share * dx, ay + share * dy)
}
