import { createHmac, timingSafeEqual } from 'node:crypto'

/** better-auth's prefix of cookies; the session's is `<prefix>.session_token`. */
export const cookiePrefix = 'linli'
export const sessionCookie = `${cookiePrefix}.session_token`

/**
 * The session token that a cookie carries, or null where its signature is not ours. better-auth signs as
 * `<token>.<base64 of HMAC-SHA256(secret, token)>`; a forged cookie is turned away without asking the database.
 */
export function readSessionCookie(value: string | undefined, secret: string): string | null {
  if (value === undefined || value.length > 300) return null
  const dot = value.lastIndexOf('.')
  if (dot < 1) return null
  const token = value.slice(0, dot)
  const given = Buffer.from(value.slice(dot + 1), 'base64')
  const right = createHmac('sha256', secret).update(token).digest()
  return given.length === right.length && timingSafeEqual(given, right) ? token : null
}
