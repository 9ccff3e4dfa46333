import { createHmac, timingSafeEqual } from 'node:crypto'

export const challengeCookie = 'linli.passkey'
/** How long a device may take, from asked to answered. */
export const challengeMinutes = 5

/** What a browser was asked to have signed. */
export interface Challenge {
  /** 32 random bytes, base64url. */
  readonly text: string
  readonly expiresAt: Temporal.Instant
}

/** What it is for: to sign in, or to add a passkey to this account. */
export type Purpose = 'sign in' | `add ${string}`

const macOf = (text: string, ms: string, purpose: Purpose, secret: Buffer): string =>
  createHmac('sha256', secret).update(`${purpose} ${text} ${ms}`).digest('base64url')

/** The cookie of a challenge: only the browser that was asked can answer, and for this purpose alone. */
export function challengeCookieOf({ text, expiresAt }: Challenge, purpose: Purpose, secret: Buffer): string {
  const ms = String(expiresAt.epochMilliseconds)
  return [text, ms, macOf(text, ms, purpose, secret)].join('.')
}

/** The challenge that a cookie holds, or null where it is none of ours, was for something else, or is over. */
export function readChallengeCookie(
  value: string | undefined,
  purpose: Purpose,
  secret: Buffer,
  now: Temporal.Instant,
): Challenge | null {
  if (value === undefined || !/^[\w-]{43}\.\d{13}\.[\w-]{43}$/.test(value)) return null
  const [text = '', ms = '', mac = ''] = value.split('.')
  const right = Buffer.from(macOf(text, ms, purpose, secret))
  if (!timingSafeEqual(Buffer.from(mac), right)) return null
  const expiresAt = Temporal.Instant.fromEpochMilliseconds(Number(ms))
  return Temporal.Instant.compare(now, expiresAt) < 0 ? { text, expiresAt } : null
}
