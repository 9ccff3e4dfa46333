import { atlasOf } from '../../areas/door.ts'
import { newId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { mustBeStaff } from '../../organisations/door.ts'
import { dayOf } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { actOnce } from '../../platform/once.ts'
import { districtChain } from '../chain.ts'
import { mayAct, mustByOwnPost } from '../permission.rule.ts'
import {
  type Colleagues,
  type EndDelegation,
  type GiveDelegation,
  type GivenDelegation,
  lentDaysAtMost,
} from './contract.ts'
import {
  endDelegationNow,
  type HeldPost,
  insertDelegation,
  selectHeldPosts,
  standsIn,
} from './delegation.sql.ts'
import { delegationLine } from './events.ts'
import { mayStandIn, type PlacedPost } from './stand-in.rule.ts'

/**
 * Lends a post to a colleague while its holder is away: the holder does, or an administrator. In force from the first
 * day's first request on. Refuses a post that is not the asker's own (`delegation_post_not_own`: one that was lent is
 * not lent on), an administrator's post that no administrator lends (`own_post_needed`), oneself (`delegation_to_self`),
 * somebody who is no colleague (`delegation_person_unfit`), more than 60 days (`delegation_too_long`), days that have
 * passed, and a second time (`delegation_stands_already`).
 */
export async function giveDelegation(ctx: Ctx, body: GiveDelegation): Promise<GivenDelegation> {
  const { post, today } = await lendablePost(ctx, body.postId)
  const { postId, toAccountId, endsOn } = body
  const givenBy = ctx.who.accountId!
  if (toAccountId === post.accountId || toAccountId === givenBy) throw new Refusal('delegation_to_self')
  const startsOn = body.startsOn ?? today
  mustBeShort(startsOn, endsOn, today)
  const people = await whoMayStandIn(ctx, post, today)
  if (!people.some((person) => person.accountId === toAccountId)) throw new Refusal('delegation_person_unfit')
  const chain = await districtChain(ctx)
  return actOnce(ctx, body, async (tx): Promise<GivenDelegation> => {
    const given = { postId, fromAccountId: post.accountId, toAccountId, startsOn, endsOn }
    if (await standsIn(tx, given)) throw new Refusal('delegation_stands_already')
    const now = ctx.clock.now()
    const delegationId = newId(now.epochMilliseconds)
    await insertDelegation(tx, { ...given, id: delegationId, givenBy, givenAt: now })
    const data = { delegationId, ...given }
    tx.record(delegationLine('delegation.given', { chain, subject: delegationId, data }))
    return { delegationId }
  })
}

/** Ends it at once: its lender, whoever stands in, or an administrator. Refuses `delegation_unknown`. */
export async function endDelegation(ctx: Ctx, id: string, body: EndDelegation): Promise<GivenDelegation> {
  mustBeStaff(ctx, 'delegation.give')
  const chain = await districtChain(ctx)
  const now = ctx.clock.now()
  const today = dayOf(now, ctx.district.timeZone)
  const request = { ...body, delegationId: id }
  return actOnce(ctx, request, async (tx): Promise<GivenDelegation> => {
    const postId = await endDelegationNow(tx, id, now, today)
    if (postId === null) throw new Refusal('delegation_unknown')
    const data = { delegationId: id, postId }
    tx.record(delegationLine('delegation.ended', { chain, subject: id, data }))
    return { delegationId: id }
  })
}

/** Who may stand in for a post that the asker may lend. Refuses as `giveDelegation` does. */
export async function colleaguesFor(ctx: Ctx, postId: string): Promise<Colleagues> {
  const { post, today } = await lendablePost(ctx, postId)
  return { people: await whoMayStandIn(ctx, post, today) }
}

/** A post that is held today and that the asker may lend. */
async function lendablePost(ctx: Ctx, postId: string): Promise<{ post: HeldPost; today: string }> {
  mustBeStaff(ctx, 'delegation.give')
  const today = dayOf(ctx.clock.now(), ctx.district.timeZone)
  const [post] = await selectHeldPosts(ctx.district.pools.reader, today, { postId })
  const isOwn = post?.accountId === ctx.who.accountId
  const administers = mayAct(ctx.who, 'people.manage')
  // Whether a post that is not theirs stands at all is not for everybody to know.
  if (!post || !(isOwn || administers)) throw new Refusal('delegation_post_not_own')
  if (!isOwn || post.kind === 'administrator') mustByOwnPost(ctx.who, 'people.manage')
  return { post, today }
}

function mustBeShort(startsOn: string, endsOn: string, today: string): void {
  if (startsOn < today) throw new Refusal('input_invalid', { field: 'startsOn', rule: 'past' })
  if (endsOn <= startsOn) throw new Refusal('input_invalid', { field: 'endsOn', rule: 'order' })
  const days = Temporal.PlainDate.from(startsOn).until(Temporal.PlainDate.from(endsOn), {
    largestUnit: 'days',
  }).days
  if (days > lentDaysAtMost) throw new Refusal('delegation_too_long', { days: lentDaysAtMost })
}

async function whoMayStandIn(ctx: Ctx, post: HeldPost, today: string): Promise<Colleagues['people']> {
  const atlas = await atlasOf(ctx)
  const place = atlas.known(post.area.id)
  const community = atlas.communityOf(place)
  const near = community ? [community.id, ...atlas.partsOf(community.id).map(({ id }) => id)] : []
  const held = await selectHeldPosts(ctx.district.pools.reader, today, {
    areaIds: [place.id, ...near],
    unitId: post.unit?.id ?? null,
    // Who evaluates stands in the district: whoever does so beside a post of theirs here is no colleague.
    kind: 'evaluator',
  })
  const placed = (one: HeldPost): PlacedPost => {
    const area = atlas.get(one.area.id)
    return {
      kind: one.kind,
      unitId: one.unit?.id ?? null,
      areaId: one.area.id,
      communityId: (area && atlas.communityOf(area)?.id) ?? null,
    }
  }
  const byPerson = Map.groupBy(held, (one) => one.accountId)
  byPerson.delete(post.accountId)
  if (ctx.who.accountId) byPerson.delete(ctx.who.accountId)
  return [...byPerson.values()]
    .filter((posts) => mayStandIn(placed(post), posts.map(placed)))
    .map((posts) => ({
      accountId: posts[0]!.accountId,
      name: posts[0]!.name,
      posts: posts.map(({ kind, unit, area }) => ({ kind, unit, area })),
    }))
}
