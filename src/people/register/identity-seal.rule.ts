import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'

/** The district's own keys, 32 bytes each; they never leave the data folder. */
export interface IdentityKeys {
  readonly seal: Buffer
  readonly index: Buffer
}

const version = 1
const nonceBytes = 12
const tagBytes = 16

/**
 * An identity number sealed for its person (AES-256-GCM, NIST SP 800-38D): version, nonce, tag, text. The person's id
 * is bound to it, so that a sealed number put into another's row does not open.
 */
export function sealIdentity({ seal }: IdentityKeys, personId: string, number: string): Buffer {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', seal, nonce).setAAD(Buffer.from(personId))
  const text = Buffer.concat([cipher.update(number, 'utf8'), cipher.final()])
  return Buffer.concat([Buffer.of(version), nonce, cipher.getAuthTag(), text])
}

/** The number again. Throws where it was sealed for somebody else, with another key, or was changed. */
export function openIdentity({ seal }: IdentityKeys, personId: string, sealed: Buffer): string {
  if (sealed[0] !== version)
    throw new Error('an identity number sealed in a way that this program does not know')
  const nonce = sealed.subarray(1, 1 + nonceBytes)
  const tag = sealed.subarray(1 + nonceBytes, 1 + nonceBytes + tagBytes)
  const decipher = createDecipheriv('aes-256-gcm', seal, nonce, { authTagLength: tagBytes })
    .setAAD(Buffer.from(personId))
    .setAuthTag(tag)
  return (
    decipher.update(sealed.subarray(1 + nonceBytes + tagBytes), undefined, 'utf8') + decipher.final('utf8')
  )
}

const keyed = ({ index }: IdentityKeys, what: string, text: string): Buffer =>
  createHmac('sha256', index).update(`${what}:${text}`).digest()

/** By which a full number is found again. Keyed: of all numbers there are, whoever has the rows alone can try none. */
export const identityHash = (keys: IdentityKeys, number: string): Buffer => keyed(keys, 'number', number)

/**
 * By which the last four characters are found. There are only 11,000 of them: without the key they would be tried in an
 * instant; with it the rows say no more than who shares theirs with whom. 8 bytes are enough to tell them apart.
 */
export const identityTailHash = (keys: IdentityKeys, number: string): Buffer =>
  keyed(keys, 'tail', number.slice(-4).toUpperCase()).subarray(0, 8)
