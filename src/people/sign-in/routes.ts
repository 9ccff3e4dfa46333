import type { FastifyBaseLogger, FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '../../kernel/refusal.ts'
import type { Ctx, District } from '../../platform/ctx.ts'
import type { Routes } from '../../platform/http/server.ts'
import { ChangePassword, SendCode, SignedIn, SignInByCode, SignInByName } from '../contract.ts'
import { outboxGateway } from './code-gateway.ts'
import type { SignIn } from './codes.ts'
import { phoneIn, signInLimits } from './limits.ts'

const done = { response: { 200: SignedIn } }

/**
 * The doors of sign-in that stand open, and no other of better-auth's. Each answers only whether one is signed in:
 * the session travels in a cookie that scripts cannot read, and a wrong name looks like a wrong password.
 */
export const signInRoutes: Routes = async (app) => {
  const signInOf = signInByDistrict(app.log)
  const { perAddress, perName, perNameAnywhere, codesPerPhone, guessesPerPhone } = signInLimits(app)

  app.addHook('preHandler', async (request) => {
    // Browsers say where a request comes from: another site's page may sign nobody in or out.
    if (request.headers['sec-fetch-site'] === 'cross-site')
      throw new Refusal('not_permitted', { act: 'sign_in' })
  })

  app.post(
    '/api/auth/sign-in/username',
    { schema: { body: SignInByName, ...done }, preHandler: [perAddress, perName, perNameAnywhere] },
    async (request, reply) => {
      const { api } = await signInOf(request.ctx)
      const answer = await api.signInUsername({ body: request.body, asResponse: true })
      return relay(request, reply, answer, true)
    },
  )
  app.post(
    '/api/auth/phone-number/send-otp',
    { schema: { body: SendCode, ...done }, preHandler: [perAddress, codesPerPhone] },
    async (request, reply) => {
      const { api } = await signInOf(request.ctx)
      const body = { phoneNumber: phoneIn(request.body.phoneNumber) }
      return relay(request, reply, await api.sendPhoneNumberOTP({ body, asResponse: true }), false)
    },
  )
  app.post(
    '/api/auth/phone-number/verify',
    { schema: { body: SignInByCode, ...done }, preHandler: [perAddress, guessesPerPhone] },
    async (request, reply) => {
      const { api } = await signInOf(request.ctx)
      const body = { phoneNumber: phoneIn(request.body.phoneNumber), code: request.body.code }
      return relay(request, reply, await api.verifyPhoneNumber({ body, asResponse: true }), true)
    },
  )
  app.post(
    '/api/auth/change-password',
    { schema: { body: ChangePassword, ...done }, preHandler: [perAddress] },
    async (request, reply) => {
      if (request.ctx.who.accountId === null) throw new Refusal('sign_in_needed')
      const { api } = await signInOf(request.ctx)
      const body = { ...request.body, revokeOtherSessions: true }
      const headers = cookieOf(request)
      return relay(request, reply, await api.changePassword({ body, headers, asResponse: true }), true)
    },
  )
  app.post('/api/auth/sign-out', { schema: done }, async (request, reply) => {
    const { api } = await signInOf(request.ctx)
    return relay(request, reply, await api.signOut({ headers: cookieOf(request), asResponse: true }), false)
  })
  // Also renews a session that is more than a day old.
  app.get('/api/auth/get-session', { schema: done }, async (request, reply) => {
    if (request.ctx.who.accountId === null) return { signedIn: false }
    const { api } = await signInOf(request.ctx)
    return relay(request, reply, await api.getSession({ headers: cookieOf(request), asResponse: true }), true)
  })
}

/** better-auth of each district, opened when the first person comes to sign in. */
function signInByDistrict(log: FastifyBaseLogger): (ctx: Ctx) => Promise<SignIn> {
  const opened = new WeakMap<District, Promise<SignIn>>()
  return ({ district, clock }) => {
    const known = opened.get(district)
    if (known) return known
    const opening = import('./codes.ts').then(({ openSignIn }) =>
      openSignIn(district, clock, outboxGateway(district, clock), (text) =>
        log.error({ part: 'sign-in' }, text),
      ),
    )
    opened.set(district, opening)
    return opening
  }
}

const cookieOf = (request: FastifyRequest): Headers => new Headers({ cookie: request.headers.cookie ?? '' })

/** Hands on better-auth's cookies and nothing of its body; every "no" of it is one and the same here. */
async function relay(request: FastifyRequest, reply: FastifyReply, answer: Response, signedIn: boolean) {
  if (answer.status === 403 || answer.status === 429) throw new Refusal('too_many_requests')
  if (answer.status >= 500) throw new Error(`sign-in answered ${answer.status}`)
  if (!answer.ok) throw new Refusal('sign_in_wrong')
  const secure = request.protocol === 'https' ? '; Secure' : ''
  for (const cookie of answer.headers.getSetCookie()) reply.header('set-cookie', `${cookie}${secure}`)
  return { signedIn }
}
