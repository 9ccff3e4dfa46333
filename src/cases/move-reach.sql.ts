import { sql } from 'kysely'
import type { Tx } from '../platform/transaction.ts'
import type { Case } from './case.sql.ts'
import { toCase } from './case.sql.ts'
import { endedStages } from './stage.rule.ts'
import { streetDepth } from './worker-complaint.rule.ts'

/**
 * Open cases in an area, in order of id; confidential ones are the district's alone. Those that are kept above their
 * community (`worker-complaint.rule.ts`) are found by the place of their acceptance, as their reach ends with the street;
 * those kept above their street stay where they are.
 */
export async function selectReaching(
  tx: Tx,
  areaId: string,
  after: string | null,
  limit: number,
): Promise<Case[]> {
  const rows = await tx.db
    .selectFrom('cases')
    .selectAll()
    .where(sql<boolean>`(reach && array[${areaId}]::uuid[]
        or cardinality(reach) = ${streetDepth} and path && array[${areaId}]::uuid[])`)
    .where('stage', 'not in', [...endedStages])
    .where('confidential', '=', false)
    .$if(after !== null, (q) => q.where('id', '>', after!))
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(toCase)
}

/** Writes new reaches, each over the version that was read; returns the cases that nobody changed meanwhile. */
export async function saveReaches(
  tx: Tx,
  moved: readonly { readonly id: string; readonly seq: number; readonly reach: readonly string[] }[],
): Promise<Set<string>> {
  const rows = await tx.query<{ id: string }>(
    'save_reaches',
    `update cases c set reach = r.reach, seq = r.seq + 1
     from jsonb_to_recordset($1::jsonb) as r (id uuid, seq integer, reach uuid[])
     where c.id = r.id and c.seq = r.seq returning c.id`,
    [JSON.stringify(moved.map(({ id, seq, reach }) => ({ id, seq, reach })))],
  )
  return new Set(rows.map((row) => row.id))
}
