import { staysOf } from '../people/door.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Tx } from '../platform/transaction.ts'
import { visitLine } from './events.ts'
import { eraseWords, selectOldWithWords, selectWithWords } from './visit.sql.ts'

/**
 * Somebody was erased in the register: what was heard at the homes where they lived, on the days when they did, goes with
 * its point. That somebody came stays. Done again it changes nothing. Returns how many visits it was.
 */
export async function forgetHeardOf(ctx: Ctx, personId: string): Promise<number> {
  ctx.must('rights.answer')
  const visits = await ctx.read(async (tx) => selectWithWords(tx, await staysOf(ctx, tx, personId)))
  for (const visit of visits) await ctx.transaction(async (tx) => tx.record(await forgetOne(ctx, tx, visit)))
  return visits.length
}

const atOnce = 500

/** Terms are over (个人信息保护法 2021-11-01, Article 19): as above, of all visits before a moment. As the program itself. */
export async function forgetOldHeard(ctx: Ctx, before: Temporal.Instant): Promise<number> {
  let gone = 0
  for (;;) {
    const visits = await ctx.read((tx) => selectOldWithWords(tx, before, atOnce))
    for (const visit of visits)
      await ctx.transaction(async (tx) => tx.record(await forgetOne(ctx, tx, visit)))
    gone += visits.length
    if (visits.length < atOnce) return gone
  }
}

/** Empties the words of a visit and answers with the line that says so. */
async function forgetOne(
  ctx: Ctx,
  tx: Tx,
  visit: Awaited<ReturnType<typeof selectWithWords>>[number],
): Promise<ReturnType<typeof visitLine>> {
  const seq = await eraseWords(tx, visit, ctx.clock.now())
  const { id: subject, communityId: chain } = visit
  return visitLine('visit.forgotten', { chain, subject, seq, data: { words: visit.kinds } })
}
