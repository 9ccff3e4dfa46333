import { type SelectQueryBuilder, sql } from 'kysely'
import type { Tables } from '../../../db/tables.ts'
import { leastIdAt } from '../../kernel/ids.ts'
import type { Tx } from '../../platform/transaction.ts'
import { type Case, toCase } from '../case.sql.ts'
import { stagesBeforeResolved } from '../queues.contract.ts'
import type { StandingMode } from './mode.sql.ts'

/** Counted up to here. */
export const casesBound = 500
const rowsShown = 20

const stages = [...stagesBeforeResolved]

/** The cases of an emergency: of a drill its practice, of a real one those of its matters in its area. */
function itsCases(tx: Tx, mode: StandingMode) {
  const cases = tx.db.selectFrom('cases as c')
  return mode.drill
    ? cases.where('c.drill_id', '=', mode.id)
    : cases
        .where('c.drill_id', 'is', null)
        .where('c.matter', 'in', [...mode.matters])
        .where(sql<boolean>`c.path && array[${mode.areaId}]::uuid[]`)
}

/** What came in since, how much of that is done, and what is open, whenever it came; each up to the bound. */
export async function countItsCases(tx: Tx, mode: StandingMode, end: Temporal.Instant | null) {
  const since = itsCases(tx, mode)
    .where('c.id', '>=', leastIdAt(mode.fromAt.epochMilliseconds))
    .$if(end !== null, (query) => query.where('c.id', '<', leastIdAt(end!.epochMilliseconds)))
  const open = itsCases(tx, mode).where('c.stage', 'in', stages)
  return {
    cameIn: await upToBound(tx, since),
    done: await upToBound(tx, since.where('c.resolved_at', 'is not', null)),
    open: await upToBound(tx, open),
  }
}

async function upToBound(
  tx: Tx,
  query: SelectQueryBuilder<Tables & { c: Tables['cases'] }, 'c', object>,
): Promise<number> {
  const row = await tx.db
    .selectFrom(query.select('c.id').limit(casesBound).as('found'))
    .select((eb) => eb.fn.countAll<string>().as('found'))
    .executeTakeFirstOrThrow()
  return Number(row.found)
}

/** Those that are still to be done, the newest first. */
export async function selectItsCases(tx: Tx, mode: StandingMode): Promise<Case[]> {
  const rows = await itsCases(tx, mode)
    .selectAll('c')
    .where('c.stage', 'in', stages)
    .orderBy('c.id', 'desc')
    .limit(rowsShown)
    .execute()
  return rows.map(toCase)
}
