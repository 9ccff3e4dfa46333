import { createHash, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { Refusal } from '../../../kernel/refusal.ts'
import { type CborMap, readCbor } from './cbor.rule.ts'

/** Where a passkey is made or used: it is bound to the host, and what it signs to the whole origin. */
export interface Site {
  /** The host's name without a port. */
  readonly rpId: string
  /** As a browser writes it: https://linli.example.cn. */
  readonly origin: string
}

/** The site of a request's own scheme and host. Refuses `passkey_wrong` what is no host. */
export function siteOf(protocol: string, host: string): Site {
  const address = URL.parse(`${protocol}://${host}`)
  if (address === null || address.pathname !== '/' || address.username !== '')
    throw new Refusal('passkey_wrong')
  return { rpId: address.hostname, origin: address.origin }
}

const ClientData = z.object({
  type: z.string(),
  challenge: z.string(),
  origin: z.string(),
  crossOrigin: z.boolean().optional(),
  topOrigin: z.string().optional(),
})

/** What a browser does: it makes a passkey, or it signs in by one. */
export type Ceremony = 'webauthn.create' | 'webauthn.get'

/**
 * Checks what the browser says of itself (W3C Web Authentication §7.1 and §7.2, steps on clientData). Refuses
 * `passkey_wrong` another ceremony, another challenge, a page of another origin, and one inside another's frame.
 */
export function mustBeAskedHere(
  clientDataJSON: Buffer,
  ceremony: Ceremony,
  challenge: string,
  { origin }: Pick<Site, 'origin'>,
): void {
  const said = ClientData.safeParse(jsonOf(clientDataJSON))
  if (
    !said.success ||
    said.data.type !== ceremony ||
    said.data.challenge !== challenge ||
    said.data.origin !== origin ||
    said.data.crossOrigin === true ||
    said.data.topOrigin !== undefined
  )
    throw new Refusal('passkey_wrong')
}

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    // Not JSON: no browser wrote it.
    return null
  }
}

/** What a device says of itself, once it was found to be right. */
export interface DeviceSaid {
  readonly signCount: number
  /** The key that it made; null where it only signed. */
  readonly made: { readonly credentialId: Buffer; readonly key: CborMap } | null
}

const flag = {
  present: 0x01,
  verified: 0x04,
  mayBackUp: 0x08,
  isBackedUp: 0x10,
  made: 0x40,
  more: 0x80,
} as const
const headLength = 37
const aaguidLength = 16

/**
 * Reads what a device says (§6.1): for which host, that its owner was there and was recognised by finger, face or code,
 * how often it signed, and the key that it made. Refuses `passkey_wrong` where any of it is missing or does not fit.
 */
export function readDevice(bytes: Buffer, rpId: string): DeviceSaid {
  const flags = bytes[32]
  if (bytes.length < headLength || flags === undefined) throw new Refusal('passkey_wrong')
  const has = (bit: number): boolean => (flags & bit) !== 0
  const host = createHash('sha256').update(rpId).digest()
  const isRight =
    timingSafeEqual(bytes.subarray(0, 32), host) &&
    has(flag.present) &&
    has(flag.verified) &&
    (has(flag.mayBackUp) || !has(flag.isBackedUp))
  if (!isRight) throw new Refusal('passkey_wrong')
  const signCount = bytes.readUInt32BE(33)
  const made = has(flag.made) ? readMade(bytes) : null
  let end = made?.end ?? headLength
  if (has(flag.more)) end = readCbor(bytes, end).end
  if (end !== bytes.length) throw new Refusal('passkey_wrong')
  return { signCount, made }
}

function readMade(bytes: Buffer): { credentialId: Buffer; key: CborMap; end: number } {
  const from = headLength + aaguidLength
  if (bytes.length < from + 2) throw new Refusal('passkey_wrong')
  const length = bytes.readUInt16BE(from)
  const credentialId = bytes.subarray(from + 2, from + 2 + length)
  // §4: an id has at least 16 bytes that nobody guesses, and 1023 at most.
  if (length < 16 || length > 1023 || credentialId.length !== length) throw new Refusal('passkey_wrong')
  const { value, end } = readCbor(bytes, from + 2 + length)
  if (!(value instanceof Map)) throw new Refusal('passkey_wrong')
  return { credentialId, key: value, end }
}

/** What the device says of itself inside an attestation object. Who made the device is neither asked nor read. */
export function deviceIn(attestationObject: Buffer): Buffer {
  const { value, end } = readCbor(attestationObject)
  const said = value instanceof Map && end === attestationObject.length ? value.get('authData') : null
  if (!Buffer.isBuffer(said)) throw new Refusal('passkey_wrong')
  return said
}

/** The bytes that a device signs: what it says, and the hash of what the browser says (§7.2). */
export const signedBytes = (deviceSaid: Buffer, clientDataJSON: Buffer): Buffer =>
  Buffer.concat([deviceSaid, createHash('sha256').update(clientDataJSON).digest()])

/** What a device keeps beside a key to know whose it is: the account's id, 16 bytes, base64url. */
export const handleOf = (accountId: string): string =>
  Buffer.from(accountId.replaceAll('-', ''), 'hex').toString('base64url')
