import { iso } from '../platform/clock.ts'
import type { Who } from '../platform/ctx.ts'
import type { Tx } from '../platform/transaction.ts'
import { type Case, toCase } from './case.sql.ts'
import type { RequestKind } from './request.sql.ts'

/** A request that waits, with its reason and the case it stands in. */
export interface WaitingRequest {
  readonly id: string
  readonly unitId: string
  readonly kind: RequestKind
  readonly days: number | null
  readonly reviewOn: string | null
  readonly reason: string | null
  readonly condition: string | null
  readonly arbitration: boolean
  readonly askedAt: string
  readonly found: Case
}

/**
 * Requests that nobody has decided, the oldest first, that the asker did not make: neither in person nor by the own
 * unit; disputes only for whoever decides those too. One more than `limit` tells that there are more.
 */
export async function selectWaiting(
  tx: Tx,
  who: Who,
  after: string | undefined,
  limit: number,
  arbitrates: boolean,
): Promise<WaitingRequest[]> {
  const asked = await tx.db
    .selectFrom('case_requests as r')
    .leftJoin('sealed_texts as t', 't.id', 'r.reason_id')
    .leftJoin('sealed_texts as k', 'k.id', 'r.condition_id')
    .select([
      'r.id',
      'r.case_id',
      'r.unit_id',
      'r.kind',
      'r.days',
      'r.review_on',
      'r.asked_at',
      'r.arbitration',
    ])
    .select(['t.body', 'k.body as condition'])
    .where('r.decided_at', 'is', null)
    .where('r.asked_by', '<>', who.accountId)
    .$if(who.units.length > 0, (q) => q.where('r.unit_id', 'not in', [...who.units]))
    .$if(!arbitrates, (q) => q.where('r.arbitration', '=', false))
    .$if(after !== undefined, (q) => q.where('r.id', '>', after!))
    .orderBy('r.id')
    .limit(limit + 1)
    .execute()
  if (asked.length === 0) return []
  const rows = await tx.db
    .selectFrom('cases')
    .selectAll()
    .where(
      'id',
      'in',
      asked.map((row) => row.case_id),
    )
    .execute()
  const cases = new Map(rows.map((row) => [row.id, toCase(row)]))
  return asked.flatMap((row) => {
    const found = cases.get(row.case_id)
    if (!found) return []
    return {
      id: row.id,
      unitId: row.unit_id,
      kind: row.kind as RequestKind,
      days: row.days,
      reviewOn: row.review_on,
      reason: row.body,
      condition: row.condition,
      arbitration: row.arbitration,
      askedAt: iso(row.asked_at),
      found,
    }
  })
}

/** How many requests of each case and unit were granted, by `caseId unitId`. */
export async function countGranted(tx: Tx, caseIds: readonly string[]): Promise<Map<string, number>> {
  if (caseIds.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('case_requests')
    .select(['case_id', 'unit_id'])
    .select((eb) => eb.fn.countAll<number>().as('times'))
    .where('case_id', 'in', [...caseIds])
    .where('granted', '=', true)
    .groupBy(['case_id', 'unit_id'])
    .execute()
  return new Map(rows.map((row) => [`${row.case_id} ${row.unit_id}`, row.times]))
}

/** Granted returns of these cases, the oldest first, with their reasons. */
export async function selectReturns(tx: Tx, caseIds: readonly string[]) {
  if (caseIds.length === 0) return []
  return tx.db
    .selectFrom('case_requests as r')
    .leftJoin('sealed_texts as t', 't.id', 'r.reason_id')
    .select(['r.case_id as caseId', 'r.unit_id as unitId', 'r.decided_at as at', 't.body as reason'])
    .where('r.case_id', 'in', [...caseIds])
    .where('r.kind', '=', 'return')
    .where('r.granted', '=', true)
    .orderBy('r.id')
    .execute()
}
