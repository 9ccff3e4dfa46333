import pg from 'pg'
import { iso } from './clock.ts'
import type { NewLine } from './events.ts'
import type { Line } from './journal-line.rule.ts'
import { genesis, hashLine, lockKey } from './journal-line.rule.ts'
import { literal } from './literal.ts'

interface Head {
  n: number
  hash: Buffer
}

/** Sends statements as one message, with all that waited before them, and hands back one result a statement. */
export type Send = (...statements: readonly string[]) => Promise<pg.QueryResult[]>

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
  send: Send,
  schema: string,
  lines: readonly NewLine[],
  stamp: Stamp,
): Promise<void> {
  const chains = [...new Set(lines.map((line) => line.chain))].sort()
  const heads = await lockHeads(send, schema, chains)
  const values = lines.map((line) => {
    const head = heads.get(line.chain)!
    const chained = chain(line, head, stamp)
    head.n = chained.n
    head.hash = hashLine(chained)
    return literals(chained, head.hash)
  })
  await send(
    `insert into journal (chain, n, prev_hash, hash, recorded_at, occurred_at, actor, kind, subject, seq, data) \
values ${values.join(',')}`,
    'commit',
  )
}

async function lockHeads(send: Send, schema: string, chains: readonly string[]) {
  const locks = chains.map((chain) => `select pg_advisory_xact_lock(${lockKey(schema, chain)})`)
  const reads = chains.map(
    (chain) => `select n, hash from journal where chain = ${pg.escapeLiteral(chain)} order by n desc limit 1`,
  )
  const open = `set local app.chains = ${pg.escapeLiteral(`{${chains.join(',')}}`)}`
  // Each statement answers with one result; the heads are the last, behind whatever travelled in front.
  const results = (await send(open, ...locks, ...reads)).slice(-chains.length)
  const heads = new Map<string, Head>()
  for (const [index, chain] of chains.entries()) {
    const row = results[index]!.rows[0] as Head | undefined
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

/** A line as SQL literals: one message carries insert and commit, which bound parameters do not allow. */
const literals = (line: Line, hash: Buffer): string =>
  `(${[
    line.chain,
    line.n,
    line.prevHash,
    hash,
    line.recordedAt,
    line.occurredAt,
    line.actor,
    line.kind,
    line.subject,
    line.seq,
    JSON.stringify(line.data),
  ]
    .map(literal)
    .join(',')})`
