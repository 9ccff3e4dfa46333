import type { Tx } from '../platform/transaction.ts'
import { readShapesOf } from './area.sql.ts'
import type { LonLat } from './coordinates.rule.ts'
import { metresTo } from './metres-to.rule.ts'

/** How far a point lies from an area in whole metres, 0 within it; null where the area has no outline. */
export async function metresFromArea(tx: Tx, areaId: string, point: LonLat): Promise<number | null> {
  const shape = (await readShapesOf(tx, [areaId])).get(areaId)
  return shape ? Math.round(metresTo(shape, point)) : null
}
