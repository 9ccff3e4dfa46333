import { createHash, randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '../../../kernel/refusal.ts'
import { type Asked, type Site, siteOf } from './ceremony.rule.ts'
import {
  challengeCookie,
  challengeCookieOf,
  challengeMinutes,
  type Purpose,
  readChallengeCookie,
} from './challenge.rule.ts'
import type { PasskeyAsked } from './contract.ts'
import { takeChallenge } from './passkey.sql.ts'

const secretOf = ({ ctx }: FastifyRequest): Buffer => ctx.district.secret('passkey')

/**
 * The site that a request came to. Its host is the browser's word, or a trusted proxy's: that is enough, since a passkey
 * is kept with the host that it was made for, and signs for no other.
 */
const siteAskedAt = (request: FastifyRequest): Site => siteOf(request.protocol, request.host)

function setCookie(request: FastifyRequest, reply: FastifyReply, value: string, maxAge: number): void {
  const secure = request.protocol === 'https'
  reply.setCookie(challengeCookie, value, {
    httpOnly: true,
    sameSite: 'strict',
    path: '/api',
    maxAge,
    secure,
  })
}

/** Asks this browser to have a new challenge signed. Nothing is kept of it here. */
export function ask(request: FastifyRequest, reply: FastifyReply, purpose: Purpose): PasskeyAsked {
  const text = randomBytes(32).toString('base64url')
  const expiresAt = request.ctx.clock.now().add({ minutes: challengeMinutes })
  const value = challengeCookieOf({ text, expiresAt }, purpose, secretOf(request))
  setCookie(request, reply, value, challengeMinutes * 60)
  return { challenge: text, rpId: siteAskedAt(request).rpId, timeoutMs: challengeMinutes * 60_000 }
}

/**
 * Takes the challenge that this browser was given: it is used up from here on, whatever comes of it. Refuses
 * `passkey_wrong` where there is none, it was for something else or somebody else, is over, or was used before.
 */
export async function takeAsked(
  request: FastifyRequest,
  reply: FastifyReply,
  purpose: Purpose,
): Promise<Asked> {
  const { ctx } = request
  const value = request.cookies[challengeCookie]
  const given = readChallengeCookie(value, purpose, secretOf(request), ctx.clock.now())
  if (given === null) throw new Refusal('passkey_wrong')
  setCookie(request, reply, '', 0)
  const hash = createHash('sha256').update(given.text).digest()
  if (!(await takeChallenge(ctx.district.pools.auth, hash, given.expiresAt)))
    throw new Refusal('passkey_wrong')
  return { challenge: given.text, site: siteAskedAt(request) }
}
