import { type Kysely, sql } from 'kysely'
import type { Tables } from '../../../db/tables.ts'
import type { PostKind } from '../contract.ts'
import type { HolderQuery, PostHolder } from '../post-holders.sql.ts'

/**
 * Who stands in for posts of these kinds in any of the units or areas, as if the post were theirs for those days. For
 * followers: what waits for a post is told to whoever stands in as well. The day on which it ended early is the first
 * without it.
 */
export async function selectDeputies(
  db: Kysely<Tables>,
  { kinds, unitIds, areaIds }: HolderQuery,
  timeZone: string,
): Promise<PostHolder[]> {
  if (unitIds.length === 0 && areaIds.length === 0) return []
  const rows = await db
    .selectFrom('delegations as d')
    .innerJoin('posts as p', (on) =>
      on.onRef('p.id', '=', 'd.post_id').onRef('p.account_id', '=', 'd.from_account_id'),
    )
    .innerJoin('accounts as lender', 'lender.id', 'd.from_account_id')
    .innerJoin('accounts as deputy', 'deputy.id', 'd.to_account_id')
    .select(['d.to_account_id', 'p.kind', 'p.unit_id', 'p.area_id'])
    .select(sql<string>`greatest(p.starts_on, d.starts_on)`.as('starts_on'))
    .select(
      sql<string>`least(p.ends_on, d.ends_on, (d.ended_at at time zone ${timeZone}::text)::date)`.as(
        'ends_on',
      ),
    )
    .where('lender.ended_at', 'is', null)
    .where('deputy.ended_at', 'is', null)
    .where('p.kind', 'in', [...kinds])
    .where((eb) =>
      eb.or([
        ...(unitIds.length > 0 ? [eb('p.unit_id', 'in', [...new Set(unitIds)])] : []),
        ...(areaIds.length > 0 ? [eb('p.area_id', 'in', [...new Set(areaIds)])] : []),
      ]),
    )
    .orderBy('d.id')
    .execute()
  return rows.map((row) => ({
    accountId: row.to_account_id,
    kind: row.kind as PostKind,
    unitId: row.unit_id,
    areaId: row.area_id,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
  }))
}
