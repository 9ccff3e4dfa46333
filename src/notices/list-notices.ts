import { atlasOf } from '../areas/door.ts'
import { unitNames } from '../organisations/door.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Tx } from '../platform/transaction.ts'
import type { Notice, NoticePage, NoticeQuery } from './contract.ts'
import { countUnread, type NoticeRow, selectAlertNotices, selectNotices } from './notice.sql.ts'

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
      alerts: await named(ctx, tx, await selectAlertNotices(tx, accountId, alertsShown)),
      rows: await named(ctx, tx, rows),
      next: found.length > limit ? rows.at(-1)!.id : null,
      unread: await countUnread(tx, accountId, unreadBound),
    }
  })
}

/** With the names of what a whistle's notices speak of: which unit answered, and where it is to come. */
async function named(ctx: Ctx, tx: Tx, rows: readonly NoticeRow[]): Promise<Notice[]> {
  const atlas = await atlasOf(ctx)
  const ofWhistle = ({ kind, facts }: NoticeRow, fact: string): string[] => {
    const id = facts[fact]
    return kind.startsWith('whistle_') && typeof id === 'string' ? [id] : []
  }
  const units = await unitNames(
    tx,
    rows.flatMap((row) => ofWhistle(row, 'unitId')),
  )
  return rows.map((row) => {
    const [unit] = ofWhistle(row, 'unitId').flatMap((id) => units.get(id) ?? [])
    const [place] = ofWhistle(row, 'areaId').flatMap((id) => atlas.get(id) ?? [])
    return {
      ...row,
      unit: unit ? { zh: unit.zh, en: unit.en } : null,
      place: place ? { zh: place.nameZh, en: place.nameEn } : null,
    }
  })
}
