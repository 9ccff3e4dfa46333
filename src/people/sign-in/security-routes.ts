import { z } from 'zod'
import type { Routes } from '../../platform/http/server.ts'
import type { Attempts } from './attempts.ts'
import { resetSecondFactor, secondFactorKinds, setSecondFactorKinds } from './factor-of-others.ts'
import { endOtherOwnSessions, endOwnSession, ownSecurity } from './own-sessions.ts'
import {
  beginSecondFactor,
  confirmSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
} from './second-factor.ts'
import {
  EndedSessions,
  OwnPassword,
  OwnSecurity,
  RecoveryCodes,
  SecondFactorCode,
  SecondFactorKinds,
  SecondFactorReset,
  TotpToSetUp,
} from './security.contract.ts'
import { tokenOf } from './session-of.ts'

const tags = ['people']
const ById = z.object({ id: z.uuid() })

/** How one's own account is signed in to, and what an administrator does about others'. */
export const securityRoutes =
  (attempts: Attempts): Routes =>
  async (app) => {
    // What is answered here is one person's, and some of it is shown once.
    app.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store')
    })
    app.get('/api/my/security', { schema: { tags, response: { 200: OwnSecurity } } }, (request) =>
      ownSecurity(request.ctx, tokenOf(request)),
    )
    app.post(
      '/api/my/sessions/:id/end',
      { schema: { tags, params: ById, response: { 200: EndedSessions } } },
      (request) => endOwnSession(request.ctx, request.params.id),
    )
    app.post(
      '/api/my/sessions/end-others',
      { schema: { tags, response: { 200: EndedSessions } } },
      (request) => endOtherOwnSessions(request.ctx, tokenOf(request)),
    )
    app.post(
      '/api/auth/totp/begin',
      { schema: { tags, body: OwnPassword, response: { 200: TotpToSetUp } } },
      (request) => beginSecondFactor(request.ctx, attempts, request.body.password),
    )
    app.post(
      '/api/auth/totp/confirm',
      { schema: { tags, body: SecondFactorCode, response: { 200: RecoveryCodes } } },
      (request) => confirmSecondFactor(request.ctx, attempts, request.body.code, tokenOf(request) ?? ''),
    )
    app.post(
      '/api/auth/totp/remove',
      { schema: { tags, body: OwnPassword, response: { 200: z.object({}) } } },
      async (request) => {
        await removeSecondFactor(request.ctx, attempts, request.body.password)
        return {}
      },
    )
    app.post(
      '/api/auth/recovery-codes',
      { schema: { tags, body: OwnPassword, response: { 200: RecoveryCodes } } },
      (request) => renewRecoveryCodes(request.ctx, attempts, request.body.password),
    )
    app.post(
      '/api/accounts/:id/reset-second-factor',
      { schema: { tags, params: ById, response: { 200: SecondFactorReset } } },
      (request) => resetSecondFactor(request.ctx, request.params.id),
    )
    app.get(
      '/api/second-factor-kinds',
      { schema: { tags, response: { 200: SecondFactorKinds } } },
      (request) => secondFactorKinds(request.ctx),
    )
    app.put(
      '/api/second-factor-kinds',
      { schema: { tags, body: SecondFactorKinds, response: { 200: SecondFactorKinds } } },
      (request) => setSecondFactorKinds(request.ctx, request.body),
    )
  }
