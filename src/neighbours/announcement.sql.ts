import { sql } from 'kysely'
import { Refusal } from '../kernel/refusal.ts'
import { iso } from '../platform/clock.ts'
import type { Tx } from '../platform/transaction.ts'

export interface NewAnnouncement {
  readonly id: string
  readonly areaId: string
  readonly reach: readonly string[]
  readonly unitId: string | null
  readonly titleId: string
  readonly bodyId: string
  readonly pinned: boolean
  readonly publishedAt: Temporal.Instant
  /** Last day on which it is shown, or null. */
  readonly shownUntil: string | null
}

export async function insertAnnouncement(tx: Tx, announcement: NewAnnouncement): Promise<void> {
  await tx.db
    .insertInto('announcements')
    .values({
      id: announcement.id,
      area_id: announcement.areaId,
      reach: [...announcement.reach],
      chain: announcement.areaId,
      unit_id: announcement.unitId,
      title_id: announcement.titleId,
      body_id: announcement.bodyId,
      pinned: announcement.pinned,
      published_at: announcement.publishedAt.toString(),
      shown_until: announcement.shownUntil,
      seq: 1,
    })
    .execute()
}

/** What withdrawing an announcement needs to know of it. */
export interface StandingAnnouncement {
  readonly id: string
  readonly chain: string
  readonly reach: readonly string[]
  readonly titleId: string
  readonly bodyId: string
  readonly seq: number
}

/** The announcement. Refuses `not_found` where the asker does not see it. */
export async function loadAnnouncement(tx: Tx, id: string): Promise<StandingAnnouncement> {
  const row = await tx.db
    .selectFrom('announcements')
    .select(['id', 'chain', 'reach', 'title_id as titleId', 'body_id as bodyId', 'seq'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new Refusal('not_found', { kind: 'announcement' })
  return row
}

/** Marks it withdrawn and returns its new `seq`. Of two at once the second finds it withdrawn. */
export async function withdrawRow(
  tx: Tx,
  { id, seq }: Pick<StandingAnnouncement, 'id' | 'seq'>,
  at: Temporal.Instant,
): Promise<number> {
  const { numUpdatedRows } = await tx.db
    .updateTable('announcements')
    .set({ withdrawn_at: at.toString(), seq: seq + 1 })
    .where('id', '=', id)
    .where('seq', '=', seq)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Refusal('withdrawn_already')
  return seq + 1
}

const announcements = (tx: Tx) =>
  tx.db
    .selectFrom('announcements as a')
    .innerJoin('sealed_texts as t', 't.id', 'a.title_id')
    .innerJoin('sealed_texts as b', 'b.id', 'a.body_id')
    .select(['a.id', 'a.area_id as areaId', 'a.unit_id as unitId', 'a.pinned', 'a.published_at'])
    .select(['a.shown_until as shownUntil', 'a.withdrawn_at', 't.body as title', 'b.body as body'])

type Row = Awaited<ReturnType<ReturnType<typeof announcements>['execute']>>[number]

const toAnnouncement = ({ published_at, withdrawn_at, title, body, ...row }: Row) => ({
  ...row,
  title: title ?? '',
  body: body ?? '',
  publishedAt: iso(published_at),
  withdrawnAt: withdrawn_at && iso(withdrawn_at),
})

/** A place in the list that everybody reads: whether the last row was pinned, and its id. */
export interface AfterAnnouncement {
  readonly pinned: boolean
  readonly id: string
}

/** What stands on `day` in a community: pinned ones first, then the newest. */
export async function selectShown(
  tx: Tx,
  areaId: string,
  day: string,
  { after, limit }: { readonly after: AfterAnnouncement | null; readonly limit: number },
) {
  const rows = await announcements(tx)
    .where('a.area_id', '=', areaId)
    .where('a.withdrawn_at', 'is', null)
    .where((eb) => eb.or([eb('a.shown_until', 'is', null), eb('a.shown_until', '>=', day)]))
    .$if(after !== null, (q) =>
      q.where(sql<boolean>`(a.pinned, a.id) < (${after?.pinned}::boolean, ${after?.id}::uuid)`),
    )
    .orderBy('a.pinned', 'desc')
    .orderBy('a.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(toAnnouncement)
}

/** What the asker's desks published in these communities, also what is over; the newest first. */
export async function selectPublished(
  tx: Tx,
  areaIds: readonly string[],
  { after, limit }: { readonly after: string | undefined; readonly limit: number },
) {
  const rows = await announcements(tx)
    .where('a.area_id', 'in', [...areaIds])
    .$if(after !== undefined, (q) => q.where('a.id', '<', after!))
    .orderBy('a.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(toAnnouncement)
}
