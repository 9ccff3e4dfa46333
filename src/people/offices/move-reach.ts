import { moveUnits } from '../../organisations/door.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { moveTermsAndLinks } from './move-reach.sql.ts'

/**
 * An area got a new parent (区划调整): its bodies, their offices and terms, and its links are kept by whoever looks after
 * the area now. Run again it changes nothing. Works as the program itself.
 */
export async function moveBodyReach(ctx: Ctx): Promise<void> {
  ctx.must('area.manage')
  await ctx.transaction(async (tx) => {
    await moveUnits(tx)
    await moveTermsAndLinks(tx)
  })
}
