import { atlasOf } from '../../areas/door.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { moveTexts } from '../../platform/sealed-text.ts'
import { passedLine } from './events.ts'
import { streetReach } from './pass-on.ts'
import { savePassed, selectPassedIn } from './passed.sql.ts'

/**
 * An area got a new parent: what was passed on about it comes before the street that looks after it now. What was never
 * seen from below stays above. Run again it changes nothing. Returns how many moved.
 */
export async function movePassedReach(ctx: Ctx, areaId: string): Promise<number> {
  ctx.must('area.manage')
  const atlas = await atlasOf(ctx)
  const places = atlas.below(atlas.known(areaId)).map(({ id }) => id)
  let moved = 0
  for (const passed of await ctx.read((tx) => selectPassedIn(tx, places))) {
    const reach = streetReach(atlas, passed.areaId).slice(0, passed.reach.length)
    if (reach.join() === passed.reach.join()) continue
    await ctx.transaction(async (tx) => {
      const seq = passed.seq + 1
      await savePassed(tx, passed, { ...passed, reach, seq })
      await moveTexts(tx, [passed.id], reach)
      const data = { areaId: passed.areaId, reach }
      tx.record(passedLine('passed_on.reach_moved', { chain: passed.chain, subject: passed.id, seq, data }))
    })
    moved += 1
  }
  return moved
}
