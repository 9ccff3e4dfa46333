import { newId } from '../../../kernel/ids.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { iso } from '../../../platform/clock.ts'
import type { Ctx } from '../../../platform/ctx.ts'
import { sqlState } from '../../../platform/database.ts'
import { districtChain } from '../../chain.ts'
import { peopleLine } from '../../events.ts'
import type { Attempts } from '../attempts.ts'
import { mustKnowPassword } from '../change-password.ts'
import type { From } from '../session-of.ts'
import { sessionOpenedAt } from '../sessions.sql.ts'
import { type Asked, algorithms, handleOf } from './ceremony.rule.ts'
import { readMade } from './ceremony.ts'
import type { BeginPasskey, NewPasskey, OwnPasskey, PasskeyWanted } from './contract.ts'
import { countPasskeys, deletePasskey, insertPasskey, selectPasskeys } from './passkey.sql.ts'

/** Passkeys that an account may have: telephone, tablet and computer, and some to spare. */
const mostPasskeys = 10
/** How long after signing in a resident may add one. */
const freshMinutes = 15

/** The asker's own account, of staff or of a resident. Refuses `sign_in_needed`. */
export function ownAccountId({ who }: Pick<Ctx, 'who'>): string {
  if (who.accountId === null || (who.kind !== 'staff' && who.kind !== 'resident'))
    throw new Refusal('sign_in_needed')
  return who.accountId
}

/**
 * What a device is asked for when its owner adds a passkey. A session alone, left open on a table, adds none: staff show
 * the password (`sign_in_wrong` with seconds to wait), residents must have signed in a moment ago
 * (`fresh_sign_in_needed`). Refuses `passkey_limit` where ten stand.
 */
export async function beginPasskey(
  ctx: Ctx,
  attempts: Attempts,
  { password }: BeginPasskey,
  token: string | null,
): Promise<Omit<PasskeyWanted, 'challenge' | 'rpId' | 'timeoutMs'>> {
  const accountId = ownAccountId(ctx)
  const { district, who } = ctx
  const name = await nameOnDevice(ctx, attempts, password ?? '', token)
  const standing = await selectPasskeys(district.pools.auth, accountId)
  if (standing.length >= mostPasskeys) throw new Refusal('passkey_limit', { most: mostPasskeys })
  return {
    rpName: district.nameZh,
    user: { handle: handleOf(accountId), name: name || (who.name ?? '') || district.nameZh },
    algorithms: [...algorithms],
    standing: standing.map(({ credentialId }) => credentialId.toString('base64url')),
  }
}

/** Whoever asks has shown that it is them. Staff are named by the name they sign in with, residents as their account is. */
async function nameOnDevice(
  ctx: Ctx,
  attempts: Attempts,
  password: string,
  token: string | null,
): Promise<string | null> {
  if (ctx.who.kind === 'staff') return (await mustKnowPassword(ctx, attempts, password)).accountName
  const openedAt = token === null ? null : await sessionOpenedAt(ctx.district.pools.auth, token)
  const isFresh = openedAt !== null && ctx.clock.now().since(openedAt).total('minutes') < freshMinutes
  if (!isFresh) throw new Refusal('fresh_sign_in_needed', { minutes: freshMinutes })
  return ctx.who.name
}

/**
 * Adds the passkey that a device made, with the journal's line; its holder is told. Refuses `passkey_wrong` whatever does
 * not fit what was asked, and a key that stands; `passkey_limit`.
 */
export async function addPasskey(
  ctx: Ctx,
  asked: Asked,
  made: NewPasskey,
  { device }: Pick<From, 'device'>,
): Promise<OwnPasskey> {
  const accountId = ownAccountId(ctx)
  const key = await readMade(made, asked)
  const at = ctx.clock.now()
  const id = newId(at.epochMilliseconds)
  const chain = await districtChain(ctx)
  const row = { id, accountId, ...key, rpId: asked.site.rpId, at }
  try {
    await ctx.transaction(async (tx) => {
      if ((await countPasskeys(tx, accountId)) >= mostPasskeys)
        throw new Refusal('passkey_limit', { most: mostPasskeys })
      await insertPasskey(tx, { ...row, ...device })
      const data = { accountId, passkeyId: id }
      tx.record(peopleLine('account.passkey_added', { chain, subject: accountId, data }))
    })
  } catch (error) {
    if (sqlState(error) === '23505') throw new Refusal('passkey_wrong')
    throw error
  }
  return { id, ...device, addedAt: iso(at), usedAt: null }
}

/** Removes one of one's own passkeys: it signs in no more. Sessions stay. Refuses `passkey_unknown`, others' too. */
export async function removePasskey(ctx: Ctx, id: string): Promise<void> {
  const accountId = ownAccountId(ctx)
  const chain = await districtChain(ctx)
  await ctx.transaction(async (tx) => {
    if (!(await deletePasskey(tx, accountId, id))) throw new Refusal('passkey_unknown')
    const data = { accountId, passkeyId: id }
    tx.record(peopleLine('account.passkey_removed', { chain, subject: accountId, data }))
  })
}
