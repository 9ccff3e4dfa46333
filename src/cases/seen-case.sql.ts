import type { Tx } from '../platform/transaction.ts'

/** What a list beside cases names them by, of those that the asker sees. */
export interface SeenCase {
  readonly id: string
  readonly number: string
  readonly matter: string | null
  readonly reach: readonly string[]
  /** Made for a drill: counted nowhere. */
  readonly practice: boolean
}

/** Those of these cases that the asker sees. */
export async function selectSeenCases(tx: Tx, ids: readonly string[]): Promise<Map<string, SeenCase>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('cases')
    .select(['id', 'number', 'matter', 'reach', 'drill_id'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map(({ drill_id, ...row }) => [row.id, { ...row, practice: drill_id !== null }]))
}

/** The units that assist in a case (协办), or did. */
export async function assistingUnits(tx: Tx, caseId: string): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('case_parts')
    .select('unit_id')
    .where('case_id', '=', caseId)
    .where('role', '=', 'assist')
    .orderBy('unit_id')
    .execute()
  return rows.map(({ unit_id }) => unit_id)
}
