import { newId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { iso } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { SeeIdentity, SeenIdentity } from './contract.ts'
import { registerLine } from './events.ts'
import { identityKeysOf } from './identity-keys.ts'
import { openIdentity } from './identity-seal.rule.ts'
import { noteIdentityLook } from './look.sql.ts'
import { lookingPost } from './looking-post.rule.ts'
import { loadPerson } from './person.sql.ts'
import { todayOf } from './person-facts.ts'

/**
 * Shows an identity number in full to whoever says what for. Who, whom, why and when stay on record; the number itself
 * is in no receipt, so each look is a look of its own. Refuses `not_found` where none is known.
 */
export async function seeIdentity(ctx: Ctx, personId: string, input: SeeIdentity): Promise<SeenIdentity> {
  ctx.must('register.see_identity')
  const { accountId } = ctx.who
  if (accountId === null) throw new Refusal('sign_in_needed')
  return ctx.transaction(async (tx) => {
    const person = await loadPerson(tx, personId)
    ctx.must('register.see_identity', { path: person.reach })
    if (!person.identity) throw new Refusal('not_found', { kind: 'identity' })
    const at = ctx.clock.now()
    const { communityId } = person
    const { purpose, words } = input
    const post = lookingPost(ctx.who, 'register.see_identity', person.reach)
    const id = newId(at.epochMilliseconds)
    const look = { id, accountId, personId, communityId, day: todayOf(ctx), at, purpose, words, post }
    await noteIdentityLook(tx, look)
    tx.record(registerLine('identity.seen', { chain: communityId, subject: id, data: { personId, purpose } }))
    return {
      number: openIdentity(identityKeysOf(ctx.district), personId, person.identity.sealed),
      seenAt: iso(at),
    }
  })
}
