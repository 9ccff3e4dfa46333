import type { FastifyBaseLogger, FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '../../kernel/refusal.ts'
import type { CodeSettings } from '../../platform/code-settings.ts'
import type { Ctx, District } from '../../platform/ctx.ts'
import type { Routes } from '../../platform/http/server.ts'
import { ChangePassword, SendCode, SignInByCode, SignInByName } from '../contract.ts'
import { countAttempts } from './attempts.ts'
import { changePassword } from './change-password.ts'
import { gatewayOf } from './code-gateway.ts'
import type { SignInByCodes } from './codes.ts'
import { phoneIn, signInLimits } from './limits.ts'
import { oidcRoutes } from './oidc-routes.ts'
import { passkeyRoutes } from './passkey/routes.ts'
import { passSecondFactor } from './second-factor.ts'
import { SecondFactorCode, SignedIn } from './security.contract.ts'
import { securityRoutes } from './security-routes.ts'
import {
  dropSessionCookie,
  fromOf,
  type Opened,
  openSession,
  rememberDevice,
  setSessionCookie,
  tokenOf,
} from './session-of.ts'
import { deleteSessionOf } from './sessions.sql.ts'
import { signInByName } from './sign-in-by-name.ts'

const tags = ['people']
const done = { tags, response: { 200: SignedIn } }

/**
 * The doors of sign-in that stand open. Each answers only whether one is signed in and what is still needed: the session
 * travels in a cookie that scripts cannot read, and a wrong name looks like a wrong password.
 */
export const signInRoutes: Routes = async (app) => {
  const attempts = countAttempts()
  const limits = signInLimits(app)
  const { perPlace } = limits

  app.addHook('preHandler', async (request) => {
    // Browsers say where a request comes from: another site's page may sign nobody in or out.
    // Only a provider sends people back here, and what they left with must fit.
    if (
      request.headers['sec-fetch-site'] === 'cross-site' &&
      !request.url.startsWith('/api/auth/oidc/callback')
    )
      throw new Refusal('not_permitted', { act: 'sign_in' })
  })

  app.post(
    '/api/auth/sign-in/username',
    { schema: { body: SignInByName, ...done }, preHandler: [perPlace] },
    async (request, reply) => {
      const opened = await signInByName(request.ctx, attempts, request.body, fromOf(request))
      const answer = entered(request, reply, opened)
      // What a password alone has shown is not enough to know a device by, where a second factor is asked for.
      if (opened.needs !== 'second_factor') rememberDevice(request, reply, opened.accountName)
      return answer
    },
  )
  app.post(
    '/api/auth/second-factor',
    { schema: { body: SecondFactorCode, ...done }, preHandler: [perPlace] },
    async (request, reply) => {
      const { code } = request.body
      const opened = await passSecondFactor(request.ctx, attempts, code, tokenOf(request), fromOf(request))
      const answer = entered(request, reply, opened)
      rememberDevice(request, reply, opened.accountName)
      return answer
    },
  )
  residentDoors(app, limits)
  app.post(
    '/api/auth/change-password',
    { schema: { body: ChangePassword, ...done }, preHandler: [perPlace] },
    async (request, reply) =>
      entered(request, reply, await changePassword(request.ctx, attempts, request.body, fromOf(request))),
  )
  app.post('/api/auth/sign-out', { schema: done }, async (request, reply) => {
    const token = tokenOf(request)
    if (token !== null) await deleteSessionOf(request.ctx.district.pools.auth, token)
    dropSessionCookie(request, reply)
    return { signedIn: false, needs: null }
  })
  await app.register(securityRoutes(attempts))
  await app.register(passkeyRoutes(attempts))
  await app.register(oidcRoutes)
}

/** Residents sign in by a one-time code to their telephone. */
function residentDoors(
  app: Parameters<Routes>[0],
  { perPlace, codesPerPhone, guessesPerPhone }: ReturnType<typeof signInLimits>,
): void {
  const codesOf = codesByDistrict(app.codes, app.log)
  app.post(
    '/api/auth/phone-number/send-otp',
    { schema: { body: SendCode, ...done }, preHandler: [perPlace, codesPerPhone] },
    async (request) => {
      const { send } = await codesOf(request.ctx)
      await send(phoneIn(request.body.phoneNumber))
      return { signedIn: false, needs: null }
    },
  )
  app.post(
    '/api/auth/phone-number/verify',
    { schema: { body: SignInByCode, ...done }, preHandler: [perPlace, guessesPerPhone] },
    async (request, reply) => {
      const { verify } = await codesOf(request.ctx)
      const accountId = await verify(phoneIn(request.body.phoneNumber), request.body.code)
      const opened = await openSession(request.ctx, accountId, fromOf(request), { asksSecondFactor: false })
      return entered(request, reply, opened)
    },
  )
}

function entered(request: FastifyRequest, reply: FastifyReply, { token, needs }: Opened): SignedIn {
  setSessionCookie(request, reply, token)
  return { signedIn: needs !== 'second_factor', needs }
}

/** One-time codes of each district, opened when the first person asks for one. */
function codesByDistrict(
  settings: CodeSettings | null,
  log: FastifyBaseLogger,
): (ctx: Ctx) => Promise<SignInByCodes> {
  const opened = new WeakMap<District, Promise<SignInByCodes>>()
  return ({ district, clock }) => {
    const known = opened.get(district)
    if (known) return known
    const opening = import('./codes.ts').then(({ openCodes }) =>
      openCodes(district, clock, gatewayOf(settings, district, clock, log), (text) =>
        log.error({ part: 'sign-in' }, text),
      ),
    )
    opened.set(district, opening)
    return opening
  }
}
