import { sql } from 'kysely'
import type { Tx } from '../platform/transaction.ts'
import type { Case } from './case.sql.ts'
import { endedStages } from './stage.rule.ts'

export type PartStage = 'dispatched' | 'signed' | 'handling' | 'resolved' | 'returned' | 'paused' | 'listed'

/** One unit's part in a case (主办 or 协办). */
export interface Part {
  readonly unitId: string
  readonly role: 'lead' | 'assist'
  readonly stage: PartStage
  readonly dueAt: Temporal.Instant
  /** When a listed part is looked at again (YYYY-MM-DD), and the sealed text of what it waits for. */
  readonly reviewOn: string | null
  readonly conditionId: string | null
}

export interface NewPart {
  readonly unitId: string
  readonly role: 'lead' | 'assist'
  readonly dispatchedAt: Temporal.Instant
  readonly dueAt: Temporal.Instant
  readonly yellowAt: Temporal.Instant
}

/** The parts of a case: who has it first, the lead before the others; who gave it back last. */
export async function loadParts(tx: Tx, caseId: string): Promise<Part[]> {
  const rows = await tx.db
    .selectFrom('case_parts')
    .select(['unit_id', 'role', 'stage', 'due_at', 'review_on', 'condition_id'])
    .where('case_id', '=', caseId)
    .orderBy(sql`stage = 'returned'`)
    .orderBy('role', 'desc')
    .orderBy('dispatched_at')
    .execute()
  return rows.map((row) => ({
    unitId: row.unit_id,
    role: row.role as Part['role'],
    stage: row.stage as PartStage,
    dueAt: row.due_at,
    reviewOn: row.review_on,
    conditionId: row.condition_id,
  }))
}

/** Those of these cases whose lead unit has done its part. */
export async function selectDoneLeads(tx: Tx, caseIds: readonly string[]): Promise<Set<string>> {
  const rows = await tx.query<{ id: string }>(
    'done_leads',
    `select c.id from cases c join case_parts p on p.case_id = c.id and p.unit_id = c.lead_unit_id and p.stage = 'resolved'
     where c.id = any($1::uuid[])`,
    [caseIds],
  )
  return new Set(rows.map(({ id }) => id))
}

/** Hands a case to units; a unit that had it before begins again. */
export async function putParts(
  tx: Tx,
  caseId: string,
  parts: readonly NewPart[],
  guard: Pick<Case, 'reach' | 'units'>,
): Promise<void> {
  await tx.db
    .insertInto('case_parts')
    .values(
      parts.map((part) => ({
        case_id: caseId,
        unit_id: part.unitId,
        role: part.role,
        stage: 'dispatched',
        dispatched_at: part.dispatchedAt.toString(),
        due_at: part.dueAt.toString(),
        yellow_at: part.yellowAt.toString(),
        reach: [...guard.reach],
        units: [...guard.units],
      })),
    )
    .onConflict((on) =>
      on.columns(['case_id', 'unit_id']).doUpdateSet((eb) => ({
        role: eb.ref('excluded.role'),
        stage: eb.ref('excluded.stage'),
        dispatched_at: eb.ref('excluded.dispatched_at'),
        due_at: eb.ref('excluded.due_at'),
        yellow_at: eb.ref('excluded.yellow_at'),
        signed_at: null,
        resolved_at: null,
        paused_until: null,
        review_on: null,
        condition_id: null,
        reach: eb.ref('excluded.reach'),
        units: eb.ref('excluded.units'),
      })),
    )
    .execute()
}

/** Moves one unit's part on. */
export async function savePart(
  tx: Tx,
  caseId: string,
  unitId: string,
  change: {
    readonly stage?: PartStage
    readonly signedAt?: Temporal.Instant
    readonly resolvedAt?: Temporal.Instant | null
    readonly dueAt?: Temporal.Instant
    readonly yellowAt?: Temporal.Instant
    /** When a pause ends by itself; null when it has ended. */
    readonly pausedUntil?: Temporal.Instant | null
    /** Of a listing; both null once it is struck off. */
    readonly reviewOn?: string | null
    readonly conditionId?: string | null
  },
): Promise<void> {
  await tx.db
    .updateTable('case_parts')
    .set({
      stage: change.stage,
      signed_at: change.signedAt?.toString(),
      resolved_at: change.resolvedAt === null ? null : change.resolvedAt?.toString(),
      due_at: change.dueAt?.toString(),
      yellow_at: change.yellowAt?.toString(),
      paused_until: change.pausedUntil === null ? null : change.pausedUntil?.toString(),
      review_on: change.reviewOn,
      condition_id: change.conditionId,
    })
    .where('case_id', '=', caseId)
    .where('unit_id', '=', unitId)
    .execute()
}

interface PartKey {
  readonly caseId: string
  readonly unitId: string
}

/** Parts of open cases whose pause has run out by `now`, the longest first. */
export async function selectEndedPauses(
  tx: Tx,
  now: Temporal.Instant,
  after: PartKey | null,
  limit: number,
): Promise<PartKey[]> {
  const rows = await tx.db
    .selectFrom('case_parts')
    .innerJoin('cases', 'cases.id', 'case_parts.case_id')
    .select(['case_parts.case_id', 'case_parts.unit_id'])
    .where('cases.stage', 'not in', [...endedStages])
    .where('paused_until', '<=', sql<Temporal.Instant>`${now.toString()}::timestamptz`)
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(case_id, unit_id) > (${after!.caseId}::uuid, ${after!.unitId}::uuid)`),
    )
    .orderBy('case_parts.case_id')
    .orderBy('case_parts.unit_id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ caseId: row.case_id, unitId: row.unit_id }))
}
