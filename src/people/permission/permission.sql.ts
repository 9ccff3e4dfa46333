import { sql } from 'kysely'
import type { Tx } from '../../platform/transaction.ts'
import type { PermissionChange } from './contract.ts'

/** Writes what changed; rows of other posts and acts stay. */
export async function saveGrants(tx: Tx, changes: readonly PermissionChange[]): Promise<void> {
  await tx.db
    .insertInto('permissions')
    .values(changes.map(({ kind, act, after }) => ({ post_kind: kind, act, reaches: after })))
    .onConflict((on) => on.columns(['post_kind', 'act']).doUpdateSet({ reaches: sql`excluded.reaches` }))
    .execute()
}

/** A line of the journal about the table, with the name of whoever changed it. */
export interface ChangeLine {
  readonly n: number
  readonly recordedAt: Temporal.Instant
  readonly data: unknown
  readonly by: string | null
}

/** Lines on the district's chain that changed the table, the latest first. The asker's transaction has opened them. */
export async function selectChangeLines(
  tx: Tx,
  chain: string,
  before: number | undefined,
  limit: number,
): Promise<ChangeLine[]> {
  const rows = await tx.db
    .selectFrom('journal as j')
    .leftJoin('accounts as a', (join) => join.on(sql`'account:' || a.id`, '=', sql.ref('j.actor')))
    .select(['j.n', 'j.recorded_at', 'j.data', 'a.name'])
    .where('j.chain', '=', chain)
    .where('j.subject', '=', chain)
    .where('j.kind', '=', 'permission.changed')
    .$if(before !== undefined, (q) => q.where('j.n', '<', before!))
    .orderBy('j.n', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    n: row.n,
    recordedAt: row.recorded_at,
    data: row.data,
    by: row.name,
  }))
}
