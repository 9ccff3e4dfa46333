import { randomBytes } from 'node:crypto'
import { hashPassword } from './hash-password.ts'

let standIn: Promise<string> | undefined

/** A hash that no password has, of the same cost as any: made once, at the first check of all. */
const standInHash = (): Promise<string> => {
  standIn ??= hashPassword(randomBytes(24).toString('base64url'))
  return standIn
}

/**
 * Whether the password is the right one. Where there is no hash to hold it against, because nobody has the name or
 * nobody may try now, a stand-in is computed all the same: each answer takes as long as any other.
 */
export async function isPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const { verifyPassword } = await import('better-auth/crypto')
  const other = await standInHash()
  const fits = await verifyPassword({ hash: passwordHash ?? other, password })
  return fits && passwordHash !== null
}
