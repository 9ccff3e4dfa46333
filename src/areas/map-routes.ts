import { z } from 'zod'
import type { Routes } from '../platform/http/server.ts'
import { ApplyAreaChange, AreaChanged } from './change.contract.ts'
import { applyAreaChange } from './change-areas.ts'
import { MapAreas, MapAreasQuery, MapCard } from './map.contract.ts'
import { readMapAreas, readMapCard } from './read-map.ts'

const tags = ['map']

/** A map of a whole district in detail. */
const fileBytes = 20_000_000

/** The district's outlines for everybody's map, and changes of them by those who may. */
export const mapRoutes: Routes = async (app) => {
  app.get('/api/map', { schema: { tags, response: { 200: MapCard } } }, (request) =>
    readMapCard(request.ctx, app.tiles),
  )
  app.get(
    '/api/map/areas',
    { schema: { tags, querystring: MapAreasQuery, response: { 200: MapAreas, 304: z.undefined() } } },
    async (request, reply) => {
      const { page, etag } = await readMapAreas(request.ctx, request.query)
      reply.header('etag', etag).header('cache-control', 'public, max-age=0, must-revalidate')
      if (request.headers['if-none-match'] === etag) return reply.code(304).send(undefined)
      return page
    },
  )
  app.post(
    '/api/map/changes',
    {
      bodyLimit: fileBytes,
      // Before the file is read into memory: whoever may not change areas cannot fill it.
      onRequest: async ({ ctx }) => ctx.must('area.manage'),
      schema: { tags, body: ApplyAreaChange, response: { 200: AreaChanged } },
    },
    (request) => applyAreaChange(request.ctx, request.body),
  )
}
