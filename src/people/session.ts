import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { Refusal } from '../kernel/refusal.ts'
import type { Clock } from '../platform/clock.ts'
import { dayOf } from '../platform/clock.ts'
import type { District, Who } from '../platform/ctx.ts'
import { hashReceiptCode } from '../platform/receipt-code.ts'
import { permissionTable } from './permission-table.ts'
import { bearerOf } from './service/service-key.rule.ts'
import { whoOfKeys } from './service/who-of-key.ts'
import { sessionFinder } from './session.sql.ts'
import { readSessionCookie, sessionCookie } from './sign-in/session-cookie.rule.ts'
import { isOpenWhile, type SessionNeeds } from './sign-in/session-needs.rule.ts'
import { touchSession } from './sign-in/sessions.sql.ts'
import { whoOfAccount, whoOfClient } from './who.rule.ts'

/** The secret that signs session cookies of a district. */
export const cookieSecret = (district: District): string => district.secret('auth').toString('hex')

/**
 * Tells who asks: the account of the session cookie with today's posts, or the browser that `x-linli-client` (32 to
 * 128 hex digits) names, or nobody. A receipt code in `x-linli-receipt` opens its case beside either.
 * Whoever believes to be signed in and is not any more writes nothing under another name: Refusal `sign_in_needed`.
 */
export function whoOf(district: District, clock: Clock): (request: FastifyRequest) => Promise<Who> {
  const secret = cookieSecret(district)
  const findSession = sessionFinder(district, clock)
  const whoOfKey = whoOfKeys(district, clock)
  return async (request) => {
    if (request.url.startsWith('/plain')) return plainReader(request)
    // A program says who it is in every request; whatever cookies stand beside its key count for nothing.
    const key = bearerOf(request.headers.authorization)
    if (key !== null) return whoOfKey(key)
    const receiptHash = receiptHashOf(request.headers['x-linli-receipt'])
    const cookie = request.cookies[sessionCookie]
    if (cookie && isFromElsewhere(request)) throw new Refusal('not_permitted', { act: 'write' })
    const token = readSessionCookie(cookie, secret)
    if (token !== null) {
      const found = await findSession(token)
      if (found && mayGoOn(found.needs, request.url)) {
        if (isLongUnseen(found.seenAt, clock.now())) await noteUse(district, clock, token, found.account.id)
        return whoOfAccount(found.account, receiptHash, await permissionTable(district, found.revision))
      }
    }
    if (cookie && isWritten(request)) throw new Refusal('sign_in_needed')
    return whoOfClient(clientHashOf(request.headers['x-linli-client']), receiptHash)
  }
}

/**
 * Whether a session that still needs something may come to the address as its account. One without its second factor is
 * nobody's yet; the others refuse everything but what they need: `password_change_needed`, `second_factor_needed`.
 */
function mayGoOn(needs: SessionNeeds | null, url: string): boolean {
  if (needs === null) return true
  if (needs === 'second_factor' || isEmergency(url)) return false
  if (isOpenWhile(needs, url)) return true
  throw new Refusal(needs === 'password' ? 'password_change_needed' : 'second_factor_needed')
}

const seenHours = 1
const isLongUnseen = (seenAt: Temporal.Instant, now: Temporal.Instant): boolean =>
  now.since(seenAt).total('hours') >= seenHours

/** To the hour: who looks at their sessions sees which are in use, and no request waits for a write twice in one. */
async function noteUse(district: District, clock: Clock, token: string, accountId: string): Promise<void> {
  const at = clock.now()
  await touchSession(district.pools.auth, { token, accountId, at, today: dayOf(at, district.timeZone) })
}

/** Pages without scripts can send no headers: there a browser is known by cookies of its own. */
export const plainCookies = { client: 'linli_plain', receipt: 'linli_plain_receipt' } as const

/** Never an account: what a form of another site might send there could do nothing in anybody's name. */
const plainReader = ({ cookies }: FastifyRequest): Who =>
  whoOfClient(clientHashOf(cookies[plainCookies.client]), receiptHashOf(cookies[plainCookies.receipt]))

const emergencies = ['/api/alerts', '/api/doors']
const isEmergency = (url: string): boolean => emergencies.some((door) => url.startsWith(door))

/** Written to without an account as well, whatever a cookie says: sign-in itself, and an emergency. */
const openDoors = ['/api/auth/', ...emergencies]

const writes = ({ method }: FastifyRequest): boolean => ['POST', 'PUT', 'PATCH', 'DELETE'].includes(method)

const isWritten = (request: FastifyRequest): boolean =>
  writes(request) && !openDoors.some((door) => request.url.startsWith(door))

/**
 * Whether another place's page sent it, as browsers say of a request. The cookie itself is withheld from other sites
 * (SameSite), and not from a neighbour below the same domain.
 */
const isFromElsewhere = (request: FastifyRequest): boolean =>
  writes(request) && ['cross-site', 'same-site'].includes(String(request.headers['sec-fetch-site']))

function receiptHashOf(code: unknown): string {
  return typeof code === 'string' && code.length > 0 && code.length <= 40
    ? hashReceiptCode(code).toString('hex')
    : ''
}

/** The secret itself stays in the browser: request ids and rows know its hash. */
function clientHashOf(secret: unknown): string | null {
  return typeof secret === 'string' && /^[0-9a-f]{32,128}$/i.test(secret)
    ? createHash('sha256').update(secret.toLowerCase()).digest('hex')
    : null
}
