import type { Pool } from '../platform/database.ts'
import type { PostKind } from './contract.ts'

export interface StaffRow {
  readonly id: string
  readonly name: string
  readonly accountName: string
  readonly openedAt: Temporal.Instant
  readonly closedAt: Temporal.Instant | null
  readonly hasSecondFactor: boolean
}

export interface StaffQuery {
  /** Part of a name or account name, in small letters; '' for all. */
  readonly text: string
  readonly kind: PostKind | null
  readonly unitId: string | null
  /** The post's area or one above it. */
  readonly areaId: string | null
  readonly endsBefore: string | null
  readonly closed: boolean
  /** YYYY-MM-DD: posts that had ended by then do not count. */
  readonly today: string
}

const matching = `a.kind = 'staff' and (a.ended_at is not null) = $6
  and (strpos(lower(a.name), $1) > 0 or strpos(u.username, $1) > 0)
  and (($2::text is null and $3::uuid is null and $4::uuid is null and $5::date is null) or exists (
    select 1 from posts p join areas at on at.id = p.area_id
    where p.account_id = a.id
      and ($6 or p.ends_on is null or p.ends_on > $7::date)
      and ($2::text is null or p.kind = $2)
      and ($3::uuid is null or p.unit_id = $3)
      and ($4::uuid is null or $4 = any (at.path))
      and ($5::date is null or p.ends_on < $5)
  ))`

const valuesOf = ({ text, kind, unitId, areaId, endsBefore, closed, today }: StaffQuery) => [
  text,
  kind,
  unitId,
  areaId,
  endsBefore,
  closed,
  today,
]

/**
 * Staff accounts that match, the latest opened first. By the role of sign-in: only it sees account names.
 */
export async function selectStaff(
  pool: Pool,
  query: StaffQuery,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<StaffRow[]> {
  const { rows } = await pool.query<StaffRow>(
    `select a.id, a.name, u.username as "accountName", a.created_at as "openedAt", a.ended_at as "closedAt",
       exists (select from auth_totp t where t.user_id = a.id and t.confirmed_at is not null) as "hasSecondFactor"
     from accounts a join auth_user u on u.id = a.id
     where ${matching} and ($8::uuid is null or a.id < $8)
     order by a.id desc limit $9`,
    [...valuesOf(query), after, limit],
  )
  return rows
}

/** How many staff accounts match. */
export async function countStaff(pool: Pool, query: StaffQuery): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    `select count(*)::integer as count from accounts a join auth_user u on u.id = a.id where ${matching}`,
    valuesOf(query),
  )
  return rows[0]?.count ?? 0
}
