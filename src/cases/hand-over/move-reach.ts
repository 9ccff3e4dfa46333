import { atlasOf } from '../../areas/door.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { moveTexts } from '../../platform/sealed-text.ts'
import { moveHandOvers, selectHandOversIn } from './hand-over.sql.ts'

/**
 * An area got a new parent: the log of its desks and grids comes into the sight of those above it now. A unit's own stays
 * with the unit. Run again it changes nothing. Returns how many moved.
 */
export async function moveHandOverReach(ctx: Ctx, areaId: string): Promise<number> {
  ctx.must('area.manage')
  const atlas = await atlasOf(ctx)
  const places = atlas.below(atlas.known(areaId)).map(({ id }) => id)
  return ctx.transaction(async (tx) => {
    const found = await selectHandOversIn(tx, places)
    const moving = found.filter((one) => atlas.known(one.areaId).path.join() !== one.reach.join())
    for (const [at, rows] of Map.groupBy(moving, (one) => one.areaId)) {
      const ids = rows.map(({ id }) => id)
      const { path } = atlas.known(at)
      await moveHandOvers(tx, ids, path)
      await moveTexts(tx, ids, path)
    }
    return moving.length
  })
}
