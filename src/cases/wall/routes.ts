import { Readable } from 'node:stream'
import { z } from 'zod'
import { Refusal } from '../../kernel/refusal.ts'
import type { Routes } from '../../platform/http/server.ts'
import { areaAsked } from '../figures/area-asked.ts'
import { changesOf } from './changes.ts'
import { ReportsPage, ReportsQuery, Wall, WallQuery } from './contract.ts'
import { reportsOf } from './reports.ts'
import { wallOf } from './wall.ts'

const tags = ['wall']
const Params = z.object({ id: z.uuid() })

/** So many lines one account may hold at a server: every screen of a hall signed in as one, and no more. */
const mostLines = 32

/** How an area stands now, and a word whenever that changes. */
export const wallRoutes: Routes = async (app) => {
  const closing = new AbortController()
  const lines = new Map<string, number>()
  app.addHook('preClose', () => closing.abort())
  app.get('/api/wall', { schema: { tags, querystring: WallQuery, response: { 200: Wall } } }, (request) =>
    wallOf(request.ctx, request.query),
  )
  app.get(
    '/api/cases/:id/reports',
    { schema: { tags, params: Params, querystring: ReportsQuery, response: { 200: ReportsPage } } },
    (request) => reportsOf(request.ctx, request.params.id, request.query),
  )
  // A head alone would wait for a word that it never reads.
  app.get('/api/wall/stream', { schema: { tags }, exposeHeadRoute: false }, async (request, reply) => {
    // Whoever may see no wall need not hear how much goes on in the district.
    await areaAsked(request.ctx, undefined)
    // Who left meanwhile is never heard to leave again, and would hold a line for good.
    if (request.raw.destroyed) return reply.hijack()
    const gone = new AbortController()
    const { actor } = request.ctx.who
    const held = lines.get(actor) ?? 0
    if (held >= mostLines) throw new Refusal('too_many_requests', { seconds: 60 })
    lines.set(actor, held + 1)
    request.raw.once('close', () => {
      gone.abort()
      const left = lines.get(actor)! - 1
      if (left > 0) lines.set(actor, left)
      else lines.delete(actor)
    })
    const words = changesOf(request.ctx.district, AbortSignal.any([closing.signal, gone.signal]))
    return (
      reply
        .header('content-type', 'text/event-stream; charset=utf-8')
        .header('cache-control', 'no-store')
        // A proxy that waits for more would keep every word back.
        .header('x-accel-buffering', 'no')
        .send(Readable.from(words))
    )
  })
}
