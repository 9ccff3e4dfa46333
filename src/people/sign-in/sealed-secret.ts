import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { District } from '../../platform/ctx.ts'

const nonceBytes = 12
const tagBytes = 16

/** A secret as it is stored: AES-256-GCM under a key of the data folder, bound to its account. */
export function sealSecret(district: Pick<District, 'secret'>, accountId: string, secret: Buffer): Buffer {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', district.secret('totp'), nonce)
  cipher.setAAD(Buffer.from(accountId))
  return Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()])
}

/** Throws where it was sealed by another key or for another account. */
export function openSecret(district: Pick<District, 'secret'>, accountId: string, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', district.secret('totp'), sealed.subarray(0, nonceBytes))
  decipher.setAAD(Buffer.from(accountId))
  decipher.setAuthTag(sealed.subarray(-tagBytes))
  return Buffer.concat([decipher.update(sealed.subarray(nonceBytes, -tagBytes)), decipher.final()])
}
