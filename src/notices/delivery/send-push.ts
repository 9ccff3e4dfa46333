import { createECDH } from 'node:crypto'
import type { District } from '../../platform/ctx.ts'
import type { OwnMessage } from './compose.rule.ts'
import { hostAllowed, pushHosts } from './host.rule.ts'
import { post } from './post.ts'
import { outcomeOfStatus } from './robot-answer.rule.ts'
import { knownHosts, type SenderParts, type Sent } from './sender-parts.ts'

/** What a browser handed out, as it is sealed. */
export interface PushKeys {
  readonly endpoint: string
  readonly p256dh: string
  readonly auth: string
}

/**
 * By what push services know this district (VAPID, RFC 8292): a P-256 key that grows from the data folder's root like
 * every other secret, so that it is made once and the same for ever. Base64url.
 */
export function vapidKeys(district: Pick<District, 'secret'>): { publicKey: string; privateKey: string } {
  const key = createECDH('prime256v1')
  key.setPrivateKey(district.secret('vapid'))
  const padded = Buffer.concat([Buffer.alloc(32), key.getPrivateKey()]).subarray(-32)
  return { publicKey: key.getPublicKey().toString('base64url'), privateKey: padded.toString('base64url') }
}

/** After so long what waits at the push service is no news any more. */
const keptSeconds = 24 * 3600

/**
 * Hands a message to a browser's push service, encrypted for that browser alone (RFC 8291). `topic`: the same message
 * sent again takes the place of the first where that still waits, and on the device too.
 */
export async function sendPush(
  parts: SenderParts,
  { endpoint, p256dh, auth }: PushKeys,
  message: OwnMessage,
  { topic, urgent }: { readonly topic: string; readonly urgent: boolean },
): Promise<Sent> {
  const { address, mail, hosts } = parts.messages
  const host = hostAllowed(endpoint, knownHosts(parts, pushHosts), hosts)
  if (host === null) return { outcome: 'host_not_allowed' }
  const { default: webPush } = await import('web-push')
  const { title, lines, path } = message
  const subject = address?.startsWith('https:') ? address : `mailto:${mail?.from ?? 'postmaster@localhost'}`
  const details = webPush.generateRequestDetails(
    { endpoint, keys: { p256dh, auth } },
    JSON.stringify({ title, body: lines.join('\n'), path, tag: topic }),
    {
      vapidDetails: { subject, ...vapidKeys(parts.district) },
      TTL: keptSeconds,
      urgency: urgent ? 'high' : 'normal',
      topic,
    },
  )
  const headers = Object.fromEntries(
    Object.entries(details.headers)
      .filter(([name]) => name.toLowerCase() !== 'content-length')
      .map(([name, value]) => [name, String(value)]),
  )
  const { patienceMs, signal } = parts
  const posted = await post({ address: endpoint, headers, body: details.body!, host, patienceMs, signal })
  if (typeof posted === 'string') return { outcome: posted }
  return { outcome: outcomeOfStatus(posted.status) ?? 'sent', askedSeconds: posted.retryAfterSeconds }
}
