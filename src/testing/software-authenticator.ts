import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import type {
  NewPasskey,
  PasskeyAnswer,
  PasskeyAsked,
  PasskeyWanted,
} from '../people/sign-in/passkey/contract.ts'

/** What somebody may change of an answer on its way, to try what gets through. */
export interface Forged {
  readonly origin?: string
  readonly rpId?: string
  readonly challenge?: string
  readonly type?: string
  readonly crossOrigin?: boolean
  /** Bits of what the device says: 1 present, 4 verified, 8 may be backed up, 16 is backed up, 128 more follows. */
  readonly flags?: number
  readonly signCount?: number
  readonly userHandle?: string
  readonly credentialId?: string
  /** COSE key in the place of the one that was made. */
  readonly key?: Buffer
  /** Who is said to vouch for the device, with nothing behind it. */
  readonly attestation?: string
}

/** A device with one passkey, in software: as a browser's answers come from it. */
export interface SoftwareAuthenticator {
  /** Makes its passkey (attestation `none`). */
  readonly make: (wanted: PasskeyWanted, forged?: Forged) => NewPasskey
  /** Signs in by it; counts on where it counts. */
  readonly answer: (asked: PasskeyAsked, forged?: Forged) => PasskeyAnswer
  readonly credentialId: string
  /** The public half as SubjectPublicKeyInfo in DER. */
  readonly spki: Buffer
}

const presentAndVerified = 0x05
const keyIncluded = 0x40

/** A device at a page of `origin`; `counts` false is one whose passkey is shared by many devices. */
export function softwareAuthenticator(
  origin: string,
  { kind = 'es256', counts = true }: { kind?: 'es256' | 'ed25519' | 'rs256'; counts?: boolean } = {},
): SoftwareAuthenticator {
  const { privateKey, cose, spki } = keyOf(kind)
  const credentialId = randomBytes(32)
  let count = 0
  let handle = ''
  const clientData = (type: string, { challenge }: PasskeyAsked, forged: Forged): Buffer =>
    Buffer.from(
      JSON.stringify({
        type: forged.type ?? type,
        challenge: forged.challenge ?? challenge,
        origin: forged.origin ?? origin,
        crossOrigin: forged.crossOrigin ?? false,
      }),
    )
  const said = ({ rpId }: PasskeyAsked, forged: Forged, flags: number): Buffer => {
    if (counts) count += 1
    const bytes = Buffer.alloc(5)
    bytes[0] = (forged.flags ?? presentAndVerified) | flags
    bytes.writeUInt32BE(forged.signCount ?? count, 1)
    const host = createHash('sha256')
      .update(forged.rpId ?? rpId)
      .digest()
    return Buffer.concat([host, bytes])
  }
  const base64url = (bytes: Buffer): string => bytes.toString('base64url')
  return {
    credentialId: base64url(credentialId),
    spki,
    make: (wanted, forged = {}) => {
      handle = wanted.user.handle
      const id = forged.credentialId ? Buffer.from(forged.credentialId, 'base64url') : credentialId
      const length = Buffer.alloc(2)
      length.writeUInt16BE(id.length)
      const made = Buffer.concat([Buffer.alloc(16), length, id, forged.key ?? cose])
      const authData = Buffer.concat([said(wanted, forged, keyIncluded), made])
      return {
        clientDataJSON: base64url(clientData('webauthn.create', wanted, forged)),
        attestationObject: base64url(attested(authData, forged.attestation ?? 'none')),
      }
    },
    answer: (asked, forged = {}) => {
      const clientDataJSON = clientData('webauthn.get', asked, forged)
      const authenticatorData = said(asked, forged, 0)
      const hash = createHash('sha256').update(clientDataJSON).digest()
      const signed = Buffer.concat([authenticatorData, hash])
      const signature = sign(kind === 'ed25519' ? null : 'sha256', signed, privateKey)
      return {
        credentialId: forged.credentialId ?? base64url(credentialId),
        clientDataJSON: base64url(clientDataJSON),
        authenticatorData: base64url(authenticatorData),
        signature: base64url(signature),
        userHandle: forged.userHandle ?? handle,
      }
    },
  }
}

const text = (words: string): Buffer =>
  Buffer.concat([Buffer.from([0x60 + words.length]), Buffer.from(words)])
const longBytes = (bytes: Buffer): Buffer => {
  const head = Buffer.alloc(3)
  head[0] = 0x59
  head.writeUInt16BE(bytes.length, 1)
  return Buffer.concat([head, bytes])
}

/** CBOR of {fmt: format, attStmt: {}, authData}. */
const attested = (authData: Buffer, format: string): Buffer =>
  Buffer.concat([
    Buffer.from([0xa3]),
    text('fmt'),
    text(format),
    text('attStmt'),
    Buffer.from([0xa0]),
    text('authData'),
    longBytes(authData),
  ])

/** A new pair, and its public half as COSE writes it (RFC 9052 §7). */
function keyOf(kind: 'es256' | 'ed25519' | 'rs256'): { privateKey: KeyObject; cose: Buffer; spki: Buffer } {
  const spkiOf = (key: KeyObject): Buffer => key.export({ type: 'spki', format: 'der' })
  if (kind === 'rs256') {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const { n } = publicKey.export({ format: 'jwk' })
    const head = Buffer.from('a401030339010020', 'hex')
    const exponent = Buffer.from('2143010001', 'hex')
    const cose = Buffer.concat([head, longBytes(Buffer.from(n!, 'base64url')), exponent])
    return { privateKey, cose, spki: spkiOf(publicKey) }
  }
  const isCurve = kind === 'es256'
  const { privateKey, publicKey } = isCurve
    ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
    : generateKeyPairSync('ed25519')
  const { x, y } = publicKey.export({ format: 'jwk' })
  const part = (name: number, value: string): Buffer =>
    Buffer.concat([Buffer.from([name, 0x58, 0x20]), Buffer.from(value, 'base64url')])
  const head = Buffer.from(isCurve ? 'a5010203262001' : 'a4010103272006', 'hex')
  const cose = Buffer.concat([head, part(0x21, x!), ...(isCurve ? [part(0x22, y!)] : [])])
  return { privateKey, cose, spki: spkiOf(publicKey) }
}
