import type { Clock } from '../platform/clock.ts'
import { dayOf } from '../platform/clock.ts'
import type { District } from '../platform/ctx.ts'
import { gather } from '../platform/gather.ts'
import type { SessionNeeds } from './sign-in/session-needs.rule.ts'
import type { AccountNow, PostNow } from './who.rule.ts'

/**
 * A post opens nothing while its unit is suspended, or when that was dissolved; but an administrator's does: nobody else
 * could resume the unit or give the post anew.
 */
const inTerm = `p.starts_on <= $3 and (p.ends_on is null or p.ends_on > $3)
      and (p.kind = 'administrator' or not exists (select 1 from units u
        where u.id = p.unit_id and (u.suspended_from is not null or u.valid_to is not null)))`

/** Own posts, and those of others that were lent to the account: while post, lending and lender all stand. */
const findSessionsSql = `select s.token, s.needs, coalesce(s.seen_at, s.created_at) as "seenAt",
    a.id, a.kind, a.name, held.posts, held.below,
    (select revision from revisions where what = 'permissions') as revision
  from auth_session s join accounts a on a.id = s.user_id
  cross join lateral (
    with held as (
      select p.id, p.kind, p.unit_id, p.area_id, null::json as lent_by
      from posts p where p.account_id = a.id and ${inTerm}
      union all
      select p.id, p.kind, p.unit_id, p.area_id,
        json_build_object('accountId', lender.id, 'name', lender.name, 'until', d.ends_on)
      from delegations d
      join posts p on p.id = d.post_id and p.account_id = d.from_account_id and ${inTerm}
      join accounts lender on lender.id = p.account_id and lender.ended_at is null
      where d.to_account_id = a.id and d.ended_at is null and d.starts_on <= $3 and d.ends_on > $3
    )
    select
      (select coalesce(json_agg(json_build_object(
        'id', id, 'kind', kind, 'unitId', unit_id, 'areaId', area_id, 'lentBy', lent_by) order by lent_by is not null, id), '[]'::json)
        from held) as posts,
      (select coalesce(json_agg(distinct below.id), '[]'::json)
        from held join areas top on top.id = held.area_id and top.parent_id is null
        join areas below on below.parent_id = top.id) as below
  ) held
  where s.token = any($1) and s.expires_at > $2 and a.ended_at is null`

interface Row {
  readonly token: string
  readonly needs: SessionNeeds | null
  readonly seenAt: Temporal.Instant
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
  /** What stands between the session and everything else. */
  readonly needs: SessionNeeds | null
  /** When it was last noted to be in use. */
  readonly seenAt: Temporal.Instant
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
    return new Map(
      rows.map(({ token, revision, needs, seenAt, ...account }) => [
        token,
        { account, revision, needs, seenAt },
      ]),
    )
  })
