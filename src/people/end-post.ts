import { Refusal } from '../kernel/refusal.ts'
import { dayOf } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import { districtChain } from './chain.ts'
import type { EndedPost, EndPost } from './contract.ts'
import { mustLeaveAdministrators } from './delegation/administrators.ts'
import { peopleLine } from './events.ts'
import { endPostOn, isLastAdministrator } from './post.sql.ts'

/**
 * Ends a post today, so that the next request of its holder is already without it, or on a later day. Refuses
 * `post_unknown`, a day that has passed, and to leave the district without an administrator (`last_administrator`).
 */
export async function endPost(ctx: Ctx, { postId, endsOn: wanted }: EndPost): Promise<EndedPost> {
  ctx.must('people.manage')
  const today = dayOf(ctx.clock.now(), ctx.district.timeZone)
  const day = wanted ?? today
  if (day < today) throw new Refusal('input_invalid', { field: 'endsOn', rule: 'past' })
  const chain = await districtChain(ctx)
  return ctx.transaction(async (tx) => {
    await mustLeaveAdministrators(ctx, tx, { postId })
    if (await isLastAdministrator(tx, postId)) throw new Refusal('last_administrator')
    const ended = await endPostOn(tx, postId, day)
    if (!ended) throw new Refusal('post_unknown')
    const { accountId, endsOn } = ended
    tx.record(peopleLine('post.ended', { chain, subject: postId, data: { postId, accountId, endsOn } }))
    return { postId, endsOn }
  })
}
