import type { Kysely } from 'kysely'
import type { Tables } from '../../db/tables.ts'
import type { District } from './ctx.ts'
import type { Connection } from './database.ts'
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
  /** Called with the next lines of one or more chains, each chain's in order, in the transaction that also moves the cursor. */
  readonly follow: (db: Kysely<Tables>, lines: readonly JournalLine[], district: District) => Promise<void>
  /** Empties what it keeps, before a rebuild from line 1. */
  readonly reset: (db: Kysely<Tables>) => Promise<void>
}

/** How many lines one step reads: enough to save round trips, few enough that a step is short. */
const batch = 1000

/** Chains that have lines after a follower's cursor, by a loose index scan: as many probes as chains, however long. */
const behindSql = `with recursive c as (
  (select chain from journal order by chain limit 1)
  union all
  select (select j.chain from journal j where j.chain > c.chain order by j.chain limit 1) from c where c.chain is not null
), heads as (
  select c.chain, coalesce(k.n, 0)::bigint as n,
    (select j.n from journal j where j.chain = c.chain order by j.n desc limit 1) as head
  from c left join cursors k on k.chain = c.chain and k.follower = $1 where c.chain is not null
)
select chain, n, head from heads where head > n`

const linesSql = `select j.* from unnest($1::uuid[], $2::bigint[]) as c (chain, n)
cross join lateral (select * from journal l where l.chain = c.chain and l.n > c.n order by l.n limit $3) j
order by j.chain, j.n`

const cursorsSql = `insert into cursors (follower, chain, n, hash)
select $1, c.chain, c.n, c.hash from unnest($2::uuid[], $3::bigint[], $4::bytea[]) as c (chain, n, hash)
on conflict (follower, chain) do update set n = excluded.n, hash = excluded.hash`

interface Behind {
  readonly chain: string
  readonly n: number
  readonly head: number
}

/**
 * Brings a follower up to the end of every chain as it stood at the call. None can be missed: a chain is locked until
 * its writer commits, so a line that is visible has all lines before it visible. One runner at a time, over all
 * servers. Returns how many lines were read.
 */
export async function catchUp(district: District, follower: Follower): Promise<number> {
  const connection = await district.pools.reader.connect()
  const key = lockKey(district.schema, `follower/${follower.name}`)
  let lost = false
  try {
    const { rows: lock } = await connection.query<{ held: boolean }>(
      `select pg_try_advisory_lock(${key}) as held`,
    )
    if (!lock[0]!.held) return 0
    let read = 0
    for (;;) {
      const { rows } = await connection.query<Behind>({
        name: 'behind',
        text: behindSql,
        values: [follower.name],
      })
      if (rows.length === 0) break
      const chains = firstBatch(rows)
      const took = await step(connection, district, follower, chains)
      read += took
      // What came meanwhile is the next round's: under load there would always be one more line.
      if (chains.length === rows.length && took < batch) break
    }
    await connection.query(`select pg_advisory_unlock(${key})`)
    return read
  } catch (error) {
    // The lock is the connection's: thrown away, neither can keep the others waiting.
    lost = true
    throw error
  } finally {
    connection.release(lost)
  }
}

/** As many chains as fill a batch. */
function firstBatch(behind: readonly Behind[]): Behind[] {
  let lines = 0
  return behind.filter(({ n, head }) => {
    const fits = lines < batch
    lines += head - n
    return fits
  })
}

async function step(
  connection: Connection,
  district: District,
  follower: Follower,
  chains: readonly Behind[],
): Promise<number> {
  await connection.query('begin')
  try {
    const { rows } = await connection.query<Row>({
      name: 'lines_after',
      text: linesSql,
      values: [chains.map(({ chain }) => chain), chains.map(({ n }) => n), batch],
    })
    await follower.follow(kyselyOn(connection), rows.map(toLine), district)
    const last = [...new Map(rows.map((row) => [row.chain, row])).values()]
    await connection.query({
      name: 'move_cursors',
      text: cursorsSql,
      values: [
        follower.name,
        last.map(({ chain }) => chain),
        last.map(({ n }) => n),
        last.map(({ hash }) => hash),
      ],
    })
    await connection.query('commit')
    return rows.length
  } catch (error) {
    await connection.query('rollback').catch(() => undefined)
    throw error
  }
}

/** Empties what a follower keeps and reads the journal again from the start. */
export async function rebuild(district: District, follower: Follower): Promise<number> {
  const connection = await district.pools.reader.connect()
  let lost = false
  try {
    await connection.query('begin')
    const db = kyselyOn(connection)
    await follower.reset(db)
    await db.deleteFrom('cursors').where('follower', '=', follower.name).execute()
    await connection.query('commit')
  } catch (error) {
    // Its transaction is open: whoever got the connection next would go on in it.
    lost = true
    throw error
  } finally {
    connection.release(lost)
  }
  return catchUp(district, follower)
}

interface Row {
  readonly chain: string
  readonly n: number
  readonly hash: Buffer
  readonly recorded_at: Temporal.Instant
  readonly occurred_at: Temporal.Instant
  readonly actor: string
  readonly kind: string
  readonly subject: string
  readonly seq: number | null
  readonly data: LineData
}

const toLine = (row: Row): JournalLine => ({
  chain: row.chain,
  n: row.n,
  recordedAt: row.recorded_at,
  occurredAt: row.occurred_at,
  actor: row.actor,
  kind: row.kind,
  subject: row.subject,
  seq: row.seq,
  data: row.data,
})
