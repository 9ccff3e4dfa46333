import type { Kysely } from 'kysely'
import type { Tables } from '../../../db/tables.ts'

/** What whoever tells of a joint action must know of it. */
export interface ActionToTell {
  readonly id: string
  readonly areaId: string
  /** The areas whose desks look after it now, from the district down. */
  readonly reach: readonly string[]
  readonly units: readonly string[]
  readonly leadUnitId: string | null
  /** The case of its whistle turned out to be confidential. */
  readonly hidden: boolean
}

/** These actions. For followers and senders. */
export async function selectActionsToTell(
  db: Kysely<Tables>,
  ids: readonly string[],
): Promise<Map<string, ActionToTell>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('joint_actions')
    .select(['id', 'area_id as areaId', 'reach', 'units', 'lead_unit_id as leadUnitId', 'hidden'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}
