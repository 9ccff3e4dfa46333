import gcoordModule from 'gcoord'
import type { CoordinateSystem, LonLatPair, MapBox, MapGeometry } from '../../areas/map.contract.ts'

// gcoord's types promise a property `default` that its build for browsers does not have.
const gcoord = gcoordModule as unknown as typeof gcoordModule.default
const systems = { wgs84: gcoord.WGS84, gcj02: gcoord.GCJ02, bd09: gcoord.BD09 } as const

type Move = (pair: LonLatPair) => LonLatPair

const moving =
  (from: CoordinateSystem, to: CoordinateSystem): Move =>
  (pair) =>
    from === to ? pair : gcoord.transform([pair[0], pair[1]], systems[from], systems[to])

/** Positions of ours (WGS-84) on tiles that are drawn in `system`, and what was tapped there back again. */
export function onTilesOf(system: CoordinateSystem) {
  const shown = moving('wgs84', system)
  const meant = moving(system, 'wgs84')
  const ring = (positions: readonly number[][]) => positions.map(([lon, lat]) => shown([lon ?? 0, lat ?? 0]))
  const shape = (geometry: MapGeometry): MapGeometry => {
    if (system === 'wgs84') return geometry
    return geometry.type === 'Polygon'
      ? { type: 'Polygon', coordinates: geometry.coordinates.map(ring) }
      : { type: 'MultiPolygon', coordinates: geometry.coordinates.map((rings) => rings.map(ring)) }
  }
  const box = ([west, south, east, north]: MapBox): MapBox => [
    ...shown([west, south]),
    ...shown([east, north]),
  ]
  /** Five decimals are a metre: closer than any finger. */
  const tidy = (degrees: number) => Math.round(degrees * 100_000) / 100_000
  const tapped: Move = (pair) => {
    const [lon, lat] = meant(pair)
    return [tidy(lon), tidy(lat)]
  }
  return { shown, shape, box, tapped }
}

export type OnTiles = ReturnType<typeof onTilesOf>
