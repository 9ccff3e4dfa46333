import { Refusal } from '../../kernel/refusal.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { namePatience, placePatience } from './attempts.rule.ts'
import type { Attempts, Counted } from './attempts.ts'
import { isPassword } from './check-password.ts'
import { findByName } from './credential-check.sql.ts'
import { knows } from './known-device.rule.ts'
import { type From, type Opened, openSession } from './session-of.ts'

/**
 * Signs staff in by name and password. Refuses `sign_in_wrong` with the seconds to wait before the next attempt, and in
 * the same words and time whether nobody has the name, the password is wrong, or one has to wait.
 */
export async function signInByName(
  ctx: Ctx,
  attempts: Attempts,
  { username, password }: { readonly username: string; readonly password: string },
  from: From,
): Promise<Opened & { readonly accountName: string }> {
  const accountName = username.trim().toLowerCase()
  const counted = countedFor(ctx, accountName, from)
  const { mayTry, waitSeconds } = attempts.begin(counted, ctx.clock.now())
  const found = await findByName(ctx.district.pools.auth, accountName)
  const isRight = await isPassword(mayTry && found ? found.passwordHash : null, password)
  if (!isRight || !found) throw new Refusal('sign_in_wrong', { waitSeconds })
  attempts.wasRight(counted)
  const opened = await openSession(ctx, found.accountId, from, { asksSecondFactor: true })
  return { ...opened, accountName }
}

/**
 * Whom an attempt counts against. A name is counted together with the place that it is tried from, never alone: nobody
 * can shut a colleague out from afar. A device on which the name has signed in before is counted by itself, so that what
 * strangers try, even at the same office, does not touch it.
 */
function countedFor(ctx: Pick<Ctx, 'district'>, name: string, from: From): readonly Counted[] {
  if (from.known !== null && knows(from.known, name, ctx.district.secret('device')))
    return [{ key: `device ${from.known.id} ${name}`, patience: namePatience }]
  return [
    { key: `name ${from.household} ${name}`, patience: namePatience },
    { key: `place ${from.household}`, patience: placePatience },
  ]
}
