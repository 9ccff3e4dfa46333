import { atlasOf } from '../areas/door.ts'
import type { Ctx } from '../platform/ctx.ts'
import { roundLine } from './events.ts'
import { moveCheckInRows, moveRoundRows } from './move-reach.sql.ts'

/**
 * An area got a new parent: rounds, things of estates and check-ins in it come into the sight of whoever looks after it
 * now. Cases of them the follower moves. Run again it changes nothing. Returns how many places moved with something.
 */
export async function moveRoundReach(ctx: Ctx, areaId: string): Promise<number> {
  ctx.must('area.manage')
  const atlas = await atlasOf(ctx)
  let moved = 0
  for (const area of atlas.below(atlas.known(areaId))) {
    if (!['grid', 'estate', 'building'].includes(area.kind)) continue
    await ctx.transaction(async (tx) => {
      const line = { chain: atlas.chainOf(area), subject: area.id, data: { reach: [...area.path] } }
      const isGrid = area.kind === 'grid'
      const some = await (isGrid ? moveCheckInRows : moveRoundRows)(tx, area.id, area.path)
      if (!some) return
      tx.record(roundLine(isGrid ? 'grid_day.reach_moved' : 'round.reach_moved', line))
      moved += 1
    })
  }
  return moved
}
