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

/** Whether the unit has, or had, a part of the case in which it assists (协办). */
export async function assistsIn(tx: Tx, caseId: string, unitId: string): Promise<boolean> {
  const row = await tx.db
    .selectFrom('case_parts')
    .select('role')
    .where('case_id', '=', caseId)
    .where('unit_id', '=', unitId)
    .where('role', '=', 'assist')
    .executeTakeFirst()
  return row !== undefined
}
