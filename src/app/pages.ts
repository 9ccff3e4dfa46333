import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** The faces that live below their own address; every other address is the portal's. */
const faces = new Set(['field', 'console', 'screen', 'kit'])

/** Assets carry a hash of their content in their name: what was fetched once need never be asked for again. */
const forGood = { maxAge: '365d', immutable: true } as const
const askAgain = { maxAge: 0 } as const

/**
 * Serves the built pages from `folder`. An address without an ending belongs to a face, which finds its own page by
 * it; it is answered to whoever takes a page, and to nobody else. A page of the portal that was built with a first paint
 * of its own (src/web/first-paint.ts) is answered with it.
 */
export async function servePages(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: folder,
    serve: false,
    index: false,
    dotfiles: 'ignore',
    preCompressed: true,
  })
  const built = new Set(readdirSync(folder).filter((name) => existsSync(join(folder, name, 'index.html'))))
  const quiet = { logLevel: 'warn', schema: { hide: true } } as const
  app.get('/*', quiet, async (request: FastifyRequest<{ Params: { '*': string } }>, reply) => {
    const path = request.params['*']
    if (path.startsWith('api/')) return reply.callNotFound()
    if (path.startsWith('assets/')) return reply.sendFile(path, forGood)
    // The worker stands below /field/ and serves /field itself too.
    if (path === 'field/sw.js') reply.header('service-worker-allowed', '/field')
    if (/\.\w+$/.test(path)) return reply.sendFile(path, askAgain)
    return sendFace(request, reply, pageFor(path, built))
  })
}

/** The file of the page at an address, of those folders that were `built` with a page of their own. */
function pageFor(path: string, built: ReadonlySet<string>): string {
  const page = path.replace(/\/$/, '') || 'home'
  const [first = ''] = page.split('/')
  const own = faces.has(first) ? first : page
  return built.has(own) ? `${own}/index.html` : 'index.html'
}

/** Who names nothing takes anything (RFC 9110 §12.5.1): programs that make a preview of a link often do. */
const takesPage = ({ headers }: FastifyRequest): boolean =>
  /text\/(html|\*)|\*\/\*/.test(headers.accept ?? '*/*')

function sendFace(request: FastifyRequest, reply: FastifyReply, file: string) {
  if (!takesPage(request)) return reply.callNotFound()
  return reply.sendFile(file, askAgain)
}
