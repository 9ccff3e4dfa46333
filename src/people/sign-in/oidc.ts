import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { newId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { OidcSettings } from '../../platform/oidc-settings.ts'
import { districtChain } from '../chain.ts'
import { peopleLine } from '../events.ts'
import { findByName } from './credential-check.sql.ts'
import { type ProviderKey, readIdToken } from './id-token.rule.ts'
import { dropLink, findLinked, linkProvider } from './oidc.sql.ts'
import { type From, type Opened, openSession } from './session-of.ts'

const patienceMs = 5_000
/** How long what a provider said of its doors is gone by. */
const keptMinutes = 10

const Discovered = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
})
const Tokens = z.object({ id_token: z.string().max(20_000) })
const Keys = z.object({ keys: z.array(z.record(z.string(), z.unknown())).max(100) })

/** What a browser keeps while it is away at the provider: the answer must fit to it. */
export interface Away {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** Where to send a browser that signs in, and what it keeps until it comes back. Throws where the provider is not there. */
export async function beginOidc(
  settings: OidcSettings,
  at: Temporal.Instant,
): Promise<{ address: string; away: Away }> {
  const { authorization_endpoint } = await discovered(settings, at)
  const [state, nonce, verifier] = [random(), random(), random()]
  const address = new URL(authorization_endpoint)
  const query = {
    response_type: 'code',
    client_id: settings.clientId,
    redirect_uri: settings.callback,
    scope: 'openid profile',
    state,
    nonce,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  }
  for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value)
  return { address: address.href, away: { state, nonce, verifier } }
}

/**
 * Opens a session for whoever comes back from the provider. Their account is the one that their subject was linked to, or
 * at first the staff account of the name that the provider gives; nobody gets an account by it. A second factor is the
 * provider's to ask for. Refuses `sign_in_wrong` for whatever does not fit, and says no more.
 */
export async function endOidc(
  ctx: Ctx,
  settings: OidcSettings,
  { code, state, away }: { code: string; state: string; away: Away | null },
  from: From,
): Promise<Opened> {
  if (away === null || state !== away.state) throw new Refusal('sign_in_wrong')
  const { token_endpoint, jwks_uri, issuer } = await discovered(settings, ctx.clock.now())
  const body = new URLSearchParams({
    grant_type: 'authorization_code',
    code,
    redirect_uri: settings.callback,
    code_verifier: away.verifier,
  })
  const basic = [settings.clientId, settings.clientSecret].map(encodeURIComponent).join(':')
  const authorization = `Basic ${Buffer.from(basic).toString('base64')}`
  const tokens = Tokens.safeParse(
    await asked(token_endpoint, { method: 'POST', body, headers: { authorization } }),
  )
  if (!tokens.success) throw new Refusal('sign_in_wrong')
  const { keys } = Keys.parse(await asked(jwks_uri))
  const claims = readIdToken(tokens.data.id_token, keys as ProviderKey[], {
    issuer,
    clientId: settings.clientId,
    nonce: away.nonce,
    nowSeconds: Math.floor(ctx.clock.now().epochMilliseconds / 1000),
  })
  if (claims === null) throw new Refusal('sign_in_wrong')
  const accountId = await accountOf(ctx, String(claims.sub), claims[settings.nameClaim])
  return openSession(ctx, accountId, from, { asksSecondFactor: false, factorElsewhere: true })
}

async function accountOf(ctx: Ctx, subject: string, name: unknown): Promise<string> {
  const { auth } = ctx.district.pools
  const linked = await findLinked(auth, subject)
  if (linked !== null) return linked
  const found = typeof name === 'string' && name.length <= 60 ? await findByName(auth, name) : null
  if (found === null) throw new Refusal('sign_in_wrong')
  await link(ctx, found.accountId, subject)
  return found.accountId
}

/** Links a subject to an account, with its line. Refuses `sign_in_wrong` an account that another subject holds. */
async function link(ctx: Ctx, accountId: string, subject: string): Promise<void> {
  const { auth } = ctx.district.pools
  const at = ctx.clock.now()
  const id = newId(at.epochMilliseconds)
  const chain = await districtChain(ctx)
  let linkStands = false
  try {
    await ctx.transaction(async (tx) => {
      tx.record(peopleLine('account.provider_linked', { chain, subject: accountId, data: { accountId } }))
      linkStands = await linkProvider(auth, { id, accountId, subject, at })
      if (!linkStands) throw new Refusal('sign_in_wrong')
    })
  } catch (error) {
    if (linkStands) await dropLink(auth, id)
    throw error
  }
}

const random = (): string => randomBytes(32).toString('base64url')

type Doors = z.infer<typeof Discovered>
const kept = new WeakMap<OidcSettings, { readonly doors: Doors; readonly at: Temporal.Instant }>()

/** The provider's doors, asked for once in some minutes: whoever only begins to sign in sends no request there. */
async function discovered(settings: OidcSettings, at: Temporal.Instant): Promise<Doors> {
  const known = kept.get(settings)
  const minutesAgo = known ? at.since(known.at).total('minutes') : -1
  if (known && minutesAgo >= 0 && minutesAgo < keptMinutes) return known.doors
  const { issuer } = settings
  const doors = Discovered.parse(await asked(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`))
  if (doors.issuer !== issuer) throw new Error('the provider calls itself otherwise than the settings do')
  kept.set(settings, { doors, at })
  return doors
}

/** What the provider answers, or null where it says no. Throws where it is not there: that is the operator's to see. */
async function asked(url: string, request: RequestInit = {}): Promise<unknown> {
  const answer = await fetch(url, { ...request, redirect: 'error', signal: AbortSignal.timeout(patienceMs) })
  return answer.ok ? answer.json() : null
}
