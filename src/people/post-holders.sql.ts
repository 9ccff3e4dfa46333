import type { Kysely } from 'kysely'
import type { Tables } from '../../db/tables.ts'
import type { PostKind } from './contract.ts'

/** Someone who held a post on a day. */
export interface PostHolder {
  readonly accountId: string
  readonly kind: PostKind
  readonly unitId: string | null
  readonly areaId: string
  /** First day of the term, and the first after it or null; YYYY-MM-DD, local. */
  readonly startsOn: string
  readonly endsOn: string | null
}

/** Whose posts are looked for: of units, or in areas. */
export interface HolderQuery {
  readonly kinds: readonly PostKind[]
  readonly unitIds: readonly string[]
  readonly areaIds: readonly string[]
}

/** Posts of these kinds in any of the units or areas, of accounts that stand, whatever their term. For followers. */
export async function selectPostHolders(
  db: Kysely<Tables>,
  { kinds, unitIds, areaIds }: HolderQuery,
): Promise<PostHolder[]> {
  if (unitIds.length === 0 && areaIds.length === 0) return []
  const rows = await db
    .selectFrom('posts as p')
    .innerJoin('accounts as a', 'a.id', 'p.account_id')
    .select(['p.account_id', 'p.kind', 'p.unit_id', 'p.area_id', 'p.starts_on', 'p.ends_on'])
    .where('a.ended_at', 'is', null)
    .where('p.kind', 'in', [...kinds])
    .where((eb) =>
      eb.or([
        ...(unitIds.length > 0 ? [eb('p.unit_id', 'in', [...new Set(unitIds)])] : []),
        ...(areaIds.length > 0 ? [eb('p.area_id', 'in', [...new Set(areaIds)])] : []),
      ]),
    )
    .orderBy('p.id')
    .execute()
  return rows.map((row) => ({
    accountId: row.account_id,
    kind: row.kind as PostKind,
    unitId: row.unit_id,
    areaId: row.area_id,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
  }))
}
