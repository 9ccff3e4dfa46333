import type { Ctx } from '../platform/ctx.ts'
import type { NoticePage, NoticeQuery } from './contract.ts'
import { countUnread, selectAlertNotices, selectNotices } from './notice.sql.ts'

/** Counted up to here. */
export const unreadBound = 100
const alertsShown = 20

/** The reader's own notices, newest first; without an account there are none. */
export async function listNotices(ctx: Ctx, { after, limit }: NoticeQuery): Promise<NoticePage> {
  ctx.must('case.follow')
  const { accountId } = ctx.who
  if (accountId === null) return { alerts: [], rows: [], next: null, unread: 0 }
  return ctx.read(async (tx) => {
    const found = await selectNotices(tx, accountId, after, limit + 1)
    const rows = found.slice(0, limit)
    return {
      alerts: await selectAlertNotices(tx, accountId, alertsShown),
      rows,
      next: found.length > limit ? rows.at(-1)!.id : null,
      unread: await countUnread(tx, accountId, unreadBound),
    }
  })
}
