import { createHmac, timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Refusal } from '../../kernel/refusal.ts'
import type { Routes } from '../../platform/http/server.ts'
import { signInLimits } from './limits.ts'
import { type Away, beginOidc, endOidc } from './oidc.ts'
import { fromOf, setSessionCookie } from './session-of.ts'

const tags = ['people']
const awayCookie = 'linli.oidc'
const awaySeconds = 600
// A provider may send more along.
const Back = z.looseObject({
  code: z.string().max(2000).default(''),
  state: z.string().max(200).default(''),
})
const Ways = z.object({ sso: z.boolean() })

/** Single sign-on for staff, where the settings name a provider. */
export const oidcRoutes: Routes = async (app) => {
  const { perPlaceAway } = signInLimits(app)

  app.get('/api/auth/ways', { schema: { tags, response: { 200: Ways } } }, async () => ({
    sso: app.oidc !== null,
  }))

  app.get('/api/auth/oidc', { schema: { tags }, preHandler: [perPlaceAway] }, async (request, reply) => {
    if (app.oidc === null) throw new Refusal('not_found')
    const { address, away } = await beginOidc(app.oidc, request.ctx.clock.now())
    setAway(request, reply, [away.state, away.nonce, away.verifier].join('.'), awaySeconds)
    return reply.redirect(address, 303)
  })

  const back = { schema: { tags, querystring: Back }, preHandler: [perPlaceAway] }
  app.get('/api/auth/oidc/callback', back, async (request, reply) => {
    if (app.oidc === null) throw new Refusal('not_found')
    const away = awayOf(request)
    setAway(request, reply, '', 0)
    try {
      const opened = await endOidc(request.ctx, app.oidc, { ...request.query, away }, fromOf(request))
      setSessionCookie(request, reply, opened.token)
      return await reply.redirect('/console/', 303)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return reply.redirect('/console/?sso=refused', 303)
    }
  })
}

const macOf = (request: FastifyRequest, text: string): string =>
  createHmac('sha256', request.ctx.district.secret('oidc')).update(text).digest('base64url')

function setAway(request: FastifyRequest, reply: FastifyReply, text: string, maxAge: number): void {
  const secure = request.protocol === 'https'
  const value = text === '' ? '' : `${text}.${macOf(request, text)}`
  // Lax: the provider sends the browser back by a link of another site.
  reply.setCookie(awayCookie, value, {
    httpOnly: true,
    sameSite: 'lax',
    path: '/api/auth/oidc',
    maxAge,
    secure,
  })
}

/** What this browser set out with, or null where its cookie is none of ours. */
function awayOf(request: FastifyRequest): Away | null {
  const parts = (request.cookies[awayCookie] ?? '').split('.')
  const [state, nonce, verifier, mac, ...more] = parts
  if (!state || !nonce || !verifier || !mac || more.length > 0) return null
  const right = Buffer.from(macOf(request, [state, nonce, verifier].join('.')))
  const given = Buffer.from(mac)
  return given.length === right.length && timingSafeEqual(given, right) ? { state, nonce, verifier } : null
}
