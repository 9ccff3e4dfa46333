import Flatbush from 'flatbush'
import pointInPolygon from 'point-in-polygon-hao'
import type { Shape } from './contract.ts'
import { boxOf, polygonsOf } from './shape.rule.ts'

/** Says which area holds a point (WGS-84 degrees): its id, or null where no area is. */
export type Locate = (point: { readonly lon: number; readonly lat: number }) => string | null

/**
 * Builds an index in memory over areas of one kind and answers from it.
 * A border belongs to its areas; where several hold the point the smallest id answers, so that the same
 * point always falls to the same area.
 */
export function buildLocator(areas: readonly { readonly id: string; readonly geometry: Shape }[]): Locate {
  const pieces = areas.flatMap(({ id, geometry }) => polygonsOf(geometry).map((rings) => ({ id, rings })))
  if (pieces.length === 0) return () => null
  const index = new Flatbush(pieces.length)
  for (const { rings } of pieces) index.add(...boxOf([rings]))
  index.finish()
  return ({ lon, lat }) => {
    let found: string | null = null
    for (const at of index.search(lon, lat, lon, lat)) {
      const { id, rings } = pieces[at]!
      if (found !== null && found <= id) continue
      // On a border it answers 0, which is a yes.
      if (pointInPolygon([lon, lat], rings) !== false) found = id
    }
    return found
  }
}
