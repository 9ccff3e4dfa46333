import { sql } from 'kysely'
import type { Pool } from '../../platform/database.ts'
import type { Tx } from '../../platform/transaction.ts'
import { kyselyOn } from '../../platform/transaction.ts'
import type { PostKind } from '../contract.ts'
import type { Delegation, LentPost } from './contract.ts'

export interface NewDelegation {
  readonly id: string
  readonly postId: string
  readonly fromAccountId: string
  readonly toAccountId: string
  readonly givenBy: string
  readonly givenAt: Temporal.Instant
  readonly startsOn: string
  readonly endsOn: string
}

export async function insertDelegation(tx: Tx, one: NewDelegation): Promise<void> {
  await tx.db
    .insertInto('delegations')
    .values({
      id: one.id,
      post_id: one.postId,
      from_account_id: one.fromAccountId,
      to_account_id: one.toAccountId,
      given_by: one.givenBy,
      given_at: one.givenAt.toString(),
      starts_on: one.startsOn,
      ends_on: one.endsOn,
    })
    .execute()
}

/** Ends one that is not over; its post, or null where there is none. */
export async function endDelegationNow(
  tx: Tx,
  id: string,
  at: Temporal.Instant,
  today: string,
): Promise<string | null> {
  const row = await tx.db
    .updateTable('delegations')
    .set({ ended_at: at.toString() })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .where('ends_on', '>', today)
    .returning('post_id')
    .executeTakeFirst()
  return row?.post_id ?? null
}

/** Whether the person stands in for the post already on any of these days. */
export async function standsIn(
  tx: Tx,
  {
    postId,
    toAccountId,
    startsOn,
    endsOn,
  }: Pick<NewDelegation, 'postId' | 'toAccountId' | 'startsOn' | 'endsOn'>,
): Promise<boolean> {
  const row = await tx.db
    .selectFrom('delegations')
    .select('id')
    .where('post_id', '=', postId)
    .where('to_account_id', '=', toAccountId)
    .where('ended_at', 'is', null)
    .where('starts_on', '<', endsOn)
    .where('ends_on', '>', startsOn)
    .executeTakeFirst()
  return row !== undefined
}

export interface HeldPost extends LentPost {
  readonly accountId: string
  readonly name: string
}

/** Names of colleagues are nobody's by the app's policies: who was let ask reads them as the reader's role. */
const onReader = (pool: Pool) =>
  kyselyOn({ query: (text, values) => pool.query({ text, values: [...values] }) })

const lentPostColumns = [
  'p.id as post_id',
  'p.kind',
  'p.unit_id',
  'u.name_zh as unit_zh',
  'u.name_en as unit_en',
  'p.area_id',
  'place.name_zh as area_zh',
  'place.name_en as area_en',
] as const

interface LentPostRow {
  readonly post_id: string
  readonly kind: string
  readonly unit_id: string | null
  readonly unit_zh: string | null
  readonly unit_en: string | null
  readonly area_id: string
  readonly area_zh: string
  readonly area_en: string
}

const toLentPost = (row: LentPostRow): LentPost => ({
  id: row.post_id,
  kind: row.kind as PostKind,
  unit:
    row.unit_id === null ? null : { id: row.unit_id, nameZh: row.unit_zh ?? '', nameEn: row.unit_en ?? '' },
  area: { id: row.area_id, nameZh: row.area_zh, nameEn: row.area_en },
})

/** Posts that accounts of staff hold on a day, with their holders' names. */
export async function selectHeldPosts(
  pool: Pool,
  day: string,
  which: {
    readonly accountId?: string
    readonly postId?: string
    readonly areaIds?: readonly string[]
    readonly unitId?: string | null
    /** Beside those of the areas and the unit: posts of this kind, wherever they are. */
    readonly kind?: PostKind
  },
): Promise<HeldPost[]> {
  const { accountId, postId, areaIds, unitId, kind } = which
  const rows = await onReader(pool)
    .selectFrom('posts as p')
    .innerJoin('accounts as a', 'a.id', 'p.account_id')
    .innerJoin('areas as place', 'place.id', 'p.area_id')
    .leftJoin('units as u', 'u.id', 'p.unit_id')
    .select(['p.account_id', 'a.name', ...lentPostColumns])
    .where('a.kind', '=', 'staff')
    .where('a.ended_at', 'is', null)
    .where('p.starts_on', '<=', day)
    .where((has) => has.or([has('p.ends_on', 'is', null), has('p.ends_on', '>', day)]))
    .$if(accountId !== undefined, (q) => q.where('p.account_id', '=', accountId!))
    .$if(postId !== undefined, (q) => q.where('p.id', '=', postId!))
    .$if(areaIds !== undefined, (q) =>
      q.where((has) =>
        has.or([
          has('p.area_id', 'in', [...areaIds!]),
          ...(unitId ? [has('p.unit_id', '=', unitId)] : []),
          ...(kind ? [has('p.kind', '=', kind)] : []),
        ]),
      ),
    )
    .orderBy('a.name')
    .orderBy('p.id')
    .execute()
  return rows.map((row) => ({ ...toLentPost(row), accountId: row.account_id, name: row.name }))
}

/** What an account lends and stands in for, on `day` or later, while post and both accounts stand. */
export async function selectDelegations(pool: Pool, accountId: string, day: string): Promise<Delegation[]> {
  const rows = await onReader(pool)
    .selectFrom('delegations as d')
    .innerJoin('posts as p', 'p.id', 'd.post_id')
    .innerJoin('accounts as lender', 'lender.id', 'd.from_account_id')
    .innerJoin('accounts as deputy', 'deputy.id', 'd.to_account_id')
    .innerJoin('areas as place', 'place.id', 'p.area_id')
    .leftJoin('units as u', 'u.id', 'p.unit_id')
    .select(['d.id', 'd.from_account_id', 'd.to_account_id', 'd.starts_on', 'd.ends_on'])
    .select(['lender.name as lender', 'deputy.name as deputy', ...lentPostColumns])
    .where((has) =>
      has.or([has('d.from_account_id', '=', accountId), has('d.to_account_id', '=', accountId)]),
    )
    .where('d.ended_at', 'is', null)
    .where('d.ends_on', '>', day)
    .where('lender.ended_at', 'is', null)
    .where('deputy.ended_at', 'is', null)
    .where((has) =>
      has.or([
        has('p.ends_on', 'is', null),
        has('p.ends_on', '>', sql<string>`greatest(d.starts_on, ${day}::date)`),
      ]),
    )
    .orderBy('d.starts_on')
    .orderBy('d.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    post: toLentPost(row),
    from: { accountId: row.from_account_id, name: row.lender },
    to: { accountId: row.to_account_id, name: row.deputy },
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    isNow: row.starts_on <= day,
  }))
}
