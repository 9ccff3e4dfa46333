import type { Clock } from '../platform/clock.ts'
import { dayOf } from '../platform/clock.ts'
import type { District } from '../platform/ctx.ts'
import { gather } from '../platform/gather.ts'
import type { AccountNow, PostNow } from './who.rule.ts'

const findSessionsSql = `select s.token, a.id, a.kind, a.name, coalesce((
    select json_agg(json_build_object('id', p.id, 'kind', p.kind, 'unitId', p.unit_id, 'areaId', p.area_id) order by p.id)
    from posts p
    where p.account_id = a.id and p.starts_on <= $3 and (p.ends_on is null or p.ends_on > $3)
  ), '[]'::json) as posts, coalesce((
    select json_agg(below.id)
    from areas below join areas top on top.id = below.parent_id
    where top.parent_id is null and exists (
      select from posts p where p.account_id = a.id and p.area_id = top.id
        and p.starts_on <= $3 and (p.ends_on is null or p.ends_on > $3)
    )
  ), '[]'::json) as below, (select revision from revisions where what = 'permissions') as revision
  from auth_session s join accounts a on a.id = s.user_id
  where s.token = any($1) and s.expires_at > $2 and a.ended_at is null`

interface Row {
  readonly token: string
  readonly id: string
  readonly kind: 'staff' | 'resident'
  readonly name: string
  readonly posts: PostNow[]
  readonly below: string[]
  readonly revision: string | null
}

/** An account, and the revision of the table of permission that is in force. */
export interface SessionNow {
  readonly account: AccountNow
  readonly revision: string | null
}

/**
 * Finds the account of a session's token and the posts that it holds today: one indexed query on the auth role's
 * pool, shared by all who ask at the same time.
 */
export const sessionFinder = (
  { pools, timeZone }: Pick<District, 'pools' | 'timeZone'>,
  clock: Clock,
): ((token: string) => Promise<SessionNow | undefined>) =>
  gather(async (tokens) => {
    const now = clock.now()
    const { rows } = await pools.auth.query<Row>({
      name: 'find_sessions',
      text: findSessionsSql,
      values: [tokens, now.toString(), dayOf(now, timeZone)],
    })
    return new Map(rows.map(({ token, revision, ...account }) => [token, { account, revision }]))
  })
