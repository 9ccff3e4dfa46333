import { createHash, randomInt, timingSafeEqual } from 'node:crypto'
import type { z } from 'zod'
import { newId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { deviceOf } from '../../people/door.ts'
import { iso } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { MessageSettings } from '../../platform/settings.ts'
import type {
  AddEmail,
  AddPush,
  ChangeOwnChannel,
  ConfirmEmail,
  OwnChannel,
  OwnChannels,
  OwnDelivery,
  RobotDone,
} from './contract.ts'
import { hostAllowed, pushHosts } from './host.rule.ts'
import { messageWords } from './message-words.rule.ts'
import * as rows from './own-channel.sql.ts'
import { timeOf, usualQuiet } from './quiet.rule.ts'
import { quietOf } from './robots.ts'
import { knownBy, sealChannel } from './sealed-channel.ts'
import { sendMail } from './send-mail.ts'
import { vapidKeys } from './send-push.ts'
import { knownHosts, mailFor } from './sender-parts.ts'

/** More than anybody has, and few enough that nobody makes this a post office. */
const mostDevices = 10
const mostAddresses = 3
const codeMinutes = 15
const codeTries = 5
const patienceMs = 10_000

function ownId({ who }: Ctx): string {
  if (who.accountId === null) throw new Refusal('sign_in_needed')
  return who.accountId
}

/** By what one is told outside the app, the latest first. Refuses `sign_in_needed`. */
export async function ownChannels(ctx: Ctx): Promise<OwnChannel[]> {
  const accountId = ownId(ctx)
  const found = await ctx.read((tx) => rows.selectOwn(tx, accountId))
  return found.map((row) => ({
    id: row.id,
    kind: row.kind as OwnChannel['kind'],
    shown: row.shown,
    device:
      row.device_system === null || row.device_browser === null
        ? null
        : { system: row.device_system, browser: row.device_browser },
    language: row.language as OwnChannel['language'],
    quiet: { from: timeOf(row.quiet_from), until: timeOf(row.quiet_until) },
    createdAt: iso(row.created_at),
    confirmed: row.confirmed_at !== null,
    lastSentAt: row.last_sent_at && iso(row.last_sent_at),
    problem: row.problem as OwnChannel['problem'],
  }))
}

/** What was told by them and what became of it, as long as it is kept, the latest first. Refuses `sign_in_needed`. */
export async function ownDeliveries(ctx: Ctx): Promise<OwnDelivery[]> {
  const accountId = ownId(ctx)
  const found = await ctx.read((tx) => rows.selectOwnDeliveries(tx, accountId))
  return found.map((row) => {
    const { number } = row.facts as { number?: unknown }
    return {
      channelId: row.own_channel_id!,
      kind: row.kind as OwnDelivery['kind'],
      caseNumber: typeof number === 'string' ? number : null,
      state: row.state as OwnDelivery['state'],
      createdAt: iso(row.created_at),
      endedAt: row.ended_at && iso(row.ended_at),
    }
  })
}

/** By what one is told outside the app, and what a browser needs to join. Refuses `sign_in_needed`. */
export async function listOwnChannels(ctx: Ctx, messages: MessageSettings): Promise<OwnChannels> {
  return {
    rows: await ownChannels(ctx),
    pushKey: vapidKeys(ctx.district).publicKey,
    canPush: [...knownHosts(ctx, pushHosts), ...messages.hosts].length > 0,
    canMail: mailFor({ district: ctx.district, messages }) !== null,
  }
}

/**
 * Lets this browser be told. Known already, it hands out its new keys; it stops telling anybody who was signed in here
 * before. Refuses `host_not_allowed` for an endpoint of no push service, and `channels_full`.
 */
export async function addPush(
  ctx: Ctx,
  messages: MessageSettings,
  { endpoint, p256dh, auth, language }: z.output<typeof AddPush>,
  userAgent: unknown,
): Promise<RobotDone> {
  const accountId = ownId(ctx)
  const { district } = ctx
  if (hostAllowed(endpoint, knownHosts(ctx, pushHosts), messages.hosts) === null)
    throw new Refusal('host_not_allowed', { field: 'endpoint', host: new URL(endpoint).host })
  const known = knownBy(district, 'push', endpoint)
  await rows.takeFromOthers(district.pools.reader, known, accountId)
  const createdAt = ctx.clock.now()
  return ctx.transaction(async (tx) => {
    const standing = await rows.findKnown(tx, accountId, 'push', known)
    const id = standing ?? newId(createdAt.epochMilliseconds)
    const sealed = sealChannel(district, id, { endpoint, p256dh, auth })
    if (standing !== null) {
      await rows.renewPush(tx, id, { sealed, language })
      return { id }
    }
    if ((await rows.countOwn(tx, accountId, 'push')) >= mostDevices) throw new Refusal('channels_full')
    await rows.insertOwn(tx, {
      id,
      accountId,
      kind: 'push',
      sealed,
      knownBy: known,
      shown: '',
      device: deviceOf(userAgent),
      language,
      quiet: usualQuiet,
      createdAt,
      confirmedAt: createdAt,
      code: null,
    })
    return { id }
  })
}

const hashCode = (id: string, code: string): Buffer => createHash('sha256').update(`${id}:${code}`).digest()

/** An address but for its middle, as its owner knows it again. */
function masked(address: string): string {
  const at = address.lastIndexOf('@')
  return `${address.slice(0, Math.min(2, at))}***${address.slice(at)}`
}

/**
 * Enters an address and sends it a code; nothing else is sent there before the code came back. Refuses `mail_not_set_up`,
 * `channels_full`, `email_confirmed_already`, and `mail_not_sent` where the mail server did not take it.
 */
export async function addEmail(
  ctx: Ctx,
  messages: MessageSettings,
  { address, language }: z.output<typeof AddEmail>,
): Promise<RobotDone> {
  const accountId = ownId(ctx)
  const { district, clock } = ctx
  const settings = mailFor({ district, messages })
  if (settings === null) throw new Refusal('mail_not_set_up')
  const known = knownBy(district, 'email', address.toLowerCase())
  const now = clock.now()
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const until = now.add({ minutes: codeMinutes })
  const id = await ctx.transaction(async (tx) => {
    const standing = await rows.findKnown(tx, accountId, 'email', known)
    if (standing !== null) {
      if (!(await rows.renewCode(tx, standing, { hash: hashCode(standing, code), until })))
        throw new Refusal('email_confirmed_already')
      return standing
    }
    if ((await rows.countOwn(tx, accountId, 'email')) >= mostAddresses) throw new Refusal('channels_full')
    const fresh = newId(now.epochMilliseconds)
    await rows.insertOwn(tx, {
      id: fresh,
      accountId,
      kind: 'email',
      sealed: sealChannel(district, fresh, { address }),
      knownBy: known,
      shown: masked(address),
      device: null,
      language,
      quiet: usualQuiet,
      createdAt: now,
      confirmedAt: null,
      code: { hash: hashCode(fresh, code), until },
    })
    return fresh
  })
  const { mail } = messageWords[language]
  const subject = mail.codeSubject(language === 'zh' ? district.nameZh : district.nameEn)
  const text = mail.code(code, codeMinutes)
  const messageId = `${id}.${now.epochMilliseconds}`
  if ((await sendMail(settings, clock, { to: address, subject, text, messageId }, patienceMs)) !== 'sent')
    throw new Refusal('mail_not_sent')
  return { id }
}

/** Confirms an address by its code. Refuses `email_code_wrong`, also for a code that is over or was tried five times. */
export async function confirmEmail(ctx: Ctx, id: string, { code }: ConfirmEmail): Promise<RobotDone> {
  ownId(ctx)
  const now = ctx.clock.now()
  // In a transaction of its own: a wrong try is counted though the act is refused.
  const hash = await ctx.transaction((tx) => rows.takeCodeTry(tx, id, now, codeTries))
  if (hash === null || !timingSafeEqual(hash, hashCode(id, code))) throw new Refusal('email_code_wrong')
  await ctx.transaction((tx) => rows.confirmRow(tx, id, now))
  return { id }
}

/** Sets when one of one's own channels is quiet, and its language. Refuses `channel_unknown`, others' too. */
export async function changeOwnChannel(ctx: Ctx, id: string, input: ChangeOwnChannel): Promise<RobotDone> {
  ownId(ctx)
  if (!(await ctx.transaction((tx) => rows.changeOwn(tx, id, quietOf(input.quiet), input.language))))
    throw new Refusal('channel_unknown')
  return { id }
}

/** Is told by it no more; removed twice it is removed once. Refuses `sign_in_needed`. */
export async function removeOwnChannel(ctx: Ctx, id: string): Promise<RobotDone> {
  ownId(ctx)
  await ctx.transaction((tx) => rows.deleteOwn(tx, id))
  return { id }
}
