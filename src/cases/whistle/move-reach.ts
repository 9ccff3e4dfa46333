import { atlasOf } from '../../areas/door.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { moveTexts } from '../../platform/sealed-text.ts'
import { whistleLine } from './events.ts'
import { moveAdviceRow, moveWhistleRows, selectAdviceIn, selectWhistlesIn } from './move-reach.sql.ts'

/**
 * An area got a new parent: whistles in it come into the sight of the desks that look after it now, and a street's advice
 * goes with its street. What was never seen from below stays above. Run again it changes nothing. Returns how many moved.
 */
export async function moveWhistleReach(ctx: Ctx, areaId: string): Promise<number> {
  ctx.must('area.manage')
  const atlas = await atlasOf(ctx)
  const places = atlas.below(atlas.known(areaId)).map(({ id }) => id)
  const { whistles, advice } = await ctx.read(async (tx) => ({
    whistles: await selectWhistlesIn(tx, places),
    advice: await selectAdviceIn(tx, places),
  }))
  let moved = 0
  for (const { id, chain, seq, areaId: at, reach, path } of whistles) {
    const now = atlas.known(at).path
    const next = reach.length < path.length ? now.slice(0, reach.length) : now
    if (next.join() === reach.join()) continue
    await ctx.transaction(async (tx) => {
      await moveWhistleRows(tx, id, seq, next)
      await moveTexts(tx, [id], next)
      const data = { areaId: at, reach: [...next] }
      tx.record(whistleLine('whistle.reach_moved', { chain, subject: id, seq: seq + 1, data }))
    })
    moved += 1
  }
  for (const { id, streetId, reach } of advice) {
    const next = atlas.known(streetId).path
    if (next.join() === reach.join()) continue
    await ctx.transaction(async (tx) => {
      await moveAdviceRow(tx, id, next)
      await moveTexts(tx, [id], next)
      const data = { reach: [...next] }
      tx.record(whistleLine('whistle.advice_moved', { chain: streetId, subject: id, data }))
    })
    moved += 1
  }
  return moved
}
