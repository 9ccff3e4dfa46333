import { randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { newId } from '../../kernel/ids.ts'
import { dayOf } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { householdOf } from '../../platform/http/flood.ts'
import { cookieSecret } from '../session.ts'
import { type Device, deviceOf, maskSource } from './device.rule.ts'
import {
  deviceCookie,
  deviceCookieDays,
  deviceCookieWith,
  type KnownDevice,
  readDeviceCookie,
} from './known-device.rule.ts'
import { readSessionCookie, sessionCookie, signSessionCookie } from './session-cookie.rule.ts'
import type { SessionNeeds } from './session-needs.rule.ts'
import { insertSession, sessionDays } from './sessions.sql.ts'

const daySeconds = 86_400

/** Where somebody signs in from. */
export interface From {
  /** The address, or the half of it that a household is given. */
  readonly household: string
  readonly device: Device
  readonly known: KnownDevice | null
}

/** A session that was opened, for the cookie, and what it still needs. */
export interface Opened {
  readonly token: string
  readonly needs: SessionNeeds | null
}

export const fromOf = (request: FastifyRequest): From => ({
  household: householdOf(request.ip),
  device: deviceOf(request.headers['user-agent']),
  known: readDeviceCookie(request.cookies[deviceCookie]),
})

/** Opens a session of an account from there. */
export async function openSession(
  { clock, district }: Pick<Ctx, 'clock' | 'district'>,
  accountId: string,
  from: From,
  how: { readonly asksSecondFactor: boolean; readonly factorElsewhere?: boolean },
): Promise<Opened> {
  const at = clock.now()
  const token = randomBytes(24).toString('base64url')
  const needs = await insertSession(district.pools.auth, {
    id: newId(at.epochMilliseconds),
    accountId,
    token,
    ...from.device,
    sourceMasked: maskSource(from.household),
    at,
    today: dayOf(at, district.timeZone),
    ...how,
  })
  return { token, needs }
}

/** The token of the session cookie that a request carries, or null. */
export const tokenOf = (request: FastifyRequest): string | null =>
  readSessionCookie(request.cookies[sessionCookie], cookieSecret(request.ctx.district))

/** `Secure` where the request came by TLS: offices begin on plain http inside their network. */
const attributesFor = (request: FastifyRequest, maxAge: number) =>
  ({ httpOnly: true, sameSite: 'lax', path: '/', maxAge, secure: request.protocol === 'https' }) as const

/** Answers with the session's cookie. */
export function setSessionCookie(request: FastifyRequest, reply: FastifyReply, token: string): void {
  const signed = signSessionCookie(token, cookieSecret(request.ctx.district))
  reply.setCookie(sessionCookie, signed, attributesFor(request, sessionDays * daySeconds))
}

export function dropSessionCookie(request: FastifyRequest, reply: FastifyReply): void {
  reply.setCookie(sessionCookie, '', attributesFor(request, 0))
}

/** The device is known for this name from now on. */
export function rememberDevice(request: FastifyRequest, reply: FastifyReply, name: string): void {
  const { known } = fromOf(request)
  const secret = request.ctx.district.secret('device')
  const value = deviceCookieWith(known, name, secret, randomBytes(16).toString('base64url'))
  reply.setCookie(deviceCookie, value, attributesFor(request, deviceCookieDays * daySeconds))
}
