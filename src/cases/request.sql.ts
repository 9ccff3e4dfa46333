import { Refusal } from '../kernel/refusal.ts'
import { violated } from '../platform/database.ts'
import type { Tx } from '../platform/transaction.ts'
import type { Case } from './case.sql.ts'

export type RequestKind = 'extension' | 'pause' | 'listing' | 'return'

/** What a unit asks of the desk above it. */
export interface UnitRequest {
  readonly id: string
  readonly caseId: string
  readonly unitId: string
  readonly kind: RequestKind
  readonly days: number | null
  readonly reviewOn: string | null
  /** The sealed text of what a listing waits for. */
  readonly conditionId: string | null
  /** A return that only the centre may decide. */
  readonly arbitration: boolean
  readonly granted: boolean | null
  readonly askedBy: string
}

/** Files a request; a unit has at most one waiting in a case (`case_requests_pending`). */
export async function insertRequest(
  tx: Tx,
  subject: Case,
  request: Omit<UnitRequest, 'granted' | 'caseId'> & {
    readonly reasonId: string
    readonly askedAt: Temporal.Instant
  },
): Promise<void> {
  try {
    await tx.db
      .insertInto('case_requests')
      .values({
        id: request.id,
        case_id: subject.id,
        unit_id: request.unitId,
        kind: request.kind,
        days: request.days,
        review_on: request.reviewOn,
        condition_id: request.conditionId,
        arbitration: request.arbitration,
        reason_id: request.reasonId,
        asked_by: request.askedBy,
        asked_at: request.askedAt.toString(),
        reach: [...subject.reach],
        units: [...subject.units],
      })
      .execute()
  } catch (error) {
    if (violated(error) === 'case_requests_pending') throw new Refusal('case_request_pending')
    throw error
  }
}

export async function loadRequest(tx: Tx, caseId: string, requestId: string): Promise<UnitRequest> {
  const row = await tx.db
    .selectFrom('case_requests')
    .selectAll()
    .where('id', '=', requestId)
    .where('case_id', '=', caseId)
    .executeTakeFirst()
  if (!row) throw new Refusal('not_found', { kind: 'request' })
  return {
    id: row.id,
    caseId: row.case_id,
    unitId: row.unit_id,
    kind: row.kind as RequestKind,
    days: row.days,
    reviewOn: row.review_on,
    conditionId: row.condition_id,
    arbitration: row.arbitration,
    granted: row.granted,
    askedBy: row.asked_by,
  }
}

/** Decides a request that nobody decided before. */
export async function decide(
  tx: Tx,
  requestId: string,
  granted: boolean,
  by: string,
  at: Temporal.Instant,
): Promise<void> {
  const { numUpdatedRows } = await tx.db
    .updateTable('case_requests')
    .set({ granted, decided_by: by, decided_at: at.toString() })
    .where('id', '=', requestId)
    .where('granted', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Refusal('case_request_decided')
}

/** What a unit asked for has no object any more once it has resolved: the request lapses, not granted. */
export async function lapseRequests(
  tx: Tx,
  caseId: string,
  unitId: string,
  at: Temporal.Instant,
): Promise<void> {
  await tx.db
    .updateTable('case_requests')
    .set({ granted: false, decided_at: at.toString() })
    .where('case_id', '=', caseId)
    .where('unit_id', '=', unitId)
    .where('granted', 'is', null)
    .execute()
}
