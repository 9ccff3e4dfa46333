import { z } from 'zod'
import type { Routes } from '../platform/http/server.ts'
import { MapAreas, MapAreasQuery, MapCard } from './map.contract.ts'
import { readMapAreas, readMapCard } from './read-map.ts'

const tags = ['map']

/** The district's outlines for everybody's map. */
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
}
