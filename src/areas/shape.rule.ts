import type { Position } from 'geojson'
import type { Shape } from './contract.ts'

/** Mean radius of the earth in metres (IUGG R₁ of WGS-84: a third of twice the equator's radius and the pole's). */
const EARTH_RADIUS_METRES = 6_371_008.8
const RADIANS = Math.PI / 180

/** A polygon as GeoJSON holds it: the outer ring, then its holes. Rings are closed. */
export type Rings = Position[][]

/** West, south, east, north in degrees. */
export type Box = readonly [west: number, south: number, east: number, north: number]

/** The polygons that a shape consists of. */
export const polygonsOf = (shape: Shape): Rings[] =>
  shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates

/** The box around a polygon or several. Without positions it is inside out and meets nothing. */
export function boxOf(polygons: readonly Rings[]): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [lon, lat] of polygons.flatMap((rings) => rings[0] ?? []) as [number, number][]) {
    west = Math.min(west, lon)
    south = Math.min(south, lat)
    east = Math.max(east, lon)
    north = Math.max(north, lat)
  }
  return [west, south, east, north]
}

/** Whether two boxes share at least a point. */
export const boxesMeet = (a: Box, b: Box): boolean =>
  a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3]

/**
 * The area of a ring on the sphere in square metres, positive when it runs counter-clockwise.
 * Source: R. G. Chamberlain, W. H. Duquette, "Some Algorithms for Polygons on a Sphere", JPL 07-03, 2007.
 */
export function ringSquareMetres(ring: readonly Position[]): number {
  let sum = 0
  for (let at = 1; at < ring.length; at++) {
    const [lonBefore, latBefore] = ring[at - 1] as [number, number]
    const [lon, lat] = ring[at] as [number, number]
    sum += (lon - lonBefore) * RADIANS * (2 + Math.sin(latBefore * RADIANS) + Math.sin(lat * RADIANS))
  }
  return (-sum * EARTH_RADIUS_METRES ** 2) / 2
}

/** The area of a polygon on the sphere in square metres, its holes taken out. */
export const polygonSquareMetres = (rings: Rings): number =>
  rings.reduce((sum, ring, at) => sum + (at === 0 ? 1 : -1) * Math.abs(ringSquareMetres(ring)), 0)

/** The area of a shape on the sphere in square metres. */
export const shapeSquareMetres = (shape: Shape): number =>
  polygonsOf(shape).reduce((sum, rings) => sum + polygonSquareMetres(rings), 0)

/** The length of a polygon's borders in metres, holes included. Flat within an edge, which is short. */
export function perimeterMetres(rings: Rings): number {
  let degrees = 0
  for (const ring of rings) {
    for (let at = 1; at < ring.length; at++) {
      const [lonBefore, latBefore] = ring[at - 1] as [number, number]
      const [lon, lat] = ring[at] as [number, number]
      const east = (lon - lonBefore) * Math.cos(((lat + latBefore) / 2) * RADIANS)
      degrees += Math.hypot(east, lat - latBefore)
    }
  }
  return degrees * RADIANS * EARTH_RADIUS_METRES
}
