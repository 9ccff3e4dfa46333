import type { Selectable } from 'kysely'
import type { Tables } from '../../db/tables.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Guard } from '../platform/sealed-text.ts'
import type { Tx } from '../platform/transaction.ts'
import type { AcceptCase, Source, Stage } from './contract.ts'

/** A case as use cases see it. */
export interface Case {
  readonly id: string
  readonly number: string
  readonly kind: 'appeal' | 'incident'
  readonly source: Source
  /** 代报: for whom, where somebody reported for another. */
  readonly onBehalf: NonNullable<AcceptCase['onBehalf']> | null
  readonly sourceNumber: string | null
  readonly stage: Stage
  readonly matter: string | null
  readonly confidential: boolean
  readonly public: boolean
  readonly areaId: string
  /** The place at acceptance, from the district down; never changes. */
  readonly path: readonly string[]
  readonly reach: readonly string[]
  readonly units: readonly string[]
  readonly chain: string
  readonly accountId: string | null
  readonly receiptHash: Buffer
  readonly acceptedAt: Temporal.Instant
  readonly occurredAt: Temporal.Instant
  readonly responseDueAt: Temporal.Instant
  readonly respondedAt: Temporal.Instant | null
  readonly leadUnitId: string | null
  readonly dueAt: Temporal.Instant | null
  readonly yellowAt: Temporal.Instant | null
  readonly clockStopped: boolean
  readonly resolvedAt: Temporal.Instant | null
  readonly solved: boolean | null
  readonly rating: number | null
  readonly reopened: number
  /** The line of its story that answered last: the result that its reporter is asked about. 0 where none did. */
  readonly replySeq: number
  readonly joinedInto: string | null
  /** The drill that it was made for: practice, counted nowhere. */
  readonly drillId: string | null
  /** Lines of its story so far. */
  readonly seq: number
}

/** What an act changes in a case's row. */
export type CaseChange = Partial<
  Pick<
    Case,
    | 'stage'
    | 'matter'
    | 'confidential'
    | 'public'
    | 'reach'
    | 'units'
    | 'responseDueAt'
    | 'respondedAt'
    | 'leadUnitId'
    | 'dueAt'
    | 'yellowAt'
    | 'clockStopped'
    | 'resolvedAt'
    | 'solved'
    | 'rating'
    | 'reopened'
    | 'replySeq'
    | 'joinedInto'
  >
> & {
  readonly dispatchedAt?: Temporal.Instant
  readonly repliedAt?: Temporal.Instant
  readonly closedAt?: Temporal.Instant | null
  readonly provisional?: boolean
}

type Row = Selectable<Tables['cases']>

/** A case's row as the rooms see it. */
export const toCase = (row: Row): Case => ({
  id: row.id,
  number: row.number,
  kind: row.kind as Case['kind'],
  source: row.source as Source,
  onBehalf: row.on_behalf as Case['onBehalf'],
  sourceNumber: row.source_number,
  stage: row.stage as Stage,
  matter: row.matter,
  confidential: row.confidential,
  public: row.public,
  areaId: row.area_id,
  path: row.path,
  reach: row.reach,
  units: row.units,
  chain: row.chain,
  accountId: row.account_id,
  receiptHash: row.receipt_hash,
  acceptedAt: row.accepted_at,
  occurredAt: row.occurred_at,
  responseDueAt: row.response_due_at,
  respondedAt: row.responded_at,
  leadUnitId: row.lead_unit_id,
  dueAt: row.due_at,
  yellowAt: row.yellow_at,
  clockStopped: row.clock_stopped,
  resolvedAt: row.resolved_at,
  solved: row.solved,
  rating: row.rating,
  reopened: row.reopened,
  replySeq: row.reply_seq,
  joinedInto: row.joined_into,
  drillId: row.drill_id,
  seq: row.seq,
})

/** The case, or a Refusal that does not tell "is not there" from "is not yours to see". */
export async function loadCase(tx: Tx, id: string): Promise<Case> {
  const row = await tx.db.selectFrom('cases').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not_found', { kind: 'case' })
  return toCase(row)
}

