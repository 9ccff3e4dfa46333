import { Refusal } from '../../../kernel/refusal.ts'
import type { Ctx } from '../../../platform/ctx.ts'
import { districtChain } from '../../chain.ts'
import { peopleLine } from '../../events.ts'
import { type From, type Opened, openSession } from '../session-of.ts'
import { type Asked, handleOf } from './ceremony.rule.ts'
import { readSigned } from './ceremony.ts'
import type { PasskeyAnswer } from './contract.ts'
import { findPasskey, type PasskeyFound, passkeySigned } from './passkey.sql.ts'

/**
 * Signs in whoever holds a passkey. The device has recognised its owner by finger, face or code, so that having it and
 * being it are two factors: no other is asked for (docs/decisions/0009-passkeys.md). Refuses `passkey_wrong` in the same
 * words whether nobody has the passkey, it was removed, its account is closed, or anything in the answer does not fit.
 */
export async function signInByPasskey(
  ctx: Ctx,
  asked: Asked,
  answer: PasskeyAnswer,
  from: From,
): Promise<Opened> {
  const found = await findPasskey(ctx.district.pools.auth, Buffer.from(answer.credentialId, 'base64url'))
  const signCount = await readSigned(answer, asked, found?.publicKey ?? null)
  if (found === null || found.rpId !== asked.site.rpId || answer.userHandle !== handleOf(found.accountId))
    throw new Refusal('passkey_wrong')
  await noteUse(ctx, found, signCount)
  return openSession(ctx, found.accountId, from, { asksSecondFactor: false, factorElsewhere: true })
}

/** The first use is on record; of the others the day is kept beside the passkey. */
async function noteUse(ctx: Ctx, { id, accountId }: PasskeyFound, signCount: number): Promise<void> {
  const used = await passkeySigned(ctx.district.pools.auth, { id, signCount, at: ctx.clock.now() })
  if (used === null) throw new Refusal('passkey_wrong')
  if (!used.isFirst) return
  const chain = await districtChain(ctx)
  await ctx.transaction(async (tx) => {
    const data = { accountId, passkeyId: id }
    tx.record(peopleLine('account.passkey_first_used', { chain, subject: accountId, data }))
  })
}
