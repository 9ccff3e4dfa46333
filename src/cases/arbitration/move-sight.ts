import { pathsOf } from '../../areas/door.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { line } from '../events.ts'
import { endPrecedent, type Sight, saveSight, selectSights } from './precedent.sql.ts'

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
    for (const sight of sights) {
      const { id, areaId, reach } = sight
      // What was kept from a community or a street reaches as far down as before.
      const now = (paths.get(areaId) ?? reach).slice(0, reach.length)
      if (now.join() === reach.join()) continue
      const later = laterWord(sights, sight, now)
      if (later) await endPrecedent(tx, id, { by: later.decidedBy, at: later.decidedAt })
      await saveSight(tx, id, now)
      tx.record(line('precedent.reach_moved', { chain: areaId, subject: id, data: { reach: [...now] } }))
      moved += 1
    }
    return moved
  })
}

/** The centre spoke again on the same, for those who see it now, before the older word came into their sight. */
const laterWord = (sights: readonly Sight[], older: Sight, now: readonly string[]): Sight | undefined =>
  sights.find(
    ({ id, matter, areaId, reach, stands }) =>
      stands &&
      older.stands &&
      id > older.id &&
      matter === older.matter &&
      areaId === older.areaId &&
      reach.join() === now.join(),
  )
