import { sql } from 'kysely'
import type { Tx } from '../platform/transaction.ts'
import { type Case, toCase } from './case.sql.ts'
import { queueStages } from './queues.contract.ts'

/** Where and since when, and the areas and units of whoever asks. */
export interface Nearby {
  readonly place: string
  readonly since: Temporal.Instant
  readonly seen: { readonly areaIds: readonly string[]; readonly units: readonly string[] }
}

/** How many candidates are weighed by their words. */
const candidates = 200

/** Open cases like this one in an area since a moment, nearest in time first, of these areas and units. */
export async function selectNear(
  tx: Tx,
  found: Pick<Case, 'id' | 'drillId'>,
  { place, since, seen }: Nearby,
): Promise<Case[]> {
  const rows = await tx.db
    .selectFrom('cases')
    .selectAll()
    .where('stage', 'in', [...queueStages.open])
    .where('confidential', '=', false)
    .where(sql<boolean>`reach && array[${place}]::uuid[]`)
    .where(sql<boolean>`(reach && ${[...seen.areaIds]}::uuid[] or units && ${[...seen.units]}::uuid[])`)
    .where('id', '<>', found.id)
    // Practice is like practice alone, and never like a neighbour's case.
    .where(sql<boolean>`drill_id is not distinct from ${found.drillId}::uuid`)
    .where(sql<boolean>`accepted_at >= ${since.toString()}`)
    .orderBy('id', 'desc')
    .limit(candidates)
    .execute()
  return rows.map(toCase)
}
