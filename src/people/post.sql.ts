import type { Tx } from '../platform/transaction.ts'
import type { PostKind } from './contract.ts'

export interface Post {
  readonly id: string
  readonly accountId: string
  readonly kind: PostKind
  readonly unitId: string | null
  readonly areaId: string
  readonly publicName: string | null
  readonly publicPhone: string | null
  readonly startsOn: string
  /** First day on which it is held no more, or null. */
  readonly endsOn: string | null
}

export async function insertPosts(tx: Tx, posts: readonly Post[]): Promise<void> {
  if (posts.length === 0) return
  const rows = posts.map((post) => ({
    id: post.id,
    account_id: post.accountId,
    kind: post.kind,
    unit_id: post.unitId,
    area_id: post.areaId,
    public_name: post.publicName,
    public_phone: post.publicPhone,
    starts_on: post.startsOn,
    ends_on: post.endsOn,
  }))
  await tx.db.insertInto('posts').values(rows).execute()
}

/** Ends a post that is held or still to come; null where there is none. A post to come ends on its first day. */
export async function endPostOn(
  tx: Tx,
  id: string,
  day: string,
): Promise<{ accountId: string; endsOn: string } | null> {
  const [row] = await tx.query<{ account_id: string; ends_on: string }>(
    'end_post',
    `update posts set ends_on = greatest(starts_on, $2::date)
     where id = $1 and (ends_on is null or ends_on > $2::date) returning account_id, ends_on`,
    [id, day],
  )
  return row ? { accountId: row.account_id, endsOn: row.ends_on } : null
}

export interface NamedPost {
  readonly id: string
  readonly kind: PostKind
  readonly unit: { readonly id: string; readonly nameZh: string; readonly nameEn: string } | null
  readonly area: {
    readonly id: string
    readonly kind: string
    readonly nameZh: string
    readonly nameEn: string
  }
}

const namedPosts = (tx: Tx) =>
  tx.db
    .selectFrom('posts as p')
    .innerJoin('areas as a', 'a.id', 'p.area_id')
    .leftJoin('units as u', 'u.id', 'p.unit_id')
    .select(['p.id', 'p.kind', 'p.unit_id', 'p.area_id', 'a.kind as area_kind'])
    .select(['a.name_zh as area_zh', 'a.name_en as area_en', 'u.name_zh as unit_zh', 'u.name_en as unit_en'])

type NamedPostRow = Awaited<ReturnType<ReturnType<typeof namedPosts>['execute']>>[number]

const toNamedPost = (row: NamedPostRow): NamedPost => ({
  id: row.id,
  kind: row.kind as PostKind,
  unit: row.unit_id ? { id: row.unit_id, nameZh: row.unit_zh ?? '', nameEn: row.unit_en ?? '' } : null,
  area: { id: row.area_id, kind: row.area_kind, nameZh: row.area_zh, nameEn: row.area_en },
})

export interface TermPost extends NamedPost {
  readonly accountId: string
  readonly publicName: string | null
  readonly publicPhone: string | null
  readonly startsOn: string
  readonly endsOn: string | null
}

/** Every post of these accounts, ended ones too, in order of its first day. */
export async function selectPostsOf(tx: Tx, accountIds: readonly string[]): Promise<TermPost[]> {
  if (accountIds.length === 0) return []
  const rows = await namedPosts(tx)
    .select(['p.account_id', 'p.public_name', 'p.public_phone', 'p.starts_on', 'p.ends_on'])
    .where('p.account_id', 'in', [...accountIds])
    .orderBy('p.starts_on')
    .orderBy('p.id')
    .execute()
  return rows.map((row) => ({
    ...toNamedPost(row),
    accountId: row.account_id,
    publicName: row.public_name,
    publicPhone: row.public_phone,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
  }))
}

/** Whether the post, or any of the account's, is or was an administrator's. */
export async function isAdministrator(
  tx: Tx,
  of: { readonly accountId: string } | { readonly postId: string },
): Promise<boolean> {
  const row = await tx.db
    .selectFrom('posts')
    .select('id')
    .where('kind', '=', 'administrator')
    .where('postId' in of ? 'id' : 'account_id', '=', 'postId' in of ? of.postId : of.accountId)
    .executeTakeFirst()
  return row !== undefined
}

