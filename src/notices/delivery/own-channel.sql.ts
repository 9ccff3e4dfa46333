import { sql } from 'kysely'
import type { Pool } from '../../platform/database.ts'
import type { Tx } from '../../platform/transaction.ts'
import type { QuietMinutes } from './quiet.rule.ts'

export interface NewOwnChannel {
  readonly id: string
  readonly accountId: string
  readonly kind: 'push' | 'email'
  readonly sealed: Buffer
  readonly knownBy: Buffer
  readonly shown: string
  readonly device: { readonly system: string; readonly browser: string } | null
  readonly language: 'zh' | 'en'
  readonly quiet: QuietMinutes
  readonly createdAt: Temporal.Instant
  readonly confirmedAt: Temporal.Instant | null
  readonly code: { readonly hash: Buffer; readonly until: Temporal.Instant } | null
}

/** The id under which this browser or address stands already for the account, or null. */
export async function findKnown(
  tx: Tx,
  accountId: string,
  kind: 'push' | 'email',
  knownBy: Buffer,
): Promise<string | null> {
  const row = await tx.db
    .selectFrom('own_channels')
    .select('id')
    .where('account_id', '=', accountId)
    .where('kind', '=', kind)
    .where('known_by', '=', knownBy)
    .executeTakeFirst()
  return row?.id ?? null
}

export async function countOwn(tx: Tx, accountId: string, kind: 'push' | 'email'): Promise<number> {
  const row = await tx.db
    .selectFrom('own_channels')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('account_id', '=', accountId)
    .where('kind', '=', kind)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** Enters a channel; said twice by two requests at once, the second changes what the first entered. */
export async function insertOwn(tx: Tx, channel: NewOwnChannel): Promise<void> {
  await tx.db
    .insertInto('own_channels')
    .values({
      id: channel.id,
      account_id: channel.accountId,
      kind: channel.kind,
      sealed: channel.sealed,
      known_by: channel.knownBy,
      shown: channel.shown,
      device_system: channel.device?.system ?? null,
      device_browser: channel.device?.browser ?? null,
      language: channel.language,
      quiet_from: channel.quiet.from,
      quiet_until: channel.quiet.until,
      created_at: channel.createdAt.toString(),
      confirmed_at: channel.confirmedAt?.toString() ?? null,
      code_hash: channel.code?.hash ?? null,
      code_until: channel.code?.until.toString() ?? null,
    })
    .onConflict((on) => on.columns(['account_id', 'kind', 'known_by']).doNothing())
    .execute()
}

/** A browser that is known hands out new keys now and then. */
export async function renewPush(
  tx: Tx,
  id: string,
  { sealed, language }: { readonly sealed: Buffer; readonly language: 'zh' | 'en' },
): Promise<void> {
  await tx.db.updateTable('own_channels').set({ sealed, language }).where('id', '=', id).execute()
}

/** An address that is not confirmed yet is sent another code. */
export async function renewCode(
  tx: Tx,
  id: string,
  code: { readonly hash: Buffer; readonly until: Temporal.Instant },
): Promise<boolean> {
  const rows = await tx.db
    .updateTable('own_channels')
    .set({ code_hash: code.hash, code_until: code.until.toString(), code_tries: 0 })
    .where('id', '=', id)
    .where('confirmed_at', 'is', null)
    .returning('id')
    .execute()
  return rows.length > 0
}

/** Counts a try and hands out what it is compared with; null where there is no code, it is over, or was tried too often. */
export async function takeCodeTry(
  tx: Tx,
  id: string,
  now: Temporal.Instant,
  most: number,
): Promise<Buffer | null> {
  const row = await tx.db
    .updateTable('own_channels')
    .set((eb) => ({ code_tries: eb('code_tries', '+', 1) }))
    .where('id', '=', id)
    .where('confirmed_at', 'is', null)
    .where(sql<boolean>`code_until > ${now.toString()}::timestamptz`)
    .where('code_tries', '<', most)
    .returning('code_hash')
    .executeTakeFirst()
  return row?.code_hash ?? null
}

export async function confirmRow(tx: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await tx.db
    .updateTable('own_channels')
    .set({ confirmed_at: at.toString(), code_hash: null, code_until: null })
    .where('id', '=', id)
    .execute()
}

export async function changeOwn(
  tx: Tx,
  id: string,
  { from, until }: QuietMinutes,
  language: 'zh' | 'en',
): Promise<boolean> {
  const rows = await tx.db
    .updateTable('own_channels')
    .set({ quiet_from: from, quiet_until: until, language })
    .where('id', '=', id)
    .returning('id')
    .execute()
  return rows.length > 0
}

export async function deleteOwn(tx: Tx, id: string): Promise<boolean> {
  const rows = await tx.db.deleteFrom('own_channels').where('id', '=', id).returning('id').execute()
  return rows.length > 0
}

/** A browser belongs to whoever is signed in there now: it stops telling anybody else. By the reader's role. */
export async function takeFromOthers(pool: Pool, knownBy: Buffer, accountId: string): Promise<void> {
  await pool.query("delete from own_channels where kind = 'push' and known_by = $1 and account_id <> $2", [
    knownBy,
    accountId,
  ])
}

/** One's own channels, the latest first, with how the last message fared. */
export const selectOwn = (tx: Tx, accountId: string) =>
  tx.db
    .selectFrom('own_channels as c')
    .select(['c.id', 'c.kind', 'c.shown', 'c.device_system', 'c.device_browser', 'c.quiet_from'])
    .select(['c.quiet_until', 'c.language', 'c.created_at', 'c.confirmed_at'])
    .select([
      sql<Temporal.Instant | null>`(select max(d.ended_at) from deliveries d where d.own_channel_id = c.id
        and d.state = 'sent')`.as('last_sent_at'),
      sql<
        string | null
      >`(select case when d.state in ('failed', 'given_up') then d.outcome end from deliveries d
        where d.own_channel_id = c.id and d.tried_at is not null order by d.tried_at desc, d.id desc limit 1)`.as(
        'problem',
      ),
    ])
    .where('c.account_id', '=', accountId)
    .orderBy('c.id', 'desc')
    .execute()

/** What was told by one's own channels, the latest first. */
export const selectOwnDeliveries = (tx: Tx, accountId: string) =>
  tx.db
    .selectFrom('deliveries')
    .select(['own_channel_id', 'kind', 'facts', 'state', 'created_at', 'ended_at'])
    .where('account_id', '=', accountId)
    .where('own_channel_id', 'is not', null)
    .orderBy('id', 'desc')
    .execute()
