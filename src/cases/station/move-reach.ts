import { atlasOf } from '../../areas/door.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { moveTexts } from '../../platform/sealed-text.ts'
import { saveAction } from './action.sql.ts'
import { stationLine } from './events.ts'
import { moveStationRows, moveTaskRows, selectActionsIn, selectStationsIn } from './move-reach.sql.ts'
import { saveStation } from './station.sql.ts'

/**
 * An area got a new parent: stations and actions in it come into the sight of the desks that look after it now. What was
 * never seen from below stays above. Run again it changes nothing. Returns how many moved.
 */
export async function moveStationReach(ctx: Ctx, areaId: string): Promise<number> {
  ctx.must('area.manage')
  const atlas = await atlasOf(ctx)
  const places = atlas.below(atlas.known(areaId)).map(({ id }) => id)
  const { stations, actions } = await ctx.read(async (tx) => ({
    stations: await selectStationsIn(tx, places),
    actions: await selectActionsIn(tx, places),
  }))
  let moved = 0
  for (const station of stations) {
    const reach = atlas.known(station.areaId).path
    if (reach.join() === station.reach.join()) continue
    await ctx.transaction(async (tx) => {
      const seq = await saveStation(tx, station, { reach })
      await moveStationRows(tx, station, reach)
      const data = { reach: [...reach] }
      tx.record(stationLine('station.reach_moved', { chain: station.chain, subject: station.id, seq, data }))
    })
    moved += 1
  }
  for (const action of actions) {
    const now = atlas.known(action.areaId).path
    const reach = action.reach.length < action.path.length ? now.slice(0, action.reach.length) : now
    if (reach.join() === action.reach.join()) continue
    await ctx.transaction(async (tx) => {
      const seq = action.seq + 1
      await saveAction(tx, action, { ...action, reach, seq })
      await moveTaskRows(tx, action.id, reach)
      await moveTexts(tx, [action.id], reach)
      const data = { areaId: action.areaId, reach: [...reach] }
      tx.record(stationLine('action.reach_moved', { chain: action.chain, subject: action.id, seq, data }))
    })
    moved += 1
  }
  return moved
}
