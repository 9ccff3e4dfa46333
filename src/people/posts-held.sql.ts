import type { Kysely } from 'kysely'
import type { Tables } from '../../db/tables.ts'

/** A post that somebody holds or held in a unit. `endsOn` is the first day without it. */
interface PostHeld {
  readonly accountId: string
  readonly unitId: string
  readonly kind: string
  readonly startsOn: string
  readonly endsOn: string | null
}

/** The posts in units that these accounts hold or held, for a follower. */
export async function postsHeld(
  db: Kysely<Tables>,
  accountIds: readonly string[],
): Promise<readonly PostHeld[]> {
  if (accountIds.length === 0) return []
  const rows = await db
    .selectFrom('posts')
    .select(['account_id', 'unit_id', 'kind', 'starts_on', 'ends_on'])
    .where('account_id', 'in', [...new Set(accountIds)])
    .where('unit_id', 'is not', null)
    .execute()
  return rows.map((row) => ({
    accountId: row.account_id,
    unitId: row.unit_id!,
    kind: row.kind,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
  }))
}
