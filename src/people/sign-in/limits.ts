import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Refusal } from '../../kernel/refusal.ts'
import { askerOf, householdOf } from '../../platform/http/flood.ts'
import { normalPhone } from '../phone.rule.ts'
import { deviceCookie, knows, readDeviceCookie } from './known-device.rule.ts'

const minuteMs = 60_000

/** A telephone as it is kept. Refuses `input_invalid` what can be none. */
export function phoneIn(typed: string): string {
  const phone = normalPhone(typed)
  if (phone === null) throw new Refusal('input_invalid', { field: 'phoneNumber', rule: 'format' })
  return phone
}

/**
 * How often anything may be asked of sign-in at all, right or wrong: each check costs the server some work. Wrong
 * attempts are counted beside it (`attempts.ts`). Each throws Refusal `too_many_requests`.
 */
export function signInLimits(app: Pick<FastifyInstance, 'createRateLimit'>) {
  const limit = (max: number, minutes: number, keyGenerator: (request: FastifyRequest) => string) => {
    const check = app.createRateLimit({ max, timeWindow: minutes * minuteMs, keyGenerator })
    return async (request: FastifyRequest): Promise<void> => {
      const result = await check(request)
      if (!result.isAllowed && result.isExceeded)
        throw new Refusal('too_many_requests', { seconds: result.ttlInSeconds })
    }
  }
  const field = (request: FastifyRequest, name: string): string =>
    String((request.body as Readonly<Record<string, unknown>>)[name]).toLowerCase()
  const phoneOf = (request: FastifyRequest): string => phoneIn(field(request, 'phoneNumber'))
  /** A flood from an office's address does not shut out those who have signed in on their computers before. */
  const placeOf = (request: FastifyRequest): string => {
    const device = readDeviceCookie(request.cookies[deviceCookie])
    const name = field(request, 'username').trim()
    const isKnown = knows(device, name, request.ctx.district.secret('device'))
    return device !== null && isKnown ? `device ${device.id}` : householdOf(request.ip)
  }
  return {
    perPlace: limit(60, 1, placeOf),
    /** To a provider and back again: two for each who signs in there. */
    perPlaceAway: limit(120, 1, (request) => householdOf(request.ip)),
    /** Two requests for each who signs in by a passkey. */
    passkeysPerPlace: limit(120, 1, (request) => householdOf(request.ip)),
    passkeysPerAccount: limit(30, 10, askerOf),
    codesPerPhone: limit(5, 10, phoneOf),
    guessesPerPhone: limit(15, 10, phoneOf),
  }
}
