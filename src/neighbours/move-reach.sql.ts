import { sql } from 'kysely'
import type { Tx } from '../platform/transaction.ts'

const tables = ['announcements', 'questions', 'public_answers'] as const

/** Puts all rows of a community under its areas as they are now; returns the ids of those that lay elsewhere. */
export async function moveRows(tx: Tx, areaId: string, path: readonly string[]): Promise<string[]> {
  const moved: string[] = []
  for (const table of tables) {
    const id = table === 'public_answers' ? 'question_id' : 'id'
    const rows = await tx.db
      .updateTable(table)
      .set({ reach: [...path] })
      .where('area_id', '=', areaId)
      .where(sql<boolean>`reach <> ${path}::uuid[]`)
      .returning(sql<string>`${sql.ref(id)}`.as('id'))
      .execute()
    moved.push(...rows.map((row) => row.id))
  }
  return [...new Set(moved)]
}
