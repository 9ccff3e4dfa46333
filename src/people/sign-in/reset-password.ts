import { Refusal } from '../../kernel/refusal.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { isStaff } from '../account.sql.ts'
import type { PasswordReset } from '../accounts.contract.ts'
import { districtChain } from '../chain.ts'
import { peopleLine } from '../events.ts'
import { mustByOwnPost } from '../permission.rule.ts'
import { replacePassword } from './credential.sql.ts'
import { randomPassword } from './first-password.ts'
import { hashPassword } from './hash-password.ts'
import { unlinkProvider } from './oidc.sql.ts'
import { deletePasskeysOf } from './passkey/passkey.sql.ts'
import { endSessionsOf } from './sessions.sql.ts'

/**
 * Gives a member of staff a new random password, for whoever has forgotten theirs or lost a telephone: every session,
 * every passkey and a link to a provider of single sign-on ends at once, the record says who did it for whom, and at the next sign-in
 * they choose one that nobody else knows. The password is answered once and kept nowhere. Password, sessions and line
 * change together or not at all. Refuses `account_unknown`, one's own account (`account_is_own`): that is changed with the
 * old password, and whoever only stands in for an administrator (`own_post_needed`): by a colleague's account they would
 * keep what they were lent.
 */
export async function resetPassword(ctx: Ctx, accountId: string): Promise<PasswordReset> {
  mustByOwnPost(ctx.who, 'people.manage')
  if (accountId === ctx.who.accountId) throw new Refusal('account_is_own')
  const password = randomPassword()
  const passwordHash = await hashPassword(password)
  const chain = await districtChain(ctx)
  const at = ctx.clock.now()
  return ctx.transaction(async (tx) => {
    if (!(await isStaff(tx, accountId))) throw new Refusal('account_unknown')
    await replacePassword(tx, accountId, { passwordHash, byOther: true, at })
    await unlinkProvider(tx, accountId)
    await deletePasskeysOf(tx, accountId)
    const sessionsEnded = await endSessionsOf(tx, accountId, at)
    tx.record(peopleLine('account.password_reset', { chain, subject: accountId, data: { accountId } }))
    return { accountId, password, sessionsEnded }
  })
}
