import type { WhoPost } from '../platform/ctx.ts'
import type { Pool } from '../platform/database.ts'
import type { AccountNow } from './who.rule.ts'

const findSessionSql = `select a.id, a.kind, a.name, coalesce((
    select json_agg(json_build_object('id', p.id, 'kind', p.kind, 'unitId', p.unit_id, 'areaId', p.area_id) order by p.id)
    from posts p
    where p.account_id = a.id and p.starts_on <= $3 and (p.ends_on is null or p.ends_on > $3)
  ), '[]'::json) as posts, coalesce((
    select json_agg(below.id)
    from posts p join areas below on below.parent_id = p.area_id
    where p.account_id = a.id and p.kind = 'evaluator'
      and p.starts_on <= $3 and (p.ends_on is null or p.ends_on > $3)
  ), '[]'::json) as sampled
  from auth_session s join accounts a on a.id = s.user_id
  where s.token = $1 and s.expires_at > $2 and a.ended_at is null`

/** The account of a session and the posts that it holds on `day`: one indexed query, on the auth role's pool. */
export async function findSession(
  pool: Pool,
  token: string,
  at: Temporal.Instant,
  day: string,
): Promise<AccountNow | null> {
  const { rows } = await pool.query<{
    id: string
    kind: 'staff' | 'resident'
    name: string
    posts: WhoPost[]
    sampled: string[]
  }>({ name: 'find_session', text: findSessionSql, values: [token, at.toString(), day] })
  return rows[0] ?? null
}
