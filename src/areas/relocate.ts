import { Refusal } from '../kernel/refusal.ts'
import { dayOf } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Tx } from '../platform/transaction.ts'
import { readStandingArea, rewritePaths } from './area.sql.ts'
import { AreaKind, type AreaMoved } from './contract.ts'
import { areaLine } from './events.ts'

/**
 * Hangs an area with all that it holds under another parent from `fromDay` on, in the caller's transaction.
 * Refuses `area_unknown`, and `area_move_not_allowed` with the rule: `not_wider` (the parent's kind is not wider, or
 * either has ended), `same_parent`, `in_future`, `changed_later` (the area changed after that day).
 */
export async function relocate(
  ctx: Ctx,
  tx: Tx,
  areaId: string,
  parentId: string,
  fromDay: string,
): Promise<AreaMoved> {
  const area = await readStandingArea(tx, areaId)
  const parent = await readStandingArea(tx, parentId)
  if (!area || !parent) throw new Refusal('area_unknown')
  const no = (rule: string) => new Refusal('area_move_not_allowed', { rule })
  const widthOf = (kind: AreaKind) => AreaKind.options.indexOf(kind)
  if (area.ended || parent.ended || widthOf(parent.kind) >= widthOf(area.kind)) throw no('not_wider')
  if (area.parentId === parentId) throw no('same_parent')
  if (fromDay > dayOf(ctx.clock.now(), ctx.district.timeZone)) throw no('in_future')
  if (fromDay < area.validFrom) throw no('changed_later')
  const ids = await rewritePaths(tx, area, parent.path, fromDay)
  const data = { areaId, fromPath: area.path, toPath: [...parent.path, areaId], fromDay }
  tx.record(areaLine('area.moved', { chain: parent.path[0]!, subject: areaId, data }))
  return { areaId, fromPath: data.fromPath, toPath: data.toPath, areas: ids.length }
}
