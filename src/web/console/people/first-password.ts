/** Thirty-two signs that are not mistaken for one another in handwriting: no l, no o, no 0, no 1. */
const signs = 'abcdefghijkmnpqrstuvwxyz23456789'
const GROUPS = 3
const GROUP_SIGNS = 4

/** A random first password such as `k7mw-3xpa-9rtd`, 60 bits, to be copied by hand. */
export function firstPassword(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(GROUPS * GROUP_SIGNS))
  // 256 is a multiple of 32: every sign is as likely as the others.
  const text = Array.from(bytes, (byte) => signs[byte % signs.length]).join('')
  return text.replace(/(.{4})(?=.)/g, '$1-')
}
