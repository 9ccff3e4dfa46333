import { Refusal } from '../../kernel/refusal.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { isStaff } from '../account.sql.ts'
import type { PasswordReset } from '../accounts.contract.ts'
import { districtChain } from '../chain.ts'
import { peopleLine } from '../events.ts'
import { hashPassword } from '../open-account.ts'
import { replacePassword } from './credential.sql.ts'
import { randomPassword } from './first-password.ts'

/**
 * Gives a member of staff a new random password, for whoever has forgotten theirs or lost a telephone: every session
 * ends at once, and the record says who did it for whom. The password is answered once and kept nowhere. Refuses
 * `account_unknown`, and one's own account (`account_is_own`): that is changed with the old password.
 */
export async function resetPassword(ctx: Ctx, accountId: string): Promise<PasswordReset> {
  ctx.must('people.manage')
  if (accountId === ctx.who.accountId) throw new Refusal('account_is_own')
  const password = randomPassword()
  const passwordHash = await hashPassword(password)
  const chain = await districtChain(ctx)
  return ctx.transaction(async (tx) => {
    if (!(await isStaff(tx, accountId))) throw new Refusal('account_unknown')
    tx.record(peopleLine('account.password_reset', { chain, subject: accountId, data: { accountId } }))
    // Last, by its own role: what fails before leaves the old password as it was.
    const { pools } = ctx.district
    const sessionsEnded = await replacePassword(pools.auth, accountId, passwordHash, ctx.clock.now())
    return { accountId, password, sessionsEnded }
  })
}
