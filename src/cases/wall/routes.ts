import { Readable } from 'node:stream'
import type { Routes } from '../../platform/http/server.ts'
import { areaAsked } from '../figures/area-asked.ts'
import { changesOf } from './changes.ts'
import { Wall, WallQuery } from './contract.ts'
import { wallOf } from './wall.ts'

const tags = ['wall']

/** How an area stands now, and a word whenever that changes. */
export const wallRoutes: Routes = async (app) => {
  const closing = new AbortController()
  app.addHook('preClose', () => closing.abort())
  app.get('/api/wall', { schema: { tags, querystring: WallQuery, response: { 200: Wall } } }, (request) =>
    wallOf(request.ctx, request.query),
  )
  app.get('/api/wall/stream', { schema: { tags } }, async (request, reply) => {
    // Whoever may see no wall need not hear how much goes on in the district.
    await areaAsked(request.ctx, undefined)
    const gone = new AbortController()
    request.raw.once('close', () => gone.abort())
    const words = changesOf(request.ctx, AbortSignal.any([closing.signal, gone.signal]))
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
