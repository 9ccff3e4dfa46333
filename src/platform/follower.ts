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
  /** How many lines a step reads, where a line costs so much that a thousand would keep the others waiting. */
  readonly lines?: number
  /** Called with the next lines of one or more chains, each chain's in order, in the transaction that also moves the cursor. */
  readonly follow: (db: Kysely<Tables>, lines: readonly JournalLine[], district: District) => Promise<void>
  /** A page of what lines read earlier left to do; true where more is left. Called after the lines of a step. */
  readonly further?: (db: Kysely<Tables>, district: District) => Promise<boolean>
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
export const catchUp = (district: District, follower: Follower): Promise<number> =>
  asRunner(district, follower, 0, (connection) => toTheEnd(connection, district, follower))

async function toTheEnd(
  connection: Connection,
  district: District,
  follower: Follower,
  within = inTransaction,
): Promise<number> {
  let read = 0
  for (;;) {
    const taken = await take(connection, district, follower, within)
    read += taken.read
    if (!taken.more) return read
  }
}

/** One step on the way there, so that others can take theirs in between. Returns whether more is left. */
export const takeTurn = (district: District, follower: Follower): Promise<boolean> =>
  asRunner(district, follower, false, async (connection) => (await take(connection, district, follower)).more)

/** Works as the one runner of a follower; `otherwise`, where another server is that. */
const asRunner = <Result>(
  district: District,
  follower: Follower,
  otherwise: Result,
  work: (connection: Connection) => Promise<Result>,
): Promise<Result> =>
  onConnection(district, async (connection) => {
    const key = runnerKey(district, follower)
    const { rows: lock } = await connection.query<{ held: boolean }>(
      `select pg_try_advisory_lock(${key}) as held`,
    )
    if (!lock[0]!.held) return otherwise
    const result = await work(connection)
    await connection.query(`select pg_advisory_unlock(${key})`)
    return result
  })

const runnerKey = ({ schema }: District, { name }: Follower) => lockKey(schema, `follower/${name}`)

async function onConnection<Result>(
  district: District,
  work: (connection: Connection) => Promise<Result>,
): Promise<Result> {
  const connection = await district.pools.reader.connect()
  let lost = false
  try {
    return await work(connection)
  } catch (error) {
    // A runner's lock is the connection's: thrown away, neither can keep the others waiting.
    lost = true
    throw error
  } finally {
    connection.release(lost)
  }
}

/** Works in a transaction: in one of its own, or in the one that the whole rebuild is. */
type Within = typeof inTransaction
const inThisOne: Within = (connection, work) => work(kyselyOn(connection))

/** The next lines, and a page of what is left from others. */
async function take(
  connection: Connection,
  district: District,
  follower: Follower,
  within: Within = inTransaction,
): Promise<{ readonly read: number; readonly more: boolean }> {
  const most = follower.lines ?? batch
  const { rows } = await connection.query<Behind>({
    name: 'behind',
    text: behindSql,
    values: [follower.name],
  })
  const chains = firstBatch(rows, most)
  const read = rows.length === 0 ? 0 : await step(connection, district, follower, { chains, most, within })
  const { further } = follower
  const left = further !== undefined && (await within(connection, (db) => further(db, district)))
  // What came meanwhile is the next round's: under load there would always be one more line.
  return { read, more: left || chains.length < rows.length || read >= most }
}

/** As many chains as fill a batch. */
function firstBatch(behind: readonly Behind[], most: number): Behind[] {
  let lines = 0
  return behind.filter(({ n, head }) => {
    const fits = lines < most
    lines += head - n
    return fits
  })
}

const step = (
  connection: Connection,
  district: District,
  follower: Follower,
  {
    chains,
    most,
    within,
  }: { readonly chains: readonly Behind[]; readonly most: number; readonly within: Within },
): Promise<number> =>
  within(connection, async (db) => {
    const { rows } = await connection.query<Row>({
      name: 'lines_after',
      text: linesSql,
      values: [chains.map(({ chain }) => chain), chains.map(({ n }) => n), most],
    })
    await follower.follow(db, rows.map(toLine), district)
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
    return rows.length
  })

async function inTransaction<Result>(
  connection: Connection,
  work: (db: Kysely<Tables>) => Promise<Result>,
): Promise<Result> {
  await connection.query('begin')
  try {
    const result = await work(kyselyOn(connection))
    await connection.query('commit')
    return result
  } catch (error) {
    await connection.query('rollback').catch(() => undefined)
    throw error
  }
}

/**
 * Empties what a follower keeps and reads the journal again from the start, as its one runner: a step that another
 * server is in the middle of would move the cursor on past lines of which nothing is kept any more. It is waited for.
 * All in one transaction: until it is done, people read what was kept before.
 */
export const rebuild = (district: District, follower: Follower): Promise<number> =>
  onConnection(district, async (connection) => {
    const key = runnerKey(district, follower)
    await connection.query(`select pg_advisory_lock(${key})`)
    const read = await inTransaction(connection, async (db) => {
      await follower.reset(db)
      await db.deleteFrom('cursors').where('follower', '=', follower.name).execute()
      return toTheEnd(connection, district, follower, inThisOne)
    })
    await connection.query(`select pg_advisory_unlock(${key})`)
    return read
  })

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
