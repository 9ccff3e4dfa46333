import { atlasOf } from '../areas/door.ts'
import { emergencyNames } from '../cases/door.ts'
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

/** Notices that speak of a unit by name: of a whistle, of the ladder and of instructions. */
const namesUnit = (kind: string): boolean =>
  /^(?:whistle|ladder|instruction|action|passed|hand_over)_/.test(kind)

/** Notices that speak of a place by name: of a whistle and of an emergency. */
const namesPlace = (kind: string): boolean =>
  /^(?:whistle|emergency|drill|action|passed|hand_over)_/.test(kind)

/** With the names of what they speak of: which unit it is about, where a whistle calls it to, what was declared where. */
async function named(ctx: Ctx, tx: Tx, rows: readonly NoticeRow[]): Promise<Notice[]> {
  const atlas = await atlasOf(ctx)
  const idIn = ({ facts }: NoticeRow, fact: string): string[] => {
    const id = facts[fact]
    return typeof id === 'string' ? [id] : []
  }
  const unitIn = (row: NoticeRow) => (namesUnit(row.kind) ? idIn(row, 'unitId') : [])
  const placeIn = (row: NoticeRow) => (namesPlace(row.kind) ? idIn(row, 'areaId') : [])
  const units = await unitNames(tx, rows.flatMap(unitIn))
  const emergencies = await emergencyNames(
    ctx,
    rows.flatMap((row) => idIn(row, 'modeId')),
  )
  return rows.map((row) => {
    const [unit] = unitIn(row).flatMap((id) => units.get(id) ?? [])
    const [place] = placeIn(row).flatMap((id) => atlas.get(id) ?? [])
    return {
      ...row,
      unit: unit ? { zh: unit.zh, en: unit.en } : null,
      place: place ? { zh: place.nameZh, en: place.nameEn } : null,
      emergency: emergencies.get(String(row.facts.modeId)) ?? null,
    }
  })
}
