import { sql } from 'kysely'
import type { Tx } from '../platform/transaction.ts'
import { type Case, toCase } from './case.sql.ts'
import { queueStages } from './queues.contract.ts'

/** How many candidates are weighed by their words. */
const candidates = 200

/** Open cases of the same community since a moment, nearest in time first. */
export async function selectNear(tx: Tx, found: Case, since: Temporal.Instant): Promise<Case[]> {
  const place = found.path[2] ?? found.path.at(-1)!
  const rows = await tx.db
    .selectFrom('cases')
    .selectAll()
    .where('stage', 'in', [...queueStages.open])
    .where('confidential', '=', false)
    .where(sql<boolean>`reach && array[${place}]::uuid[]`)
    .where('id', '<>', found.id)
    // Practice is like practice alone, and never like a neighbour's case.
    .where(sql<boolean>`drill_id is not distinct from ${found.drillId}::uuid`)
    .where(sql<boolean>`accepted_at >= ${since.toString()}`)
    .orderBy('id', 'desc')
    .limit(candidates)
    .execute()
  return rows.map(toCase)
}
