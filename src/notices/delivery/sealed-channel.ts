import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import type { District } from '../../platform/ctx.ts'

const nonceBytes = 12
const tagBytes = 16
type Keys = Pick<District, 'secret'>

/**
 * What opens a channel (an address with its key, a browser's endpoint, a mail address) as it is stored: AES-256-GCM
 * (NIST SP 800-38D) under a key of the data folder, bound to its row: nonce, text, tag.
 */
export function sealChannel(district: Keys, id: string, opens: object): Buffer {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', district.secret('channels'), nonce)
  cipher.setAAD(Buffer.from(id))
  return Buffer.concat([nonce, cipher.update(JSON.stringify(opens)), cipher.final(), cipher.getAuthTag()])
}

/** Throws where it was sealed by another key or for another row. */
export function openChannel<Opens>(district: Keys, id: string, sealed: Buffer): Opens {
  const decipher = createDecipheriv(
    'aes-256-gcm',
    district.secret('channels'),
    sealed.subarray(0, nonceBytes),
    {
      authTagLength: tagBytes,
    },
  )
  decipher.setAAD(Buffer.from(id))
  decipher.setAuthTag(sealed.subarray(-tagBytes))
  const text = Buffer.concat([decipher.update(sealed.subarray(nonceBytes, -tagBytes)), decipher.final()])
  return JSON.parse(text.toString('utf8')) as Opens
}

/** By which the same browser or address is known again; keyed, so that whoever has the rows alone can try none. */
export const knownBy = (district: Keys, kind: 'push' | 'email', what: string): Buffer =>
  createHmac('sha256', district.secret('channels-index')).update(`${kind}:${what}`).digest()
