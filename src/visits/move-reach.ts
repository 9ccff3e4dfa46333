import { atlasOf } from '../areas/door.ts'
import type { Ctx } from '../platform/ctx.ts'
import { visitLine } from './events.ts'
import { moveRows } from './move-reach.sql.ts'

/**
 * An area got a new parent (区划调整): visits to its homes come into the sight of whoever looks after them now. Run again it
 * changes nothing. Works as the program itself. Returns how many buildings moved with visits.
 */
export async function moveVisitReach(ctx: Ctx, areaId: string): Promise<number> {
  ctx.must('area.manage')
  const atlas = await atlasOf(ctx)
  let moved = 0
  for (const area of atlas.below(atlas.known(areaId))) {
    const community = atlas.communityOf(area)
    if (!community) continue
    await ctx.transaction(async (tx) => {
      if (!(await moveRows(tx, area.id, area.path))) return
      const data = { reach: [...area.path] }
      tx.record(visitLine('visit.reach_moved', { chain: community.id, subject: area.id, data }))
      moved += 1
    })
  }
  return moved
}
