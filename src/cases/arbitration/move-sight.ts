import { pathsOf } from '../../areas/door.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { line } from '../events.ts'
import { saveSight, selectSights } from './precedent.sql.ts'

/**
 * An area got a new parent (区划调整): the centre's words for places in it come into the sight of the desks above them
 * now. Run again it changes nothing. Returns how many moved.
 */
export async function moveSight(ctx: Ctx): Promise<number> {
  ctx.must('area.manage')
  return ctx.transaction(async (tx) => {
    const sights = await selectSights(tx)
    const paths = await pathsOf(tx, [...new Set(sights.map(({ areaId }) => areaId))])
    let moved = 0
    for (const { id, areaId, reach } of sights) {
      // What was kept from a community or a street reaches as far down as before.
      const now = (paths.get(areaId) ?? reach).slice(0, reach.length)
      if (now.join() === reach.join()) continue
      await saveSight(tx, id, now)
      tx.record(line('precedent.reach_moved', { chain: areaId, subject: id, data: { reach: [...now] } }))
      moved += 1
    }
    return moved
  })
}
