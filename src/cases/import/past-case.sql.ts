import type { Tx } from '../../platform/transaction.ts'
import type { Stage } from '../contract.ts'

/** What all cases of one import have in common. */
export interface Destination {
  /** The name of the system that had them. */
  readonly system: string
  /** The district's own area: a file names no place that Linli knows. */
  readonly areaId: string
  readonly path: readonly string[]
}

export interface PastCaseRow {
  readonly id: string
  readonly number: string
  readonly sourceNumber: string
  readonly stage: Stage
  readonly confidential: boolean
  readonly receiptHash: Buffer
  readonly occurredAt: Temporal.Instant
  readonly responseDueAt: Temporal.Instant
  readonly respondedAt: Temporal.Instant | null
  readonly dueAt: Temporal.Instant | null
  readonly resolvedAt: Temporal.Instant | null
  readonly repliedAt: Temporal.Instant | null
  readonly closedAt: Temporal.Instant | null
  readonly seq: number
}

/** A case that an earlier import of the same source brought. */
export interface StandingCase {
  readonly id: string
  readonly stage: Stage
  readonly seq: number
}

const moments = <Row>(rows: readonly Row[], of: (row: Row) => Temporal.Instant | null) =>
  rows.map((row) => of(row)?.toString() ?? null)

/**
 * Writes new cases in one statement. Hands back the ids that came in: one is left out where another import was
 * quicker with its source's number, or where its own number was drawn before.
 */
export async function insertPastCases(
  tx: Tx,
  { system, areaId, path }: Destination,
  rows: readonly PastCaseRow[],
): Promise<Set<string>> {
  const entered = await tx.query<{ id: string }>('insert_past_cases', insertSql, [
    system,
    areaId,
    path,
    rows.map((row) => row.id),
    rows.map((row) => row.number),
    rows.map((row) => row.sourceNumber),
    rows.map((row) => row.stage),
    rows.map((row) => row.confidential),
    rows.map((row) => row.receiptHash),
    moments(rows, (row) => row.occurredAt),
    moments(rows, (row) => row.responseDueAt),
    moments(rows, (row) => row.respondedAt),
    moments(rows, (row) => row.dueAt),
    moments(rows, (row) => row.resolvedAt),
    moments(rows, (row) => row.repliedAt),
    moments(rows, (row) => row.closedAt),
    rows.map((row) => row.seq),
  ])
  return new Set(entered.map(({ id }) => id))
}

const insertSql = `insert into cases (source_system, area_id, path, reach, units, chain, kind, source, id, number,
  source_number, stage, clock_stopped, confidential, receipt_hash, occurred_at, accepted_at, response_due_at,
  responded_at, due_at, resolved_at, replied_at, closed_at, seq)
select $1, $2, $3::uuid[], $3::uuid[], '{}', $2, 'appeal', 'file', t.id, t.number,
  t.source_number, t.stage, t.stage = 'closed', t.confidential, t.receipt_hash, t.occurred_at, t.occurred_at,
  t.response_due_at, t.responded_at, t.due_at, t.resolved_at, t.replied_at, t.closed_at, t.seq
from unnest($4::uuid[], $5::text[], $6::text[], $7::text[], $8::boolean[], $9::bytea[], $10::timestamptz[],
  $11::timestamptz[], $12::timestamptz[], $13::timestamptz[], $14::timestamptz[], $15::timestamptz[],
  $16::timestamptz[], $17::integer[])
  as t (id, number, source_number, stage, confidential, receipt_hash, occurred_at, response_due_at,
    responded_at, due_at, resolved_at, replied_at, closed_at, seq)
on conflict do nothing returning id`

/** Which of these numbers of a source are here already, by number. */
export async function standingCases(
  tx: Tx,
  system: string,
  sourceNumbers: readonly string[],
): Promise<Map<string, StandingCase>> {
  const rows = await tx.query<{ source_number: string; id: string; stage: Stage; seq: number }>(
    'standing_cases',
    'select source_number, id, stage, seq from cases where source_system = $1 and source_number = any($2::text[])',
    [system, sourceNumbers],
  )
  return new Map(rows.map(({ source_number, ...standing }) => [source_number, standing]))
}

/** What a later file says of a case that still waited: a change over the version that was read. */
export type PastEnd = Pick<PastCaseRow, 'id' | 'seq' | 'respondedAt' | 'resolvedAt' | 'repliedAt'> & {
  readonly closedAt: Temporal.Instant
}

/** Closes cases that nobody took up here; hands back the ids. One that somebody takes up meanwhile is left to them. */
export async function endPastCases(tx: Tx, ends: readonly PastEnd[]): Promise<Set<string>> {
  const ended = await tx.query<{ id: string }>('end_past_cases', endSql, [
    ends.map((end) => end.id),
    ends.map((end) => end.seq),
    moments(ends, (end) => end.respondedAt),
    moments(ends, (end) => end.resolvedAt),
    moments(ends, (end) => end.repliedAt),
    moments(ends, (end) => end.closedAt),
  ])
  return new Set(ended.map(({ id }) => id))
}

const endSql = `update cases c set stage = 'closed', clock_stopped = true, responded_at = t.responded_at,
  resolved_at = t.resolved_at, replied_at = t.replied_at, closed_at = t.closed_at, seq = c.seq + 1
from unnest($1::uuid[], $2::integer[], $3::timestamptz[], $4::timestamptz[], $5::timestamptz[], $6::timestamptz[])
  as t (id, seq, responded_at, resolved_at, replied_at, closed_at)
where c.id = t.id and c.seq = t.seq and c.stage = 'accepted' returning c.id`
