import { createHmac } from 'node:crypto'

export const recoveryCodes = 10

/** As it is kept, however it was typed: capital letters, spaces and hyphens make no other code. */
export function normalRecoveryCode(typed: string): string | null {
  const signs = typed.toLowerCase().replace(/[\s-]/g, '')
  return /^[a-z2-9]{12}$/.test(signs) ? signs : null
}

/** What is kept of a code. It is random in 60 bits: a keyed hash needs no more cost. */
export const hashRecoveryCode = (normal: string, accountId: string, secret: Buffer): Buffer =>
  createHmac('sha256', secret).update(`${accountId} ${normal}`).digest()
