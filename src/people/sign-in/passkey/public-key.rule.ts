import { createPublicKey, type JsonWebKeyInput, type KeyObject, verify } from 'node:crypto'
import { Refusal } from '../../../kernel/refusal.ts'
import type { Cbor, CborMap } from './cbor.rule.ts'

/** Numbers of COSE (RFC 9053, RFC 8812) that are taken, the best first: Ed25519, ES256, RS256. */
export const algorithms = [-8, -7, -257] as const

/** Names that a key's parts have in COSE: 1 type, 3 algorithm, then by type (RFC 9052 §7, RFC 9053 §7, RFC 8230 §4). */
const label = { type: 1, algorithm: 3, curve: -1, x: -2, y: -3, modulus: -1, exponent: -2 } as const

/**
 * The public key of a new passkey. Refuses `passkey_wrong` what is no key of a kind that is taken, or is too weak.
 */
export function publicKeyOf(key: CborMap): KeyObject {
  try {
    return createPublicKey({ key: jwkOf(key), format: 'jwk' })
  } catch (error) {
    // A point beside the curve, or numbers that make no key.
    if (error instanceof Refusal) throw error
    throw new Refusal('passkey_wrong')
  }
}

function jwkOf(key: CborMap): JsonWebKeyInput['key'] {
  const bytes = (name: number, least: number, most = least): string => {
    const value: Cbor | undefined = key.get(name)
    if (!Buffer.isBuffer(value) || value.length < least || value.length > most)
      throw new Refusal('passkey_wrong')
    return value.toString('base64url')
  }
  const kind = [key.get(label.type), key.get(label.algorithm)].join(' ')
  const curve = key.get(label.curve)
  if (kind === '2 -7' && curve === 1)
    return { kty: 'EC', crv: 'P-256', x: bytes(label.x, 32), y: bytes(label.y, 32) }
  if (kind === '1 -8' && curve === 6) return { kty: 'OKP', crv: 'Ed25519', x: bytes(label.x, 32) }
  if (kind === '3 -257') return { kty: 'RSA', n: bytes(label.modulus, 256, 512), e: bytes(label.exponent, 3) }
  throw new Refusal('passkey_wrong')
}

/** Whether the key signed these bytes. Ed25519 hashes by itself; the others sign SHA-256. */
export const isSignedBy = (key: KeyObject, signed: Buffer, signature: Buffer): boolean =>
  verify(key.asymmetricKeyType === 'ed25519' ? null : 'sha256', signed, key, signature)
