import type { Kysely } from 'kysely'
import type { Tables } from '../../../db/tables.ts'

/** What whoever tells of something passed on must know of it. */
export interface PassedToTell {
  readonly id: string
  readonly areaId: string
  readonly reach: readonly string[]
  readonly fromUnitId: string | null
  readonly toUnitId: string
  readonly hidden: boolean
}

/** These, for followers and senders. */
export async function selectPassedToTell(
  db: Kysely<Tables>,
  ids: readonly string[],
): Promise<Map<string, PassedToTell>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('passed_on')
    .select([
      'id',
      'area_id as areaId',
      'reach',
      'from_unit_id as fromUnitId',
      'to_unit_id as toUnitId',
      'hidden',
    ])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}
