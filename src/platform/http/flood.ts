import type { FastifyRequest } from 'fastify'

const windowMs = 10 * 60_000

/**
 * A limit against flooding, per ten minutes: for whoever is signed in by account, for others by address.
 * `anonymous` is enough for a household and too few for a flood; an office behind one address signs in.
 */
export const floodLimit = (most: { readonly anonymous: number; readonly account: number }) => ({
  rateLimit: {
    // After the session is known, so that an office's address does not stop its own staff.
    hook: 'preHandler' as const,
    timeWindow: windowMs,
    keyGenerator: (request: FastifyRequest) => request.ctx.who.accountId ?? request.ip,
    max: (request: FastifyRequest) =>
      (request.ctx.who.accountId ? most.account : most.anonymous) * request.server.limitFactor,
  },
})
