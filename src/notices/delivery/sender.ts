import { createHash, randomUUID } from 'node:crypto'
import { nextTry, unreadyMinutes } from './back-off.rule.ts'
import { composeForGroup, composeForOne, type Item } from './compose.rule.ts'
import type { Outcome } from './contract.ts'
import * as rows from './delivery.sql.ts'
import { itemsOf } from './items.ts'
import { messageWords } from './message-words.rule.ts'
import { tellAt } from './quiet.rule.ts'
import { openChannel } from './sealed-channel.ts'
import { sendMail } from './send-mail.ts'
import { type PushKeys, sendPush } from './send-push.ts'
import { sendToRobot } from './send-robot.ts'
import { mailFor, type SenderParts, type Sent } from './sender-parts.ts'

/** Longer than any send: whoever holds a lease that is over has died. */
const leaseMinutes = 5
const channelsAtOnce = 20

/**
 * Sends all that is due, each channel's as one message, and says to how many channels. What is sent is written down
 * before it leaves and after it was answered: killed in between, a message is sent once more after the lease, and no
 * oftener.
 */
export async function sendDue(parts: SenderParts): Promise<number> {
  let sent = 0
  for (;;) {
    if (parts.signal.aborted) return sent
    const channels = await rows.dueChannels(parts.district.pools.reader, parts.clock.now(), channelsAtOnce)
    const done = await Promise.all(channels.map((channel) => serveSafely(parts, channel)))
    const served = done.filter(Boolean).length
    sent += served
    // What could not be served now stays due, and is the next round's.
    if (channels.length < channelsAtOnce || served === 0) return sent
  }
}

/** One channel's trouble is not another's. */
async function serveSafely(parts: SenderParts, channel: rows.DueChannel): Promise<boolean> {
  try {
    await serve(parts, channel)
    return true
  } catch (error) {
    // An error's words may hold what opens a channel: its kind alone is written down.
    const { name, code } = error as { readonly name?: string; readonly code?: string }
    const about = { part: 'messages', channel: channel.id, error: name, code }
    parts.log.error(about, 'a message was not sent; it is tried again')
    return false
  }
}

async function serve(parts: SenderParts, channel: rows.DueChannel): Promise<void> {
  const { reader } = parts.district.pools
  const now = parts.clock.now()
  const robot = channel.isRobot ? await rows.findRobot(reader, channel.id) : null
  const own = channel.isRobot ? null : await rows.findOwn(reader, channel.id)
  const quiet = (robot ?? own)?.quiet
  const toldAt = quiet ? tellAt(now, parts.district.timeZone, quiet, false) : now
  if (Temporal.Instant.compare(toldAt, now) > 0) await rows.postpone(reader, channel.id, now, toldAt)
  const leaseId = randomUUID()
  const leased = await rows.lease(reader, channel, leaseId, now, now.add({ minutes: leaseMinutes }))
  if (leased.length === 0) return
  for (const [some, sent] of await sendOrRelease(parts, { channel, robot, own, leaseId, leased }))
    await settle(parts, leaseId, some, sent, quiet)
}

interface Taken {
  readonly channel: rows.DueChannel
  readonly robot: rows.SendingRobot | null
  readonly own: rows.SendingOwn | null
  readonly leaseId: string
  readonly leased: readonly rows.Leased[]
}
type Became = readonly [readonly rows.Leased[], Sent]

/** Whatever happens on the network is an outcome: where something throws, nothing has left, and it is given back. */
async function sendOrRelease(parts: SenderParts, taken: Taken): Promise<readonly Became[]> {
  try {
    return await sendTaken(parts, taken)
  } catch (error) {
    await rows.release(parts.district.pools.reader, taken.leaseId, parts.clock.now(), unreadyMinutes)
    throw error
  }
}

/** What became of what was taken, said of each. */
async function sendTaken(
  parts: SenderParts,
  { channel, robot, own, leased }: Taken,
): Promise<readonly Became[]> {
  const items = await itemsOf(parts, leased, robot?.areaId ?? null)
  if (robot === null)
    return [[leased, own ? await sendToOne(parts, channel.id, own, leased, items) : { outcome: 'removed' }]]
  const hidden = leased.filter(({ id }) => items.get(id)!.confidential)
  const told = leased.filter(({ id }) => !items.get(id)!.confidential)
  const withdrawn: Became = [hidden, { outcome: 'withdrawn' }]
  const message = composeForGroup(itemsFor(told, items), robot.language, parts.messages.address)
  return message === null
    ? [withdrawn]
    : [withdrawn, [told, await sendToRobot(parts, channel.id, robot, message)]]
}

const itemsFor = (leased: readonly rows.Leased[], items: ReadonlyMap<string, Item>): Item[] =>
  leased.map(({ id }) => items.get(id)!)

async function sendToOne(
  parts: SenderParts,
  id: string,
  { kind, sealed, language }: rows.SendingOwn,
  leased: readonly rows.Leased[],
  items: ReadonlyMap<string, Item>,
): Promise<Sent> {
  const message = composeForOne(itemsFor(leased, items), language, parts.messages.address)
  if (message === null || sealed === null) return { outcome: 'withdrawn' }
  // The same things make the same message: who has it already knows it again.
  const topic = createHash('sha256')
    .update(leased.map((one) => one.id).join())
    .digest('hex')
    .slice(0, 32)
  if (kind === 'push') {
    const urgent = leased.some((one) => one.urgent)
    const keys = openChannel<PushKeys>(parts.district, id, sealed)
    const sent = await sendPush(parts, keys, message, { topic, urgent })
    if (sent.outcome === 'gone') await rows.forgetChannel(parts.district.pools.reader, id)
    return sent
  }
  const settings = mailFor(parts)
  if (settings === null) return { outcome: 'not_set_up' }
  const { mail } = messageWords[language]
  const name = language === 'zh' ? parts.district.nameZh : parts.district.nameEn
  const { address } = openChannel<{ address: string }>(parts.district, id, sealed)
  const outcome = await sendMail(
    settings,
    parts.clock,
    {
      to: address,
      subject: mail.subject(name, message.title),
      text: [
        message.title,
        ...message.lines,
        ...(message.link === null ? [] : [message.link]),
        mail.foot,
      ].join('\n\n'),
      messageId: topic,
    },
    parts.patienceMs,
  )
  return { outcome }
}

/** Each by its own number of tries; what is tried again keeps the quiet time. */
async function settle(
  parts: SenderParts,
  leaseId: string,
  leased: readonly rows.Leased[],
  { outcome, askedSeconds = 0 }: Sent,
  quiet: rows.SendingRobot['quiet'] | undefined,
): Promise<void> {
  const now = parts.clock.now()
  const { district, random } = parts
  const alike = Map.groupBy(leased, ({ tries, unanswered, urgent }) => `${tries} ${unanswered} ${urgent}`)
  for (const some of alike.values()) {
    const { tries, unanswered, urgent } = some[0]!
    const next = nextTry(outcome, { tries, unanswered, askedSeconds }, now, random)
    const nextAt = next && quiet ? tellAt(next, district.timeZone, quiet, urgent) : next
    const ids = some.map(({ id }) => id)
    await rows.settle(district.pools.reader, leaseId, ids, outcome satisfies Outcome, now, nextAt)
  }
}
