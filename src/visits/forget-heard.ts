import { staysOf } from '../people/door.ts'
import type { Ctx } from '../platform/ctx.ts'
import { visitLine } from './events.ts'
import { eraseWords, selectWithWords } from './visit.sql.ts'

/**
 * Somebody was erased in the register: what was heard at the homes where they lived, on the days when they did, goes with
 * its point. That somebody came stays. Done again it changes nothing. Returns how many visits it was.
 */
export async function forgetHeardOf(ctx: Ctx, personId: string): Promise<number> {
  ctx.must('rights.answer')
  const visits = await ctx.read(async (tx) => selectWithWords(tx, await staysOf(ctx, tx, personId)))
  for (const visit of visits)
    await ctx.transaction(async (tx) => {
      const seq = await eraseWords(tx, visit, ctx.clock.now())
      const { id: subject, communityId: chain } = visit
      tx.record(visitLine('visit.forgotten', { chain, subject, seq, data: { words: visit.kinds } }))
    })
  return visits.length
}
