import { Refusal } from '../../kernel/refusal.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { isStaff } from '../account.sql.ts'
import { districtChain } from '../chain.ts'
import { peopleLine } from '../events.ts'
import { mustByOwnPost } from '../permission.rule.ts'
import { deletePasskeysOf } from './passkey/passkey.sql.ts'
import { replaceFactorKinds, selectFactorKinds, setTotp } from './second-factor.sql.ts'
import type { SecondFactorKinds, SecondFactorReset } from './security.contract.ts'
import { endSessionsOf } from './sessions.sql.ts'

/**
 * Takes away a colleague's second factor, for whoever has lost phone and recovery codes; passkeys go, sessions end. They sign in
 * by the password, and set up another where their post asks for it. Refuses `account_unknown`, one's own account
 * (`account_is_own`), where there is none (`second_factor_missing`), and whoever only stands in for an administrator
 * (`own_post_needed`).
 */
export async function resetSecondFactor(ctx: Ctx, accountId: string): Promise<SecondFactorReset> {
  mustByOwnPost(ctx.who, 'people.manage')
  if (accountId === ctx.who.accountId) throw new Refusal('account_is_own')
  const chain = await districtChain(ctx)
  const at = ctx.clock.now()
  return ctx.transaction(async (tx) => {
    if (!(await isStaff(tx, accountId))) throw new Refusal('account_unknown')
    if (!(await setTotp(tx, accountId, null))) throw new Refusal('second_factor_missing')
    await deletePasskeysOf(tx, accountId)
    const sessionsEnded = await endSessionsOf(tx, accountId, at)
    tx.record(peopleLine('account.second_factor_reset', { chain, subject: accountId, data: { accountId } }))
    return { accountId, sessionsEnded }
  })
}

/** Kinds of post whose holders sign in with a second factor. */
export async function secondFactorKinds(ctx: Ctx): Promise<SecondFactorKinds> {
  ctx.must('people.manage')
  return { kinds: await ctx.read(selectFactorKinds) }
}

/** Says which kinds of post need a second factor, in the place of what was said before. */
export async function setSecondFactorKinds(ctx: Ctx, wanted: SecondFactorKinds): Promise<SecondFactorKinds> {
  mustByOwnPost(ctx.who, 'people.manage')
  const kinds = [...new Set(wanted.kinds)].sort()
  const chain = await districtChain(ctx)
  await ctx.transaction(async (tx) => {
    await replaceFactorKinds(tx, kinds, ctx.clock.now())
    tx.record(peopleLine('people.second_factor_kinds', { chain, subject: chain, data: { kinds } }))
  })
  return { kinds }
}
