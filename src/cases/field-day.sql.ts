import { type RawBuilder, sql } from 'kysely'
import type { Key } from '../kernel/keyset.ts'
import type { Who } from '../platform/ctx.ts'
import type { Tx } from '../platform/transaction.ts'
import type { Case } from './case.sql.ts'
import { toCase } from './case.sql.ts'
import { afterDueKey, byDue, dueOrder } from './desk.sql.ts'
import { firstThenRest } from './emergency/first.sql.ts'
import type { Mode } from './emergency/mode.rule.ts'
import type { Part, PartStage } from './part.sql.ts'
import { stagesBeforeResolved } from './queues.contract.ts'

/**
 * What waits in the asker's areas, and where their units still have a part to do; what is due first on top, above it
 * what the emergencies that are on put first. One row more than `limit` says that there is more.
 */
export async function selectWaiting(
  tx: Tx,
  who: Who,
  key: Key | null,
  limit: number,
  on: readonly Mode[],
  /** False leaves practice out. */
  { drill }: { readonly drill?: false } = {},
): Promise<Case[]> {
  const [reach, units] = [[...who.reach], [...who.units]]
  const waiting = tx.db
    .selectFrom('cases as c')
    .selectAll('c')
    .where('c.stage', 'in', [...stagesBeforeResolved])
    // Said once: each condition of its own makes PostgreSQL expect fewer rows than there are.
    .where(
      sql<boolean>`(c.reach && ${reach}::uuid[] or c.units && ${units}::uuid[] and exists (
        select from case_parts p where p.case_id = c.id
        and p.unit_id = any (${units}::uuid[]) and p.stage not in ('resolved', 'returned')))`,
    )
    .$if(drill === false, (q) => q.where('c.drill_id', 'is', null))
  const select = async (chosen: RawBuilder<boolean> | null, after: Key | null, most: number) => {
    const rows = await waiting
      .$if(chosen !== null, (q) => q.where(chosen!))
      .$if(after !== null, (q) => q.where(afterDueKey(after!)))
      .orderBy(dueOrder.stillSql)
      .orderBy(dueOrder.dueSql)
      .orderBy('c.id')
      .limit(most)
      .execute()
    return rows.map(toCase)
  }
  return firstThenRest(on, key, limit + 1, select, byDue)
}

/** What was resolved since a moment: cases of the asker's areas, and cases in which these units ended their part. */
export async function selectDone(
  tx: Tx,
  who: Who,
  unitIds: readonly string[],
  since: Temporal.Instant,
  limit: number,
): Promise<Case[]> {
  const from = sql`${since.toString()}::timestamptz`
  const rows = await tx.db
    .selectFrom('cases as c')
    .selectAll('c')
    .where(
      sql<boolean>`c.id in (
        select d.id from cases d where d.resolved_at >= ${from} and d.reach && ${[...who.reach]}::uuid[]
        union select p.case_id from case_parts p
        where p.resolved_at >= ${from} and p.unit_id = any (${[...unitIds]}::uuid[]))`,
    )
    .orderBy(sql`coalesce(c.resolved_at, c.accepted_at)`, 'desc')
    .orderBy('c.id', 'desc')
    .limit(limit + 1)
    .execute()
  return rows.map(toCase)
}

/** The parts that these units have in these cases, by case, the lead first. */
export async function selectPartsOf(
  tx: Tx,
  caseIds: readonly string[],
  unitIds: readonly string[],
): Promise<Map<string, Part[]>> {
  if (caseIds.length === 0 || unitIds.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('case_parts')
    .select(['case_id', 'unit_id', 'role', 'stage', 'due_at', 'review_on', 'condition_id'])
    .where('case_id', 'in', [...caseIds])
    .where('unit_id', 'in', [...unitIds])
    .orderBy(sql`stage = 'returned'`)
    .orderBy('role', 'desc')
    .orderBy('dispatched_at')
    .execute()
  const parts = rows.map((row) => ({
    caseId: row.case_id,
    unitId: row.unit_id,
    role: row.role as Part['role'],
    stage: row.stage as PartStage,
    dueAt: row.due_at,
    reviewOn: row.review_on,
    conditionId: row.condition_id,
  }))
  return Map.groupBy(parts, (part) => part.caseId)
}
