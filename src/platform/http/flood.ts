import { isIPv6 } from 'node:net'
import type { FastifyRequest } from 'fastify'

const windowMs = 10 * 60_000

/**
 * Whom a limit counts: whoever is signed in by account, so that a flood from an office's address does not lock out its
 * own staff; others by address. `ctx` is not there where no room answers.
 */
export const askerOf = (request: FastifyRequest): string =>
  (request.ctx as FastifyRequest['ctx'] | null)?.who.accountId ?? householdOf(request.ip)

/** An IPv4 address as it is, written into IPv6 too; of an IPv6 one the half that a household is given (RFC 6177). */
export function householdOf(ip: string): string {
  const ipv4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1]
  if (ipv4 || !isIPv6(ip)) return ipv4 ?? ip
  const [before = '', after] = ip.toLowerCase().split('%')[0]!.split('::')
  const [head, tail] = [before, after ?? ''].map((part) => part.split(':').filter((group) => group !== ''))
  const zeros = after === undefined ? 0 : 8 - head!.length - tail!.length
  return [...head!, ...Array<string>(zeros).fill('0'), ...tail!]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')
}

/**
 * A limit against flooding, per ten minutes: for whoever is signed in by account, for others by address.
 * `anonymous` is enough for a household and too few for a flood; an office behind one address signs in.
 */
export const floodLimit = (most: { readonly anonymous: number; readonly account: number }) => ({
  rateLimit: {
    timeWindow: windowMs,
    max: (request: FastifyRequest) =>
      (request.ctx.who.accountId ? most.account : most.anonymous) * request.server.limitFactor,
  },
})
