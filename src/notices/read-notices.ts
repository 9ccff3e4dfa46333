import { Refusal } from '../kernel/refusal.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { ReadNotices, Unread } from './contract.ts'
import { unreadBound } from './list-notices.ts'
import { countUnread, markRead } from './notice.sql.ts'

/** Marks own notices as read; said twice it changes nothing. Refuses `sign_in_needed` without an account. */
export async function readNotices(ctx: Ctx, which: ReadNotices): Promise<Unread> {
  ctx.must('case.follow')
  const { accountId } = ctx.who
  if (accountId === null) throw new Refusal('sign_in_needed')
  return ctx.transaction(async (tx) => {
    await markRead(tx, accountId, which, ctx.clock.now())
    return { unread: await countUnread(tx, accountId, unreadBound) }
  })
}
