import { newId } from '../kernel/ids.ts'
import { Refusal } from '../kernel/refusal.ts'
import { findUnit } from '../organisations/door.ts'
import { dayOf } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import { actOnce } from '../platform/once.ts'
import type { Tx } from '../platform/transaction.ts'
import { isStaff } from './account.sql.ts'
import { districtChain } from './chain.ts'
import type { GivenPost, NewPost } from './contract.ts'
import { GivePost } from './contract.ts'
import { peopleLine } from './events.ts'
import { mustByOwnPost } from './permission.rule.ts'
import { mayShowPersons } from './permission-bounds.rule.ts'
import type { Post } from './post.sql.ts'
import { insertPosts } from './post.sql.ts'
import { needsUnit, postArea } from './post-place.contract.ts'
import { placeOfPost } from './post-place.ts'

/** Gives a staff account a post in an area, and in a unit where it has one, for a term. In force on the next request. */
export async function givePost(ctx: Ctx, body: GivePost): Promise<GivenPost> {
  ctx.must('people.manage')
  const { accountId, requestId, ...post } = GivePost.parse(body)
  if (accountId === ctx.who.accountId) mustByOwnPost(ctx.who, 'people.manage')
  const checked = await checkPost(ctx, post)
  const chain = await districtChain(ctx)
  const give = async (tx: Tx) => {
    if (!(await isStaff(tx, accountId))) throw new Refusal('account_unknown')
    return { postId: await addPost(ctx, tx, accountId, checked, chain) }
  }
  if (requestId === undefined) return ctx.transaction(give)
  const once = { accountId, requestId, ...post }
  return actOnce(ctx, once, give)
}

/** A post whose place fits its kind. */
export type CheckedPost = Omit<Post, 'id' | 'accountId'>

/**
 * Refuses `area_unknown`, `post_place_wrong`, `unit_unknown`, a term that ends before it starts, and by whoever
 * only stands in for an administrator an administrator's post, and one that shows people by name (`own_post_needed`): who
 * holds it would hold it on when the delegation is over.
 */
export async function checkPost(ctx: Ctx, post: NewPost): Promise<CheckedPost> {
  const { kind, publicName = null, publicPhone = null, endsOn = null } = post
  if (kind === 'administrator' || mayShowPersons(kind)) mustByOwnPost(ctx.who, 'people.manage')
  const startsOn = post.startsOn ?? dayOf(ctx.clock.now(), ctx.district.timeZone)
  const { area, unitId } = await placeOfPost(ctx, post)
  const areaKind = postArea[kind]
  if (areaKind !== null && areaKind !== area.kind) throw new Refusal('post_place_wrong', { post: kind })
  if (unitId === null && needsUnit.has(kind)) throw new Refusal('unit_unknown')
  if (endsOn !== null && endsOn < startsOn)
    throw new Refusal('input_invalid', { field: 'endsOn', rule: 'order' })
  return { kind, unitId, areaId: area.id, publicName, publicPhone, startsOn, endsOn }
}

/** Writes a checked post with its line of the journal and returns its id. Refuses `unit_unknown`. */
export async function addPost(
  ctx: Ctx,
  tx: Tx,
  accountId: string,
  post: CheckedPost,
  chain: string,
): Promise<string> {
  const { kind, unitId, areaId, startsOn, endsOn } = post
  if (unitId !== null && !(await findUnit(tx, unitId))) throw new Refusal('unit_unknown')
  const postId = newId(ctx.clock.now().epochMilliseconds)
  await insertPosts(tx, [{ ...post, id: postId, accountId }])
  const data = { postId, accountId, kind, unitId, areaId, startsOn, endsOn }
  tx.record(peopleLine('post.given', { chain, subject: postId, data }))
  return postId
}
