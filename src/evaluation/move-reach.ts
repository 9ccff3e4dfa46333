import type { Ctx } from '../platform/ctx.ts'
import { moveTexts } from '../platform/sealed-text.ts'
import { moveClaims, moveMarks } from './move-reach.sql.ts'

/**
 * An area got a new parent, and units and marks with it: claims and marks come into the sight of the desks that look after
 * them now. Run again it changes nothing. Returns how many moved.
 */
export async function moveAssessmentReach(ctx: Ctx): Promise<number> {
  ctx.must('area.manage')
  return ctx.transaction(async (tx) => {
    const moved = [...(await moveClaims(tx)), ...(await moveMarks(tx))]
    for (const { id, reach } of moved) await moveTexts(tx, [id], reach)
    return moved.length
  })
}
