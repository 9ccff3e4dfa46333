import { Refusal } from '../../kernel/refusal.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { isStaff } from '../account.sql.ts'
import type { PasswordReset } from '../accounts.contract.ts'
import { districtChain } from '../chain.ts'
import { mustLeaveAdministrators } from '../delegation/administrators.ts'
import { peopleLine } from '../events.ts'
import { replacePassword } from './credential.sql.ts'
import { randomPassword } from './first-password.ts'
import { hashPassword } from './hash-password.ts'
import { endSessionsOf } from './sessions.sql.ts'

/**
 * Gives a member of staff a new random password, for whoever has forgotten theirs or lost a telephone: every session
 * ends at once, the record says who did it for whom, and at the next sign-in they choose one that nobody else knows. The
 * password is answered once and kept nowhere. Password, sessions and line change together or not at all. Refuses
 * `account_unknown`, and one's own account (`account_is_own`): that is changed with the old password.
 */
export async function resetPassword(ctx: Ctx, accountId: string): Promise<PasswordReset> {
  ctx.must('people.manage')
  if (accountId === ctx.who.accountId) throw new Refusal('account_is_own')
  const password = randomPassword()
  const passwordHash = await hashPassword(password)
  const chain = await districtChain(ctx)
  const at = ctx.clock.now()
  return ctx.transaction(async (tx) => {
    if (!(await isStaff(tx, accountId))) throw new Refusal('account_unknown')
    await mustLeaveAdministrators(ctx, tx, { accountId })
    await replacePassword(tx, accountId, { passwordHash, byOther: true, at })
    const sessionsEnded = await endSessionsOf(tx, accountId, at)
    tx.record(peopleLine('account.password_reset', { chain, subject: accountId, data: { accountId } }))
    return { accountId, password, sessionsEnded }
  })
}
