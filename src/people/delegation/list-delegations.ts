import { Refusal } from '../../kernel/refusal.ts'
import { mustBeStaff } from '../../organisations/door.ts'
import { dayOf } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { AskDelegations, Delegations } from './contract.ts'
import { selectDelegations, selectHeldPosts } from './delegation.sql.ts'

/** What an account lends and stands in for, and what it may lend: one's own, or anybody's for an administrator. */
export async function listDelegations(ctx: Ctx, asked: AskDelegations): Promise<Delegations> {
  mustBeStaff(ctx, 'delegation.give')
  const accountId = asked.accountId ?? ctx.who.accountId
  if (accountId === null) throw new Refusal('sign_in_needed')
  if (accountId !== ctx.who.accountId) ctx.must('people.manage')
  const today = dayOf(ctx.clock.now(), ctx.district.timeZone)
  const reader = ctx.district.pools.reader
  const all = await selectDelegations(reader, accountId, today)
  const posts = await selectHeldPosts(reader, today, { accountId })
  return {
    given: all.filter(({ from }) => from.accountId === accountId),
    taken: all.filter(({ to }) => to.accountId === accountId),
    posts: posts.map(({ id, kind, unit, area }) => ({ id, kind, unit, area })),
  }
}
