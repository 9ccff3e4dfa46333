import { randomBytes } from 'node:crypto'
import { newId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { districtChain } from '../chain.ts'
import { peopleLine } from '../events.ts'
import { namePatience } from './attempts.rule.ts'
import type { Attempts } from './attempts.ts'
import { mustKnowPassword } from './change-password.ts'
import { findCredential } from './credential-check.sql.ts'
import { randomPassword } from './first-password.ts'
import { knows } from './known-device.rule.ts'
import { hashRecoveryCode, normalRecoveryCode, recoveryCodes } from './recovery-code.rule.ts'
import { openSecret, sealSecret } from './sealed-secret.ts'
import {
  beginTotp,
  endEnrolment,
  findTotp,
  replaceRecoveryCodes,
  setTotp,
  takeRecoveryCode,
  takeStep,
} from './second-factor.sql.ts'
import type { RecoveryCodes, TotpToSetUp } from './security.contract.ts'
import { type From, type Opened, openSession } from './session-of.ts'
import { deleteOtherSessions, deleteSessionOf, findHalfSession } from './sessions.sql.ts'
import { base32, stepOf, totpAddress } from './totp.rule.ts'

const secretBytes = 20

/**
 * Begins to set up time-based codes: a secret for the app on one's phone, in force once a code of it was shown. Refuses
 * `sign_in_wrong` without the password, and `second_factor_stands` where one is in force.
 */
export async function beginSecondFactor(
  ctx: Ctx,
  attempts: Attempts,
  password: string,
): Promise<TotpToSetUp> {
  const { accountId, accountName } = await mustKnowPassword(ctx, attempts, password)
  const { pools, nameZh } = ctx.district
  const secret = randomBytes(secretBytes)
  const sealed = sealSecret(ctx.district, accountId, secret)
  if (!(await beginTotp(pools.auth, accountId, sealed, ctx.clock.now())))
    throw new Refusal('second_factor_stands')
  return { secret: base32(secret), address: totpAddress(secret, nameZh, accountName) }
}

/**
 * Puts time-based codes in force by a first code, ends the other sessions, and answers ten recovery codes that are shown
 * this once. Refuses `code_wrong`, and `second_factor_stands` where one is in force: its recovery codes stay.
 */
export async function confirmSecondFactor(
  ctx: Ctx,
  attempts: Attempts,
  code: string,
  token: string,
): Promise<RecoveryCodes> {
  const accountId = ownStaffId(ctx)
  const { auth } = ctx.district.pools
  if ((await findTotp(auth, accountId))?.confirmedAt) throw new Refusal('second_factor_stands')
  await tryOnce(ctx, attempts, `confirm ${accountId}`, () => isTotp(ctx, accountId, code))
  const chain = await districtChain(ctx)
  await ctx.transaction(async (tx) => {
    if (!(await setTotp(tx, accountId, ctx.clock.now()))) throw new Refusal('second_factor_stands')
    tx.record(peopleLine('account.second_factor_set', { chain, subject: accountId, data: { accountId } }))
  })
  await endEnrolment(auth, accountId)
  await deleteOtherSessions(auth, accountId, token)
  // Last: of two who confirm at once the one that is refused must not replace the codes that the other was shown.
  return { codes: await freshRecoveryCodes(ctx, accountId) }
}

/**
 * Ten new recovery codes in the place of those that were; the record says that they were made. Refuses `sign_in_wrong`
 * without the password.
 */
export async function renewRecoveryCodes(
  ctx: Ctx,
  attempts: Attempts,
  password: string,
): Promise<RecoveryCodes> {
  const { accountId } = await mustKnowPassword(ctx, attempts, password)
  const totp = await findTotp(ctx.district.pools.auth, accountId)
  if (!totp?.confirmedAt) throw new Refusal('second_factor_missing')
  const chain = await districtChain(ctx)
  return ctx.transaction(async (tx) => {
    tx.record(
      peopleLine('account.recovery_codes_renewed', { chain, subject: accountId, data: { accountId } }),
    )
    return { codes: await freshRecoveryCodes(ctx, accountId) }
  })
}

/** Takes one's own second factor away; a post that asks for one asks again. Refuses `sign_in_wrong`. */
export async function removeSecondFactor(ctx: Ctx, attempts: Attempts, password: string): Promise<void> {
  const { accountId } = await mustKnowPassword(ctx, attempts, password)
  const chain = await districtChain(ctx)
  await ctx.transaction(async (tx) => {
    if (!(await setTotp(tx, accountId, null))) throw new Refusal('second_factor_missing')
    tx.record(peopleLine('account.second_factor_removed', { chain, subject: accountId, data: { accountId } }))
  })
}

/**
 * The second step of signing in: a code of the app, or a recovery code. The half session ends and a whole one begins.
 * Refuses `sign_in_needed` where no password was right within ten minutes, `code_wrong` with the seconds to wait.
 */
export async function passSecondFactor(
  ctx: Ctx,
  attempts: Attempts,
  code: string,
  token: string | null,
  from: From,
): Promise<Opened & { readonly accountName: string }> {
  const { auth } = ctx.district.pools
  const accountId = token === null ? null : await findHalfSession(auth, token, ctx.clock.now())
  const found = accountId === null ? null : await findCredential(auth, accountId)
  if (token === null || accountId === null || found === null) throw new Refusal('sign_in_needed')
  // Whoever comes here knows the password: all who do are counted together, but for devices that were in before.
  const isKnown = knows(from.known, found.accountName, ctx.district.secret('device'))
  const key = `second ${accountId} ${isKnown ? from.known?.id : ''}`
  await tryOnce(ctx, attempts, key, () => isSecondFactor(ctx, accountId, code))
  await deleteSessionOf(auth, token)
  const opened = await openSession(ctx, accountId, from, { asksSecondFactor: false })
  return { ...opened, accountName: found.accountName }
}

async function tryOnce(
  ctx: Ctx,
  attempts: Attempts,
  key: string,
  isRight: () => Promise<boolean>,
): Promise<void> {
  const counted = [{ key, patience: namePatience }]
  const { mayTry, waitSeconds } = attempts.begin(counted, ctx.clock.now())
  if (!mayTry || !(await isRight())) throw new Refusal('code_wrong', { waitSeconds })
  attempts.wasRight(counted)
}

async function isTotp(ctx: Ctx, accountId: string, typed: string): Promise<boolean> {
  const { auth } = ctx.district.pools
  const totp = await findTotp(auth, accountId)
  if (totp === null) return false
  const secret = openSecret(ctx.district, accountId, totp.secretSealed)
  const step = stepOf(secret, typed.replace(/\s/g, ''), ctx.clock.now())
  return step !== null && takeStep(auth, accountId, step)
}

async function isSecondFactor(ctx: Ctx, accountId: string, typed: string): Promise<boolean> {
  const recovery = normalRecoveryCode(typed)
  if (recovery === null) return isTotp(ctx, accountId, typed)
  const hash = hashRecoveryCode(recovery, accountId, ctx.district.secret('recovery'))
  return takeRecoveryCode(ctx.district.pools.auth, accountId, hash, ctx.clock.now())
}

async function freshRecoveryCodes(ctx: Ctx, accountId: string): Promise<string[]> {
  const codes = Array.from({ length: recoveryCodes }, randomPassword)
  const secret = ctx.district.secret('recovery')
  const atMs = ctx.clock.now().epochMilliseconds
  const kept = codes.map((code) => ({
    id: newId(atMs),
    hash: hashRecoveryCode(code.replaceAll('-', ''), accountId, secret),
  }))
  await replaceRecoveryCodes(ctx.district.pools.auth, accountId, kept)
  return codes
}

function ownStaffId({ who }: Ctx): string {
  if (who.accountId === null || who.kind !== 'staff') throw new Refusal('sign_in_needed')
  return who.accountId
}
