import type { Ctx } from '../platform/ctx.ts'
import { actOnce } from '../platform/once.ts'
import { atlasOf, keptAtlas } from './atlas.ts'
import type { AreaMoved, MoveArea } from './contract.ts'
import { relocate } from './relocate.ts'

/**
 * Gives an area a new parent from a day on (区划调整): what held before stays as a version, so that old figures keep
 * their map, and the paths of all that lies in it are rewritten. Refuses as `relocate` does.
 */
export async function moveArea(ctx: Ctx, areaId: string, body: MoveArea): Promise<AreaMoved> {
  const atlas = await atlasOf(ctx)
  for (const id of [areaId, body.parentId]) ctx.must('area.manage', { path: atlas.known(id).path })
  const request = { ...body, areaId }
  const moved = await actOnce(ctx, request, async (tx) => {
    await keptAtlas.change(tx)
    return relocate(ctx, tx, areaId, body.parentId, body.fromDay)
  })
  keptAtlas.forget(ctx)
  return moved
}
