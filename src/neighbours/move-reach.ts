import { atlasOf } from '../areas/door.ts'
import type { Ctx } from '../platform/ctx.ts'
import { moveTexts } from '../platform/sealed-text.ts'
import { neighbourLine } from './events.ts'
import { moveRows } from './move-reach.sql.ts'

/**
 * An area got a new parent (区划调整): what its communities told and were asked comes into the sight of the desks that
 * look after them now. Run again it changes nothing. Returns how many communities moved with something.
 */
export async function moveCommunityReach(ctx: Ctx, areaId: string): Promise<number> {
  ctx.must('area.manage')
  const atlas = await atlasOf(ctx)
  const below = (id: string): string[] => [id, ...atlas.partsOf(id).flatMap((part) => below(part.id))]
  const communities = below(areaId).flatMap((id) => {
    const area = atlas.get(id)
    return area?.kind === 'community' ? [area] : []
  })
  let moved = 0
  for (const { id, path } of communities) {
    await ctx.transaction(async (tx) => {
      const subjects = await moveRows(tx, id, path)
      if (subjects.length === 0) return
      await moveTexts(tx, subjects, path)
      const data = { reach: [...path] }
      tx.record(neighbourLine('community.reach_moved', { chain: id, subject: id, data }))
      moved += 1
    })
  }
  return moved
}
