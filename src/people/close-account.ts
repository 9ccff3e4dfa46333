import { Refusal } from '../kernel/refusal.ts'
import { dayOf } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import { actOnce } from '../platform/once.ts'
import { endStaff } from './account.sql.ts'
import type { CloseAccount, ClosedAccount } from './accounts.contract.ts'
import { districtChain } from './chain.ts'
import { mustLeaveAdministrators } from './delegation/administrators.ts'
import { peopleLine } from './events.ts'
import { endPostsOf, holdsLastAdministrator } from './post.sql.ts'
import { dropCredential } from './sign-in/credential.sql.ts'
import { endSessionsOf } from './sign-in/sessions.sql.ts'

/**
 * Closes a member of staff's account: its posts end today, its sessions at once, and nobody signs in by it again. What
 * the person did stays on the record under the same name, which no other account gets. Refuses `account_unknown`,
 * one's own account (`account_is_own`), and the last administrator's (`last_administrator`).
 */
export async function closeAccount(ctx: Ctx, accountId: string, body: CloseAccount): Promise<ClosedAccount> {
  ctx.must('people.manage')
  if (accountId === ctx.who.accountId) throw new Refusal('account_is_own')
  const now = ctx.clock.now()
  const today = dayOf(now, ctx.district.timeZone)
  const chain = await districtChain(ctx)
  const request = { ...body, accountId }
  const closed = await actOnce(ctx, request, async (tx): Promise<ClosedAccount> => {
    await mustLeaveAdministrators(ctx, tx, { accountId })
    if (await holdsLastAdministrator(tx, accountId)) throw new Refusal('last_administrator')
    if (!(await endStaff(tx, accountId, now))) throw new Refusal('account_unknown')
    await endSessionsOf(tx, accountId, now)
    const ended = await endPostsOf(tx, accountId, today)
    for (const { id: postId, endsOn } of ended)
      tx.record(peopleLine('post.ended', { chain, subject: postId, data: { postId, accountId, endsOn } }))
    tx.record(peopleLine('account.closed', { chain, subject: accountId, data: { accountId } }))
    return { accountId, postsEnded: ended.length }
  })
  // By another role, so not in the same transaction: only once it is closed, and again where that failed the first time.
  // Nobody signs in by an account that has ended, whatever stands there.
  await dropCredential(ctx.district.pools.auth, accountId)
  return closed
}
