import { sql } from 'kysely'
import type { Tx } from '../platform/transaction.ts'

/** Puts all rows of a walked place under its areas as they are now; says whether any lay elsewhere. */
export async function moveRoundRows(tx: Tx, areaId: string, path: readonly string[]): Promise<boolean> {
  let moved = 0n
  for (const table of ['rounds', 'round_items'] as const) {
    const { numUpdatedRows } = await tx.db
      .updateTable(table)
      .set({ reach: [...path] })
      .where('area_id', '=', areaId)
      .where(sql<boolean>`reach <> ${path}::uuid[]`)
      .executeTakeFirst()
    moved += numUpdatedRows
  }
  return moved > 0n
}

/** The same for who came to a grid. */
export async function moveCheckInRows(tx: Tx, gridId: string, path: readonly string[]): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('grid_check_ins')
    .set({ reach: [...path] })
    .where('grid_id', '=', gridId)
    .where(sql<boolean>`reach <> ${path}::uuid[]`)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
