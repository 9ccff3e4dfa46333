import type { MapBox, MapGeometry } from '../../../areas/map.contract.ts'

/** The box around shapes, WGS-84 degrees; null where there are none. */
export function boxAround(shapes: readonly MapGeometry[]): MapBox | null {
  const positions = shapes
    .flatMap((shape) => (shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates))
    .flatMap((rings) => rings[0] ?? [])
  const lons = positions.map(([lon]) => lon ?? 0)
  const lats = positions.map(([, lat]) => lat ?? 0)
  const least = (all: readonly number[]) => all.reduce((a, b) => Math.min(a, b), Infinity)
  const most = (all: readonly number[]) => all.reduce((a, b) => Math.max(a, b), -Infinity)
  return positions.length === 0 ? null : [least(lons), least(lats), most(lons), most(lats)]
}
