import { keep, kept } from '../keep.ts'

const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/** A new request id (UUIDv4). `crypto.randomUUID` is missing before Chrome 92 and Safari 15.4, and on plain http. */
export function newRequestId(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID()
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const digits = hex(bytes)
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-${digits.slice(12, 16)}-${digits.slice(16, 20)}-${digits.slice(20)}`
}

/** The secret by which an anonymous reporter's phone is the same phone tomorrow: 32 random bytes in hex, kept here. */
export function clientSecret(): string {
  const known = kept('linli.client')
  if (known !== null && /^[0-9a-f]{64}$/.test(known)) return known
  const made = hex(crypto.getRandomValues(new Uint8Array(32)))
  keep('linli.client', made)
  return made
}
