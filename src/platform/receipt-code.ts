import { createHash, createHmac } from 'node:crypto'

/** Crockford's alphabet: no I, L, O, U, so that a code can be read aloud. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * The receipt code of a request, twelve characters (60 bits) as `8F3K-27QD-M1XZ`.
 * Derived, not stored: a retry with the same request id gets the same code, and the database holds its hash alone.
 */
export function receiptCode(secret: Buffer, actor: string, requestId: string): string {
  const bytes = createHmac('sha256', secret).update(`${actor}/${requestId}`).digest()
  const letters = Array.from(bytes.subarray(0, 12), (byte) => alphabet[byte & 31]).join('')
  return `${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`
}

/** SHA-256 of a code as people may type it: case, spaces, dashes and look-alike letters forgiven. */
export const hashReceiptCode = (code: string): Buffer =>
  createHash('sha256')
    .update(
      code
        .toUpperCase()
        .replace(/[^0-9A-Z]/g, '')
        .replaceAll('O', '0')
        .replace(/[IL]/g, '1'),
    )
    .digest()
