import { iso } from './clock.ts'
import type { NewLine } from './events.ts'
import { genesis, lockKey, restOfLine } from './journal-line.rule.ts'
import { literal } from './literal.ts'
import type { PreparedWrite } from './transaction.ts'

export interface Stamp {
  readonly actor: string
  /** ISO 8601 in UTC to the millisecond. */
  readonly recordedAt: string
}

/**
 * Appends a line behind its chain's head and hashes it there (`hashLine`, written in SQL), so that a transaction need
 * not wait to hear the head before it can commit.
 */
export const appendStatement: PreparedWrite = {
  name: 'append_line',
  text: `insert into journal (chain, n, prev_hash, hash, recorded_at, occurred_at, actor, kind, subject, seq, data)
select $1::uuid, next.n, next.prev_hash,
  sha256(convert_to('["' || $1::uuid || '",' || next.n || ',"' || encode(next.prev_hash, 'hex') || '",' || $8::text, 'UTF8')),
  $2::timestamptz, $3::timestamptz, $4, $5, $6::uuid, $7::integer, $9::jsonb
from (
  select coalesce(head.n, 0) + 1 as n, coalesce(head.hash, ${literal(genesis)}::bytea) as prev_hash
  from (select) one left join lateral (
    select n, hash from journal where chain = $1::uuid order by n desc limit 1
  ) head on true
) next`,
}

/**
 * The statements that chain and write a transaction's lines, to be sent just before its commit.
 * `n` has no gaps: the chains are locked until the commit (several in id order, so that none waits for another), and
 * each head is read by a statement after its lock, so that it sees what the last holder committed.
 */
export function appendLines(schema: string, lines: readonly NewLine[], stamp: Stamp): string[] {
  const chains = [...new Set(lines.map((line) => line.chain))].sort()
  return [
    `set local app.chains = ${literal(chains)}`,
    // Nothing but lines and the commit follows. Of a table that was never counted the planner thinks that a chain holds
    // a handful of lines, and would read all of it to sort it for each line.
    'set local enable_sort = off',
    ...chains.map((chain) => `select pg_advisory_xact_lock(${lockKey(schema, chain)})`),
    ...lines.map((line) => append(line, stamp)),
  ]
}

function append(line: NewLine, { actor, recordedAt }: Stamp): string {
  const { chain, kind, subject, data } = line
  const occurredAt = line.occurredAt ? iso(line.occurredAt) : recordedAt
  const seq = line.seq ?? null
  const rest = restOfLine({ recordedAt, occurredAt, actor, kind, subject, seq, data })
  const values = [chain, recordedAt, occurredAt, actor, kind, subject, seq, rest, JSON.stringify(data)]
  return `execute ${appendStatement.name}(${values.map(literal).join(',')})`
}
