import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { Refusal } from '../../../kernel/refusal.ts'
import type { Ctx } from '../../../platform/ctx.ts'
import { districtChain } from '../../chain.ts'
import { peopleLine } from '../../events.ts'
import { type From, type Opened, openSession } from '../session-of.ts'
import { handleOf, mustBeAskedHere, readDevice, signedBytes } from './ceremony.rule.ts'
import type { Asked } from './challenge.ts'
import type { PasskeyAnswer } from './contract.ts'
import { findPasskey, type PasskeyFound, passkeySigned } from './passkey.sql.ts'
import { isSignedBy } from './public-key.rule.ts'

/** Nobody holds the other half: an unknown passkey is checked against it, in the time that a known one takes. */
const nobodys = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey

/**
 * Signs in whoever holds a passkey. The device has recognised its owner by finger, face or code, so that having it and
 * being it are two factors: no other is asked for (docs/decisions/0009-passkeys.md). Refuses `passkey_wrong` in the same
 * words whether nobody has the passkey, it was removed, its account is closed, or anything in the answer does not fit.
 */
export async function signInByPasskey(
  ctx: Ctx,
  { challenge, site }: Asked,
  answer: PasskeyAnswer,
  from: From,
): Promise<Opened> {
  const bytes = (text: string): Buffer => Buffer.from(text, 'base64url')
  const clientDataJSON = bytes(answer.clientDataJSON)
  const authenticatorData = bytes(answer.authenticatorData)
  mustBeAskedHere(clientDataJSON, 'webauthn.get', challenge, site)
  const { signCount } = readDevice(authenticatorData, site.rpId)
  const found = await findPasskey(ctx.district.pools.auth, bytes(answer.credentialId))
  const signed = signedBytes(authenticatorData, clientDataJSON)
  const isSigned = isSignedBy(keyOf(found), signed, bytes(answer.signature))
  if (
    !isSigned ||
    found === null ||
    found.rpId !== site.rpId ||
    answer.userHandle !== handleOf(found.accountId)
  )
    throw new Refusal('passkey_wrong')
  await noteUse(ctx, found, signCount)
  return openSession(ctx, found.accountId, from, { asksSecondFactor: false, factorElsewhere: true })
}

const keyOf = (found: PasskeyFound | null): KeyObject =>
  found === null ? nobodys : createPublicKey({ key: found.publicKey, format: 'der', type: 'spki' })

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
