import { Refusal } from '../kernel/refusal.ts'
import { dayOf } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import { actOnce } from '../platform/once.ts'
import { markEnded, readStandingArea, subtreeOf } from './area.sql.ts'
import { atlasOf, keptAtlas } from './atlas.ts'
import type { AreaEnded, EndArea } from './contract.ts'
import { areaLine } from './events.ts'

/**
 * Ends an area from a day on (撤并): nothing new falls to it, and old cases still name it.
 * Refuses `area_unknown`, `area_has_parts` while it holds others, and `area_move_not_allowed` for the district
 * itself, a day to come, or one before the area's last change.
 */
export async function endArea(ctx: Ctx, areaId: string, body: EndArea): Promise<AreaEnded> {
  const atlas = await atlasOf(ctx)
  ctx.must('area.manage', { path: atlas.known(areaId).path })
  const request = { ...body, areaId }
  const ended = await actOnce(ctx, request, async (tx) => {
    await keptAtlas.change(tx)
    const area = await readStandingArea(tx, areaId)
    if (!area || area.ended) throw new Refusal('area_unknown')
    const no = (rule: string) => new Refusal('area_move_not_allowed', { rule })
    if (area.parentId === null) throw no('district')
    if (body.fromDay > dayOf(ctx.clock.now(), ctx.district.timeZone)) throw no('in_future')
    if (body.fromDay < area.validFrom) throw no('changed_later')
    if ((await subtreeOf(tx, areaId)).length > 1) throw new Refusal('area_has_parts')
    await markEnded(tx, areaId, body.fromDay)
    const data = { areaId, fromDay: body.fromDay }
    tx.record(areaLine('area.ended', { chain: area.path[0]!, subject: areaId, data }))
    return data
  })
  keptAtlas.forget(ctx)
  return ended
}
