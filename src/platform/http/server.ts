import { randomUUID } from 'node:crypto'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import fastify from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { jsonSchemaTransform, serializerCompiler } from 'fastify-type-provider-zod'
import { Refusal } from '../../kernel/refusal.ts'
import type { Clock } from '../clock.ts'
import type { CodeSettings } from '../code-settings.ts'
import type { Ctx, District, Must, Who } from '../ctx.ts'
import type { OidcSettings } from '../oidc-settings.ts'
import { type MessageSettings, noMessages, type TileSettings } from '../settings.ts'
import { runTransaction } from '../transaction.ts'
import { refuseBrokenTexts } from './clean-input.ts'
import { closedQueries } from './closed-queries.ts'
import { compressed } from './compressed.ts'
import { answerError } from './errors.ts'
import { askerOf } from './flood.ts'

/** A room's routes: request in, reply out, no decisions. */
export type Routes = FastifyPluginAsyncZod

declare module 'fastify' {
  interface FastifyRequest {
    ctx: Ctx
  }
  interface FastifyInstance {
    /** 1 where people use it; tests and benches, which come from one address, raise it. */
    limitFactor: number
    /** What lies under the maps, or null. */
    tiles: TileSettings | null
    /** What brings one-time codes to telephones, or null. */
    codes: CodeSettings | null
    /** Single sign-on for staff, or null. */
    oidc: OidcSettings | null
    /** What messages that leave the house need. */
    messages: MessageSettings
  }
}

export interface ServerParts {
  readonly district: District
  readonly clock: Clock
  /** Who asks: from the session, the client secret and the receipt code that the request carries. */
  readonly whoOf: (request: FastifyRequest) => Promise<Who>
  readonly must: Must
  readonly rooms: readonly Routes[]
  /** Called after each commit, so that followers need not wait for their next round. */
  readonly committed: () => void
  /** Says whether the database answers. */
  readonly ready: () => Promise<boolean>
  /** True: information and above, on stdout. */
  readonly log: boolean | { readonly level: string; readonly stream?: { write(line: string): void } }
  readonly limits?: { readonly perMinute: number }
  /** Whose word is taken for where a request came from; this machine's alone where left out. */
  readonly trustedProxies?: readonly string[]
  /** Tiles under the maps; none where left out. */
  readonly tiles?: TileSettings | null
  /** What brings one-time codes to telephones; nothing where left out. */
  readonly codes?: CodeSettings | null
  /** Single sign-on for staff; none where left out. */
  readonly oidc?: OidcSettings | null
  /** What messages that leave the house need; where left out they go to the known services alone. */
  readonly messages?: MessageSettings
}

const usualPerMinute = 600
const bodyLimitBytes = 1_000_000
const photoLimitBytes = 20_000_000

export async function buildServer(parts: ServerParts): Promise<FastifyInstance> {
  const app = fastify({
    logger: parts.log === false ? false : logOptions(parts.log === true ? { level: 'info' } : parts.log),
    bodyLimit: bodyLimitBytes,
    genReqId: () => randomUUID(),
    trustProxy: [...(parts.trustedProxies ?? ['loopback'])],
    forceCloseConnections: 'idle',
    return503OnClosing: true,
  })
  app.setValidatorCompiler(closedQueries)
  app.setSerializerCompiler(serializerCompiler)
  app.setErrorHandler(answerError)
  app.setNotFoundHandler((_request, reply) =>
    reply.code(404).send({ error: { code: 'not_found', facts: {} } }),
  )
  await app.register(cookie)
  await app.register(helmet, headersFor(parts.tiles ?? null))
  await app.register(multipart, { limits: { fileSize: photoLimitBytes, files: 9 } })
  await app.register(rateLimit, {
    global: true,
    max: parts.limits?.perMinute ?? usualPerMinute,
    timeWindow: 60_000,
    keyGenerator: askerOf,
    allowList: (request) => !/^\/(api|plain)\b/.test(request.url),
    errorResponseBuilder: (_request, context) =>
      new Refusal('too_many_requests', { seconds: Math.ceil(context.ttl / 1000) }),
  })
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Linli', description: '邻里 · community governance', version: '0.1.0' },
    },
    transform: jsonSchemaTransform,
  })
  await app.register(swaggerUi, { routePrefix: '/api/docs' })
  app.addHook('onSend', compressed)
  // What the API answers is mostly somebody's: no cache keeps it unless a route says otherwise.
  app.addHook('onSend', async ({ url }, reply) => {
    if (url.startsWith('/api') && !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
  })
  app.addHook('preValidation', async (request) => refuseBrokenTexts(request))
  app.decorateRequest('ctx', null as unknown as Ctx)
  app.decorate('tiles', parts.tiles ?? null)
  app.decorate('oidc', parts.oidc ?? null)
  app.decorate('messages', { getter: () => parts.messages ?? noMessages })
  app.decorate('codes', { getter: () => parts.codes ?? null })
  app.decorate('limitFactor', (parts.limits?.perMinute ?? usualPerMinute) / usualPerMinute)
  health(app, parts)
  await app.register(async (scope) => {
    // Before a route's limit, which counts by who asks, and before the body is read.
    scope.addHook('onRequest', async (request) => {
      request.ctx = makeCtx(parts, await parts.whoOf(request), request.log)
    })
    for (const room of parts.rooms) await scope.register(room)
  })
  return app
}

/** One ctx per request: who, clock, permission, transaction. */
export function makeCtx(
  parts: Pick<ServerParts, 'district' | 'clock' | 'must' | 'committed'>,
  who: Who,
  log: Ctx['log'],
): Ctx {
  const { district, clock } = parts
  return {
    who,
    clock,
    district,
    log,
    must: (act, at = {}) => parts.must(who, act, at),
    transaction: async (work) => {
      const result = await runTransaction(district, who, clock, work)
      parts.committed()
      return result
    },
    read: (work) => runTransaction(district, who, clock, work, true),
  }
}

function health(app: FastifyInstance, parts: ServerParts): void {
  const quiet = { logLevel: 'silent', schema: { hide: true } } as const
  app.get('/healthz', quiet, async () => ({ ok: true }))
  app.get('/readyz', quiet, async (_request, reply) => {
    const ready = await parts.ready()
    return reply.code(ready ? 200 : 503).send({ ok: ready })
  })
  app.get('/api/openapi.json', quiet, async () => app.swagger())
}

/** Paths without their query, status and time; never a body, a header, a cookie or an address of a person. */
const logOptions = (log: Exclude<ServerParts['log'], boolean>) => ({
  ...log,
  serializers: {
    req: (request: FastifyRequest) => ({ method: request.method, path: request.url.split('?')[0] }),
    err: (error: Error & { code?: string }) => ({
      type: error.name,
      code: error.code ?? '',
      message: '',
      stack: stackOnly(error),
    }),
  },
})

/** A database error's message can quote a row: the log keeps where it happened, not what it said. */
const stackOnly = (error: Error): string => error.stack?.split('\n').slice(1).join('\n') ?? ''

/** The pages may ask this server, and for tiles the one host that the settings name. */
function headersFor(tiles: TileSettings | null) {
  const own = tiles === null || tiles.template.startsWith('/')
  const tileHost = own ? [] : [new URL(tiles.template).origin]
  return {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // Ant Design writes its styles into the page.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:', ...tileHost],
        connectSrc: ["'self'", ...tileHost],
        workerSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
        // A district often starts on plain http inside its own network.
        upgradeInsecureRequests: null,
      },
    },
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'same-origin' as const },
  }
}
