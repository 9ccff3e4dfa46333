import type { Ctx } from '../platform/ctx.ts'
import type { Tx } from '../platform/transaction.ts'
import { readShapesOf } from './area.sql.ts'
import type { Atlas } from './atlas.rule.ts'
import { atlasOf } from './atlas.ts'
import { labelPoint } from './label-point.rule.ts'
import type { AreaSpot, LonLatPair } from './map.contract.ts'

/** Points that were asked for, as long as their atlas is in memory; null: the area has no outline. */
const points = new WeakMap<Atlas, Map<string, LonLatPair | null>>()

/**
 * For each area a point in the middle of it, or of the narrowest area around it that has an outline; WGS-84 degrees.
 * An area that nothing around it outlines is left out.
 */
export async function areaSpotsOf(
  ctx: Ctx,
  tx: Tx,
  areaIds: readonly string[],
): Promise<Map<string, AreaSpot>> {
  const atlas = await atlasOf(ctx)
  const known = points.get(atlas) ?? new Map<string, LonLatPair | null>()
  points.set(atlas, known)
  const wanted = [...new Set(areaIds)].flatMap((id) => atlas.get(id) ?? [])
  const missing = [...new Set(wanted.flatMap((area) => area.path))].filter((id) => !known.has(id))
  if (missing.length > 0) {
    const shapes = await readShapesOf(tx, missing)
    for (const id of missing) {
      const shape = shapes.get(id)
      known.set(id, shape ? labelPoint(shape) : null)
    }
  }
  return new Map(
    wanted.flatMap(({ id, path }) => {
      const outlined = path.findLast((step) => known.get(step))
      const at = outlined && known.get(outlined)
      return at ? [[id, { at, exact: outlined === id }] as const] : []
    }),
  )
}

/** The points alone of `areaSpotsOf`. */
export async function mapPointsOf(
  ctx: Ctx,
  tx: Tx,
  areaIds: readonly string[],
): Promise<Map<string, LonLatPair>> {
  const spots = await areaSpotsOf(ctx, tx, areaIds)
  return new Map([...spots].map(([id, { at }]) => [id, at]))
}
