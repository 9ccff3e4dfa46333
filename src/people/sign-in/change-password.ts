import { Refusal } from '../../kernel/refusal.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { districtChain } from '../chain.ts'
import { peopleLine } from '../events.ts'
import { namePatience } from './attempts.rule.ts'
import type { Attempts } from './attempts.ts'
import { isPassword } from './check-password.ts'
import { replacePassword } from './credential.sql.ts'
import { findCredential, type StaffCredential } from './credential-check.sql.ts'
import { hashPassword } from './hash-password.ts'
import { type From, type Opened, openSession } from './session-of.ts'
import { endSessionsOf } from './sessions.sql.ts'

/**
 * Changes one's own password, and ends every session: the one that is answered is new. Password, sessions and the
 * journal's line change together; should opening the new session then fail, one signs in by the new password. Refuses
 * `sign_in_needed`, `sign_in_wrong` with the seconds to wait, and the old password as the new one (`password_same`).
 */
export async function changePassword(
  ctx: Ctx,
  attempts: Attempts,
  { currentPassword, newPassword }: { readonly currentPassword: string; readonly newPassword: string },
  from: From,
): Promise<Opened> {
  const { accountId } = await mustKnowPassword(ctx, attempts, currentPassword)
  if (newPassword === currentPassword) throw new Refusal('password_same')
  const passwordHash = await hashPassword(newPassword)
  const chain = await districtChain(ctx)
  const at = ctx.clock.now()
  await ctx.transaction(async (tx) => {
    await replacePassword(tx, accountId, { passwordHash, byOther: false, at })
    await endSessionsOf(tx, accountId, at)
    tx.record(peopleLine('account.password_changed', { chain, subject: accountId, data: { accountId } }))
  })
  return openSession(ctx, accountId, from, { asksSecondFactor: false })
}

/**
 * The account of whoever asks, once they have shown that they know its password: a session alone, left open at a desk,
 * does not change how its account is signed in to. Refuses `sign_in_needed`, and `sign_in_wrong` with seconds to wait.
 */
export async function mustKnowPassword(
  ctx: Ctx,
  attempts: Attempts,
  password: string,
): Promise<StaffCredential> {
  const { accountId } = ctx.who
  if (accountId === null || ctx.who.kind !== 'staff') throw new Refusal('sign_in_needed')
  const counted = [{ key: `password ${accountId}`, patience: namePatience }]
  const { mayTry, waitSeconds } = attempts.begin(counted, ctx.clock.now())
  const found = await findCredential(ctx.district.pools.auth, accountId)
  const isRight = await isPassword(mayTry && found ? found.passwordHash : null, password)
  if (!isRight || !found) throw new Refusal('sign_in_wrong', { waitSeconds })
  attempts.wasRight(counted)
  return found
}
