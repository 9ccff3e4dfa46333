import { Refusal } from '../kernel/refusal.ts'
import { dayOf } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import { districtChain } from './chain.ts'
import type { EndedPost, EndPost } from './contract.ts'
import { peopleLine } from './events.ts'
import { endPostOn } from './post.sql.ts'

/** Ends a post today: the next request of its holder is already without it. Refuses `post_unknown`. */
export async function endPost(ctx: Ctx, { postId }: EndPost): Promise<EndedPost> {
  ctx.must('people.manage')
  const chain = await districtChain(ctx)
  return ctx.transaction(async (tx) => {
    const ended = await endPostOn(tx, postId, dayOf(ctx.clock.now(), ctx.district.timeZone))
    if (!ended) throw new Refusal('post_unknown')
    const { accountId, endsOn } = ended
    tx.record(peopleLine('post.ended', { chain, subject: postId, data: { postId, accountId, endsOn } }))
    return { postId, endsOn }
  })
}
