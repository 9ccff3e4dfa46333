import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Refusal } from '../../kernel/refusal.ts'
import { normalPhone } from '../phone.rule.ts'

const minuteMs = 60_000

/** A telephone as it is kept. Refuses `input_invalid` what can be none. */
export function phoneIn(typed: string): string {
  const phone = normalPhone(typed)
  if (phone === null) throw new Refusal('input_invalid', { field: 'phoneNumber', rule: 'format' })
  return phone
}

/**
 * How often one may try to sign in. An office shares one address: the address alone is held loosely, and with one
 * name or telephone tightly. Each throws Refusal `too_many_requests`.
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
  return {
    perAddress: limit(60, 1, (request) => request.ip),
    perName: limit(10, 5, (request) => `${request.ip} ${field(request, 'username')}`),
    perNameAnywhere: limit(100, 5, (request) => field(request, 'username')),
    codesPerPhone: limit(5, 10, phoneOf),
    guessesPerPhone: limit(15, 10, phoneOf),
  }
}
