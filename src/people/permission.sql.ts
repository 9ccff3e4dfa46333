import type { Kysely } from 'kysely'
import type { Tables } from '../../db/tables.ts'
import type { Grant } from './permission-table.rule.ts'

/** The district's rows of the table of permission; what they leave out stands as Linli comes. */
export async function readGrants(db: Kysely<Tables>): Promise<Grant[]> {
  const rows = await db.selectFrom('permissions').selectAll().execute()
  return rows.map((row) => ({ kind: row.post_kind, act: row.act, reaches: row.reaches }))
}
