import pg from 'pg'
import { iso } from './clock.ts'
import type { Connection } from './database.ts'
import type { NewLine } from './events.ts'
import type { Line } from './journal-line.rule.ts'
import { genesis, hashLine, lockKey } from './journal-line.rule.ts'

interface Head {
  n: number
  hash: Buffer
}

export interface Stamp {
  readonly actor: string
  /** ISO 8601 in UTC to the millisecond. */
  readonly recordedAt: string
}

/**
 * Chains and writes a transaction's lines and commits it, in two messages.
 * `n` has no gaps: the chains are locked until the commit (several in id order, so that none waits for another),
 * and each head is read by a statement after its lock, so that it sees what the last holder committed.
 */
export async function appendLines(
  connection: Connection,
  schema: string,
  lines: readonly NewLine[],
  stamp: Stamp,
): Promise<void> {
  const chains = [...new Set(lines.map((line) => line.chain))].sort()
  const heads = await lockHeads(connection, schema, chains)
  const values = lines.map((line) => {
    const head = heads.get(line.chain)!
    const chained = chain(line, head, stamp)
    head.n = chained.n
    head.hash = hashLine(chained)
    return literals(chained, head.hash)
  })
  await connection.query(
    `insert into journal (chain, n, prev_hash, hash, recorded_at, occurred_at, actor, kind, subject, seq, data) \
values ${values.join(',')}; commit`,
  )
}

async function lockHeads(connection: Connection, schema: string, chains: readonly string[]) {
  const locks = chains.map((chain) => `select pg_advisory_xact_lock(${lockKey(schema, chain)})`)
  const reads = chains.map(
    (chain) => `select n, hash from journal where chain = ${pg.escapeLiteral(chain)} order by n desc limit 1`,
  )
  const open = `set local app.chains = ${pg.escapeLiteral(`{${chains.join(',')}}`)}`
  // Several statements in one message answer with one result each.
  const results = (await connection.query(
    [open, ...locks, ...reads].join('; '),
  )) as unknown as pg.QueryResult[]
  const heads = new Map<string, Head>()
  for (const [index, chain] of chains.entries()) {
    const row = results[1 + locks.length + index]!.rows[0] as Head | undefined
    heads.set(chain, row ?? { n: 0, hash: genesis })
  }
  return heads
}

const chain = (line: NewLine, head: Head, { actor, recordedAt }: Stamp): Line => ({
  chain: line.chain,
  n: head.n + 1,
  prevHash: head.hash,
  recordedAt,
  occurredAt: line.occurredAt ? iso(line.occurredAt) : recordedAt,
  actor,
  kind: line.kind,
  subject: line.subject,
  seq: line.seq ?? null,
  data: line.data,
})

const hex = (bytes: Buffer): string => `'\\x${bytes.toString('hex')}'`

/** A line as SQL literals: one message carries insert and commit, which bound parameters do not allow. */
const literals = (line: Line, hash: Buffer): string =>
  `(${[
    pg.escapeLiteral(line.chain),
    line.n,
    hex(line.prevHash),
    hex(hash),
    pg.escapeLiteral(line.recordedAt),
    pg.escapeLiteral(line.occurredAt),
    pg.escapeLiteral(line.actor),
    pg.escapeLiteral(line.kind),
    pg.escapeLiteral(line.subject),
    line.seq ?? 'null',
    `${pg.escapeLiteral(JSON.stringify(line.data))}::jsonb`,
  ].join(',')})`
