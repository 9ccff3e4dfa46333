import type { RawBuilder } from 'kysely'
import type { Key } from '../kernel/keyset.ts'
import { iso } from '../platform/clock.ts'
import type { Who } from '../platform/ctx.ts'
import type { Tx } from '../platform/transaction.ts'
import { type Case, toCase } from './case.sql.ts'
import { firstBy } from './emergency/first.rule.ts'
import { byId, firstThenRest } from './emergency/first.sql.ts'
import type { Mode } from './emergency/mode.rule.ts'
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
  after: Key | null,
  limit: number,
  arbitrates: boolean,
  on: readonly Mode[],
): Promise<WaitingRequest[]> {
  const asked = await firstThenRest(
    on,
    after,
    limit + 1,
    (chosen, key, most) => selectAsked(tx, who, key, most, arbitrates, chosen),
    byId,
  )
  return withCases(tx, asked)
}

const firstMark = 'first:'

/** A request's place in the list, as an address carries it, with the emergencies by which the list is read. */
export const keyOf = (requestId: string, found: Case, on: readonly Mode[]): string =>
  [`${firstBy(found, on) ? firstMark : ''}${requestId}`, ...on.map(({ id }) => id)].join(',')

export function readAfter(after: string | undefined): Key | null {
  if (after === undefined) return null
  const first = after.startsWith(firstMark)
  const [id, ...by] = after.slice(first ? firstMark.length : 0).split(',')
  return { value: '', id: id!, first, by }
}

function selectAsked(
  tx: Tx,
  who: Who,
  key: Key | null,
  most: number,
  arbitrates: boolean,
  chosen: RawBuilder<boolean> | null,
) {
  return (
    tx.db
      .selectFrom('case_requests as r')
      // The case itself is asked only where it counts which goes first.
      .$if(chosen !== null, (q) =>
        q.where((eb) =>
          eb.exists(
            eb.selectFrom('cases as c').select('c.id').whereRef('c.id', '=', 'r.case_id').where(chosen!),
          ),
        ),
      )
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
      .$if(key !== null, (q) => q.where('r.id', '>', key!.id))
      .orderBy('r.id')
      .limit(most)
      .execute()
  )
}

async function withCases(tx: Tx, asked: Awaited<ReturnType<typeof selectAsked>>): Promise<WaitingRequest[]> {
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
