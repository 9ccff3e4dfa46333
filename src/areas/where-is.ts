import { Refusal } from '../kernel/refusal.ts'
import type { Ctx } from '../platform/ctx.ts'
import { atlasOf } from './atlas.ts'
import type { Area } from './contract.ts'
import type { LonLat } from './coordinates.rule.ts'

/** Where something is said to be; of several, the area counts before the place, and that before the point. */
export interface Whereabouts {
  readonly areaId?: string | undefined
  /** WGS-84 degrees. */
  readonly point?: LonLat | undefined
  /** Code of a place as people type it or a QR code carries it. */
  readonly place?: string | undefined
}

/** A place in the tree. */
export interface Whereabout {
  readonly area: Area
  /** Ids from the district down to the area. */
  readonly path: readonly string[]
  /** The journal's chain for what happens there: its community, else its street, else the district. */
  readonly chain: string
}

/**
 * The area that something lies in. Refuses `area_unknown` (no such area or place code, one that ended, or nothing
 * was said) and `area_outside_district` (a point that no area holds).
 */
export async function whereIs(
  ctx: Pick<Ctx, 'district'>,
  { areaId, point, place }: Whereabouts,
): Promise<Whereabout> {
  const atlas = await atlasOf(ctx)
  const found = (): Area | null | undefined => {
    if (areaId !== undefined) return atlas.get(areaId)
    if (place !== undefined) return atlas.byPlaceCode(place)
    if (point === undefined) return null
    const area = atlas.locate(point)
    if (area === null) throw new Refusal('area_outside_district')
    return area
  }
  const area = found()
  if (!area || area.ended) throw new Refusal('area_unknown')
  return { area, path: area.path, chain: atlas.chainOf(area) }
}
