import type { Pool } from '../platform/database.ts'
import { kyselyOn } from '../platform/transaction.ts'

/** Names of colleagues are nobody's by the app's policies: who was let ask reads them as the reader's role. */
const onReader = (pool: Pool) =>
  kyselyOn({ query: (text, values) => pool.query({ text, values: [...values] }) })

/** Accounts of staff with a post in the unit on that day, by name. */
export async function selectStaffOfUnit(pool: Pool, unitId: string, day: string) {
  const rows = await onReader(pool)
    .selectFrom('posts as p')
    .innerJoin('accounts as a', 'a.id', 'p.account_id')
    .select(['p.account_id as accountId', 'a.name'])
    .distinct()
    .where('p.unit_id', '=', unitId)
    .where('a.kind', '=', 'staff')
    .where('a.ended_at', 'is', null)
    .where('p.starts_on', '<=', day)
    .where((has) => has.or([has('p.ends_on', 'is', null), has('p.ends_on', '>', day)]))
    .orderBy('a.name')
    .orderBy('p.account_id')
    .execute()
  return rows
}

export async function selectStaffNames(pool: Pool, accountIds: readonly string[]) {
  if (accountIds.length === 0) return new Map<string, string>()
  const rows = await onReader(pool)
    .selectFrom('accounts')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(accountIds)])
    .where('kind', '=', 'staff')
    .where('ended_at', 'is', null)
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
