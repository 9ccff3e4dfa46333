import { iso } from '../platform/clock.ts'
import type { Tx } from '../platform/transaction.ts'
import type { Notice, NoticeKind, ReadNotices } from './contract.ts'

const columns = ['id', 'case_id', 'kind', 'facts', 'created_at', 'read_at'] as const

interface Row {
  id: string
  case_id: string | null
  kind: string
  facts: unknown
  created_at: Temporal.Instant
  read_at: Temporal.Instant | null
}

/** A notice before the names that it speaks of are looked up. */
export type NoticeRow = Omit<Notice, 'unit' | 'place' | 'emergency'>

function toNotice(row: Row): NoticeRow {
  const { number, ...facts } = row.facts as Notice['facts']
  return {
    id: row.id,
    kind: row.kind as NoticeKind,
    caseId: row.case_id,
    caseNumber: typeof number === 'string' ? number : null,
    facts,
    createdAt: iso(row.created_at),
    readAt: row.read_at && iso(row.read_at),
  }
}

/** An account's notices, newest first: their ids begin with the moment. */
export async function selectNotices(
  tx: Tx,
  accountId: string,
  after: string | undefined,
  limit: number,
): Promise<NoticeRow[]> {
  const rows = await tx.db
    .selectFrom('notices')
    .select(columns)
    .where('account_id', '=', accountId)
    .$if(after !== undefined, (q) => q.where('id', '<', after!))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(toNotice)
}

/** Unread emergencies, newest first. */
export async function selectAlertNotices(tx: Tx, accountId: string, limit: number): Promise<NoticeRow[]> {
  const rows = await tx.db
    .selectFrom('notices')
    .select(columns)
    .where('account_id', '=', accountId)
    .where('kind', '=', 'alert')
    .where('read_at', 'is', null)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(toNotice)
}

/** How many are unread, up to `bound`. */
export async function countUnread(tx: Tx, accountId: string, bound: number): Promise<number> {
  const unread = tx.db
    .selectFrom('notices')
    .select('id')
    .where('account_id', '=', accountId)
    .where('read_at', 'is', null)
    .limit(bound)
  const row = await tx.db
    .selectFrom(unread.as('u'))
    .select((eb) => eb.fn.countAll<number>().as('unread'))
    .executeTakeFirstOrThrow()
  return row.unread
}

/** Marks own notices as read; what was read before keeps its moment. */
export async function markRead(
  tx: Tx,
  accountId: string,
  which: ReadNotices,
  at: Temporal.Instant,
): Promise<void> {
  await tx.db
    .updateTable('notices')
    .set({ read_at: at.toString() })
    .where('account_id', '=', accountId)
    .where('read_at', 'is', null)
    .$if('upTo' in which, (q) => q.where('id', '<=', 'upTo' in which ? which.upTo : ''))
    .$if('ids' in which, (q) => q.where('id', 'in', 'ids' in which ? which.ids : []))
    .execute()
}
