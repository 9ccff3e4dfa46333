import { sql } from 'kysely'
import type { Tx } from '../platform/transaction.ts'

/** Puts visits and wishes of a building's homes under its areas as they are now; whether any lay elsewhere. */
export async function moveRows(tx: Tx, buildingId: string, path: readonly string[]): Promise<boolean> {
  let moved = 0n
  for (const table of ['visits', 'visit_wishes'] as const) {
    const { numUpdatedRows } = await tx.db
      .updateTable(table)
      .set({ reach: [...path] })
      .where('building_id', '=', buildingId)
      .where(sql<boolean>`reach <> ${path}::uuid[]`)
      .executeTakeFirst()
    moved += numUpdatedRows
  }
  await tx.query(
    'move_visit_words',
    `update visit_words w set reach = v.reach from visits v
     where v.id = w.visit_id and v.building_id = $1 and w.reach <> v.reach`,
    [buildingId],
  )
  return moved > 0n
}
