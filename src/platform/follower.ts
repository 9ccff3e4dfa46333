import type { Kysely } from 'kysely'
import type { Tables } from '../../db/tables.ts'
import type { District } from './ctx.ts'
import type { LineData } from './journal-line.rule.ts'
import { lockKey } from './journal-line.rule.ts'
import { kyselyOn } from './transaction.ts'

/** A line as followers read it. */
export interface JournalLine {
  readonly chain: string
  readonly n: number
  readonly recordedAt: Temporal.Instant
  readonly occurredAt: Temporal.Instant
  readonly actor: string
  readonly kind: string
  readonly subject: string
  readonly seq: number | null
  readonly data: LineData
}

/** Reads every chain once and in order, and keeps something from it: a board, figures, notices. */
export interface Follower {
  readonly name: string
  /** Called with a chain's next lines, in the transaction that also moves the cursor. */
  readonly follow: (db: Kysely<Tables>, lines: readonly JournalLine[], district: District) => Promise<void>
  /** Empties what it keeps, before a rebuild from line 1. */
  readonly reset: (db: Kysely<Tables>) => Promise<void>
}

const batch = 500

/** Chains of the journal by a loose index scan: as many probes as chains, however long they are. */
const chainsSql = `with recursive c as (
  (select chain from journal order by chain limit 1)
  union all
  select (select j.chain from journal j where j.chain > c.chain order by j.chain limit 1) from c where c.chain is not null
)
select c.chain, coalesce(k.n, 0)::bigint as n,
  (select j.n from journal j where j.chain = c.chain order by j.n desc limit 1) as head
from c left join cursors k on k.chain = c.chain and k.follower = $1 where c.chain is not null`

/**
 * Brings a follower up to the end of every chain. None can be missed: a chain is locked until its writer commits,
 * so a line that is visible has all lines before it visible. One runner at a time, over all servers.
 * Returns how many lines were read.
 */
export async function catchUp(district: District, follower: Follower): Promise<number> {
  const connection = await district.pools.reader.connect()
  const key = lockKey(district.schema, `follower/${follower.name}`)
  try {
    const { rows: lock } = await connection.query<{ held: boolean }>(
      `select pg_try_advisory_lock(${key}) as held`,
    )
    if (!lock[0]!.held) return 0
    const { rows } = await connection.query<{ chain: string; n: number; head: number }>(chainsSql, [
      follower.name,
    ])
    let read = 0
    for (const { chain, n, head } of rows) {
      for (let at = n; at < head; ) {
        const lines = await step(kyselyOn(connection), connection, district, follower, chain, at)
        if (lines === 0) break
        at += lines
        read += lines
      }
    }
    return read
  } finally {
    await connection.query(`select pg_advisory_unlock(${key})`).catch(() => undefined)
    connection.release()
  }
}

async function step(
  db: Kysely<Tables>,
  connection: { query: (text: string) => Promise<unknown> },
  district: District,
  follower: Follower,
  chain: string,
  after: number,
): Promise<number> {
  await connection.query('begin')
  try {
    const rows = await db
      .selectFrom('journal')
      .selectAll()
      .where('chain', '=', chain)
      .where('n', '>', after)
      .orderBy('n')
      .limit(batch)
      .execute()
    const last = rows.at(-1)
    if (last) {
      await follower.follow(db, rows.map(toLine), district)
      const cursor = { follower: follower.name, chain, n: last.n, hash: last.hash }
      await db
        .insertInto('cursors')
        .values(cursor)
        .onConflict((on) => on.columns(['follower', 'chain']).doUpdateSet({ n: cursor.n, hash: cursor.hash }))
        .execute()
    }
    await connection.query('commit')
    return rows.length
  } catch (error) {
    await connection.query('rollback')
    throw error
  }
}

/** Empties what a follower keeps and reads the journal again from the start. */
export async function rebuild(district: District, follower: Follower): Promise<number> {
  const connection = await district.pools.reader.connect()
  try {
    await connection.query('begin')
    const db = kyselyOn(connection)
    await follower.reset(db)
    await db.deleteFrom('cursors').where('follower', '=', follower.name).execute()
    await connection.query('commit')
  } finally {
    connection.release()
  }
  return catchUp(district, follower)
}

const toLine = (row: {
  chain: string
  n: number
  recorded_at: Temporal.Instant
  occurred_at: Temporal.Instant
  actor: string
  kind: string
  subject: string
  seq: number | null
  data: unknown
}): JournalLine => ({
  chain: row.chain,
  n: row.n,
  recordedAt: row.recorded_at,
  occurredAt: row.occurred_at,
  actor: row.actor,
  kind: row.kind,
  subject: row.subject,
  seq: row.seq,
  data: row.data as LineData,
})