/** The case that a receipt code or the reporter's own account opens. */
export async function loadOwnCase(tx: Tx, receiptHash: Buffer): Promise<Case> {
  const row = await tx.db
    .selectFrom('cases')
    .selectAll()
    .where('receipt_hash', '=', receiptHash)
    .executeTakeFirst()
  if (!row) throw new Refusal('not_found', { kind: 'receipt' })
  return toCase(row)
}

const instant = (at: Temporal.Instant | null | undefined): string | null | undefined =>
  at === null || at === undefined ? at : at.toString()

/**
 * Writes a change over the version that was read. Whoever comes second finds another `seq` and is refused:
 * no lock is trusted to protect the story.
 */
export async function saveCase(tx: Tx, before: Case, change: CaseChange, lines: number): Promise<void> {
  const row = {
    stage: change.stage,
    matter: change.matter,
    confidential: change.confidential,
    public: change.public,
    reach: change.reach && [...change.reach],
    units: change.units && [...change.units],
    response_due_at: instant(change.responseDueAt) ?? undefined,
    responded_at: instant(change.respondedAt),
    lead_unit_id: change.leadUnitId,
    due_at: instant(change.dueAt),
    yellow_at: instant(change.yellowAt),
    clock_stopped: change.clockStopped,
    resolved_at: instant(change.resolvedAt),
    solved: change.solved,
    rating: change.rating,
    reopened: change.reopened,
    reply_seq: change.replySeq,
    joined_into: change.joinedInto,
    dispatched_at: instant(change.dispatchedAt),
    replied_at: instant(change.repliedAt),
    closed_at: instant(change.closedAt),
    provisional: change.provisional,
    seq: before.seq + lines,
  }
  const { numUpdatedRows } = await tx.db
    .updateTable('cases')
    .set(row)
    .where('id', '=', before.id)
    .where('seq', '=', before.seq)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Refusal('version_conflict', { number: before.number })
}

/** Whose posts see a case and all that hangs on it. */
export interface CaseGuard {
  readonly id: string
  readonly reach: readonly string[]
  readonly units: readonly string[]
}

/** All of it in one message: a dispatch waits for it. */
const movesGuards = `with g as (
    select * from jsonb_to_recordset($1::jsonb) as moved (id uuid, reach uuid[], units uuid[])
  ),
  texts as (update sealed_texts set reach = g.reach, units = g.units from g where subject = g.id),
  photos as (update case_photos set reach = g.reach, units = g.units from g where case_id = g.id),
  parts as (update case_parts set reach = g.reach, units = g.units from g where case_id = g.id),
  requests as (update case_requests set reach = g.reach, units = g.units from g where case_id = g.id),
  told as (update instructions set reach = g.reach, units = g.units from g where case_id = g.id),
  flags as (update closing_flags set reach = g.reach, units = g.units from g where case_id = g.id),
  calls as (update call_backs set reach = g.reach, units = g.units from g where case_id = g.id),
  asks as (update reopen_asks set reach = g.reach, units = g.units from g where case_id = g.id)
  select 1`

/** Texts, photographs, parts, requests and what else hangs on cases follow them when a unit or an area comes to see them. */
export async function moveGuards(tx: Tx, guards: readonly CaseGuard[]): Promise<void> {
  const to = [JSON.stringify(guards.map(({ id, reach, units }) => ({ id, reach, units })))]
  await tx.query('move_guards', movesGuards, to)
}

/** Who may read what an act adds to a case. */
export const guardOf = (subject: Case): Guard => ({
  reach: subject.reach,
  units: subject.units,
  accountId: subject.accountId,
  receiptHash: subject.receiptHash,
})

/** Cases by id, of those that the asker sees. */
export async function selectCases(tx: Tx, ids: readonly string[]): Promise<Map<string, Case>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('cases')
    .selectAll()
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, toCase(row)]))
}

/** As `selectCases`, in the order of the ids. */
export async function casesByIds(tx: Tx, ids: readonly string[]): Promise<Case[]> {
  const found = await selectCases(tx, ids)
  return ids.flatMap((id) => found.get(id) ?? [])
}
