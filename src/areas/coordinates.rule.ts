import gcoordModule from 'gcoord'
import type { Position } from 'geojson'
import type { Shape } from './contract.ts'
import type { CoordinateSystem } from './map.contract.ts'

// WGS-84 (satellites, what Linli keeps), GCJ-02 (AMap, Tencent and most printed maps), BD-09 (Baidu). The latter two
// lie some hundred metres off inside China.

export interface LonLat {
  readonly lon: number
  readonly lat: number
}

// gcoord's types promise a property `default` that its CommonJS build does not have.
const gcoord = gcoordModule as unknown as typeof gcoordModule.default
const systems = { wgs84: gcoord.WGS84, gcj02: gcoord.GCJ02, bd09: gcoord.BD09 } as const

/** Moves a point from one system to another; degrees in, degrees out. There and back is true to a centimetre. */
export function convertPoint(point: LonLat, from: CoordinateSystem, to: CoordinateSystem): LonLat {
  const [lon, lat] = convertPosition([point.lon, point.lat], from, to)
  return { lon, lat }
}

/** Moves a whole shape. Equal positions stay equal, so that shared borders stay shared. */
export function convertShape(shape: Shape, from: CoordinateSystem, to: CoordinateSystem): Shape {
  const convertRings = (rings: Position[][]) =>
    rings.map((ring) => ring.map((position) => convertPosition(position, from, to)))
  return shape.type === 'Polygon'
    ? { type: 'Polygon', coordinates: convertRings(shape.coordinates) }
    : { type: 'MultiPolygon', coordinates: shape.coordinates.map(convertRings) }
}

function convertPosition(
  position: Position,
  from: CoordinateSystem,
  to: CoordinateSystem,
): [lon: number, lat: number] {
  const pair: [number, number] = [position[0]!, position[1]!]
  return from === to ? pair : gcoord.transform(pair, systems[from], systems[to])
}
