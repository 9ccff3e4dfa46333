import { createHmac, timingSafeEqual } from 'node:crypto'

/** Time-based one-time codes (RFC 6238) as every app for them knows: SHA-1, six digits, thirty seconds. */
export const stepSeconds = 30
const digits = 6
/** Steps to either side of the present one: a phone's clock may be half a minute off (RFC 6238 §5.2). */
const tolerance = 1

/** The code of a time step (RFC 4226 §5.3). */
export function codeOf(secret: Buffer, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const hash = createHmac('sha1', secret).update(counter).digest()
  const offset = hash[hash.length - 1]! & 0x0f
  const number = (hash.readUInt32BE(offset) & 0x7fffffff) % 10 ** digits
  return String(number).padStart(digits, '0')
}

/** The time step that a code belongs to, or null where it is none of now. All steps are looked at, right or wrong. */
export function stepOf(secret: Buffer, code: string, at: Temporal.Instant): number | null {
  const now = Math.floor(at.epochMilliseconds / 1000 / stepSeconds)
  const given = Buffer.from(code)
  let found: number | null = null
  for (let step = now - tolerance; step <= now + tolerance; step++) {
    const right = Buffer.from(codeOf(secret, step))
    if (given.length === right.length && timingSafeEqual(given, right)) found = step
  }
  return found
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Base32 without padding (RFC 4648 §6), as apps take a secret that is typed. */
export function base32(bytes: Buffer): string {
  let [bits, value, text] = [0, 0, '']
  for (const byte of bytes) {
    value = (value << 8) | byte
    bits += 8
    for (; bits >= 5; bits -= 5) text += alphabet[(value >>> (bits - 5)) & 31]
    value &= 0xff
  }
  return bits > 0 ? text + alphabet[(value << (5 - bits)) & 31] : text
}

/** The address that an app reads from the picture: whose code it is, and the secret. */
export function totpAddress(secret: Buffer, issuer: string, accountName: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(accountName)}`
  const query = new URLSearchParams({ secret: base32(secret), issuer })
  return `otpauth://totp/${label}?${query.toString().replaceAll('+', '%20')}`
}
