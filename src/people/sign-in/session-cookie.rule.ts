import { createHmac, timingSafeEqual } from 'node:crypto'

export const sessionCookie = 'linli.session_token'

/**
 * The session token that a cookie carries, or null where its signature is not ours: `<token>.<base64 of
 * HMAC-SHA256(secret, token)>`. A forged cookie is turned away without asking the database.
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

/** The cookie of a session's token. */
export const signSessionCookie = (token: string, secret: string): string =>
  `${token}.${createHmac('sha256', secret).update(token).digest('base64')}`