/**
 * Whether this post is the only administrator's without an end. Writes those posts as they are, which holds them until
 * the transaction ends: two who end each other's at once do not leave the district without one, since the second waits
 * and then finds the first one's gone.
 */
export async function isLastAdministrator(tx: Tx, id: string): Promise<boolean> {
  const rows = await tx.db
    .updateTable('posts')
    .set({ ends_on: null })
    .where('kind', '=', 'administrator')
    .where('ends_on', 'is', null)
    .returning('id')
    .execute()
  return rows.length === 1 && rows[0]?.id === id
}

/** As `isLastAdministrator`, of an account: whether nobody but it holds an administrator's post without an end. */
export async function holdsLastAdministrator(tx: Tx, accountId: string): Promise<boolean> {
  const rows = await tx.db
    .updateTable('posts')
    .set({ ends_on: null })
    .where('kind', '=', 'administrator')
    .where('ends_on', 'is', null)
    .returning('account_id')
    .execute()
  return rows.length > 0 && rows.every((row) => row.account_id === accountId)
}

/** Ends every post of an account that is held or to come; one to come ends on its first day. */
export async function endPostsOf(
  tx: Tx,
  accountId: string,
  day: string,
): Promise<{ readonly id: string; readonly endsOn: string }[]> {
  const rows = await tx.query<{ id: string; ends_on: string }>(
    'end_posts_of',
    `update posts set ends_on = greatest(starts_on, $2::date)
     where account_id = $1 and (ends_on is null or ends_on > $2::date) returning id, ends_on`,
    [accountId, day],
  )
  return rows.map((row) => ({ id: row.id, endsOn: row.ends_on }))
}

/** Ends every post in a unit that is held or to come, with the unit. */
export async function endPostsOfUnit(
  tx: Tx,
  unitId: string,
  day: string,
): Promise<{ readonly id: string; readonly accountId: string; readonly endsOn: string }[]> {
  const rows = await tx.query<{ id: string; account_id: string; ends_on: string }>(
    'end_posts_of_unit',
    `update posts set ends_on = greatest(starts_on, $2::date)
     where unit_id = $1 and kind <> 'administrator' and (ends_on is null or ends_on > $2::date)
     returning id, account_id, ends_on`,
    [unitId, day],
  )
  return rows.map((row) => ({ id: row.id, accountId: row.account_id, endsOn: row.ends_on }))
}

/** The areas in which a grid worker or leader holds a post on a day. */
export async function selectWorkerAreas(tx: Tx, day: string): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('posts')
    .select('area_id')
    .distinct()
    .where('kind', 'in', ['grid_worker', 'grid_leader'])
    .where('starts_on', '<=', day)
    .where((has) => has.or([has('ends_on', 'is', null), has('ends_on', '>', day)]))
    .execute()
  return rows.map(({ area_id }) => area_id)
}

export interface PublicPost {
  readonly kind: 'grid_worker' | 'grid_leader'
  readonly name: string
  readonly phone: string | null
  readonly areaId: string
}

/** Grid workers and leaders of these areas, as residents may know them, on `day`. */
export async function selectGridWorkers(tx: Tx, path: readonly string[], day: string): Promise<PublicPost[]> {
  const rows = await tx.db
    .selectFrom('posts')
    .select(['kind', 'public_name', 'public_phone', 'area_id'])
    .where('area_id', 'in', [...path])
    .where('kind', 'in', ['grid_worker', 'grid_leader'])
    .where('public_name', 'is not', null)
    .where('starts_on', '<=', day)
    .where((has) => has.or([has('ends_on', 'is', null), has('ends_on', '>', day)]))
    .orderBy('kind', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    kind: row.kind as PublicPost['kind'],
    name: row.public_name ?? '',
    phone: row.public_phone,
    areaId: row.area_id,
  }))
}
