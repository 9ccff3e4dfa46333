import { z } from 'zod'
import type { Routes } from '../../../platform/http/server.ts'
import type { Attempts } from '../attempts.ts'
import { signInLimits } from '../limits.ts'
import { SignedIn } from '../security.contract.ts'
import { fromOf, setSessionCookie, tokenOf } from '../session-of.ts'
import { addPasskey, beginPasskey, ownAccountId, removePasskey } from './add-passkey.ts'
import { ask, takeAsked } from './challenge.ts'
import {
  BeginPasskey,
  NewPasskey,
  OwnPasskey,
  PasskeyAnswer,
  PasskeyAsked,
  PasskeyWanted,
} from './contract.ts'
import { signInByPasskey } from './sign-in-by-passkey.ts'

const tags = ['people']
const ById = z.object({ id: z.uuid() })

/** Signing in by a passkey, and adding and removing one's own. */
export const passkeyRoutes =
  (attempts: Attempts): Routes =>
  async (app) => {
    const { passkeysPerPlace, passkeysPerAccount } = signInLimits(app)
    app.post(
      '/api/auth/sign-in/passkey/begin',
      { schema: { tags, response: { 200: PasskeyAsked } }, preHandler: [passkeysPerPlace] },
      async (request, reply) => ask(request, reply, 'sign in'),
    )
    app.post(
      '/api/auth/sign-in/passkey',
      { schema: { tags, body: PasskeyAnswer, response: { 200: SignedIn } }, preHandler: [passkeysPerPlace] },
      async (request, reply) => {
        const asked = await takeAsked(request, reply, 'sign in')
        const { token, needs } = await signInByPasskey(request.ctx, asked, request.body, fromOf(request))
        setSessionCookie(request, reply, token)
        return { signedIn: true, needs }
      },
    )
    app.post(
      '/api/my/passkeys/begin',
      {
        schema: { tags, body: BeginPasskey, response: { 200: PasskeyWanted } },
        preHandler: [passkeysPerAccount],
      },
      async (request, reply) => {
        const wanted = await beginPasskey(request.ctx, attempts, request.body, tokenOf(request))
        return { ...ask(request, reply, `add ${ownAccountId(request.ctx)}`), ...wanted }
      },
    )
    app.post(
      '/api/my/passkeys',
      { schema: { tags, body: NewPasskey, response: { 200: OwnPasskey } }, preHandler: [passkeysPerAccount] },
      async (request, reply) => {
        const asked = await takeAsked(request, reply, `add ${ownAccountId(request.ctx)}`)
        return addPasskey(request.ctx, asked, request.body, fromOf(request))
      },
    )
    app.post(
      '/api/my/passkeys/:id/remove',
      { schema: { tags, params: ById, response: { 200: z.object({}) } } },
      async (request) => {
        await removePasskey(request.ctx, request.params.id)
        return {}
      },
    )
  }
