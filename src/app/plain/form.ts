import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '../../kernel/refusal.ts'
import { plainCookies } from '../../people/door.ts'
import type { District } from '../../platform/ctx.ts'

/** Kept from other sites and from scripts, and sent back to the plain pages alone. */
const kept = { path: '/plain', httpOnly: true, sameSite: 'strict' } as const

/** The secret of this browser, made with the first form that it is shown. Over https it never leaves it unencrypted. */
export function clientOf(request: FastifyRequest, reply: FastifyReply): string {
  const known = request.cookies[plainCookies.client]
  if (known && /^[0-9a-f]{64}$/.test(known)) return known
  const made = randomBytes(32).toString('hex')
  reply.setCookie(plainCookies.client, made, { ...kept, secure: request.protocol === 'https' })
  return made
}

export const openReceipt = (request: FastifyRequest, reply: FastifyReply, code: string): void => {
  reply.setCookie(plainCookies.receipt, code, { ...kept, secure: request.protocol === 'https' })
}
export const closeReceipt = (reply: FastifyReply): void => {
  reply.clearCookie(plainCookies.receipt, kept)
}

/** What a form carries to prove that this server wrote it for this browser and this request. */
export const proofOf = (district: District, client: string, requestId: string): string =>
  createHmac('sha256', district.secret('plain')).update(`${client}/${requestId}`).digest('hex')

/** Refuses a form that another site sent, or that was written for another browser: `form_out_of_date`. */
export function mustBeOurs(
  request: FastifyRequest,
  { requestId, proof }: { readonly requestId: string; readonly proof: string },
): void {
  const client = request.cookies[plainCookies.client] ?? ''
  const wanted = Buffer.from(proofOf(request.ctx.district, client, requestId))
  const shown = Buffer.from(proof)
  const ours = wanted.length === shown.length && timingSafeEqual(wanted, shown)
  const site = request.headers['sec-fetch-site']
  const foreign = site !== undefined && site !== 'same-origin' && site !== 'none'
  if (!ours || foreign || client === '') throw new Refusal('form_out_of_date')
}
