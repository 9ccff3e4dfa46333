import { newId } from '../../kernel/ids.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Tx } from '../../platform/transaction.ts'
import { noteLook } from './look.sql.ts'
import { lookingPost } from './looking-post.rule.ts'
import type { Person } from './person.sql.ts'
import { todayOf } from './person-facts.ts'

/** Puts on record that the asker looks at what is written of a person; the program itself leaves none. */
export async function notePersonLook(
  ctx: Ctx,
  tx: Tx,
  what: 'page' | 'visits',
  { id: personId, communityId, reach }: Pick<Person, 'id' | 'communityId' | 'reach'>,
): Promise<void> {
  const { accountId } = ctx.who
  if (accountId === null) return
  const at = ctx.clock.now()
  const id = newId(at.epochMilliseconds)
  const post = lookingPost(ctx.who, 'register.see', reach)
  await noteLook(tx, what, { id, accountId, personId, communityId, day: todayOf(ctx), at, post })
}
