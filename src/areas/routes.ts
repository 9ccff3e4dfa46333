import { z } from 'zod'
import type { Routes } from '../platform/http/server.ts'
import {
  AreaCoverage,
  AreaEnded,
  AreaMoved,
  AreaPage,
  AreaPath,
  DistrictCard,
  EndArea,
  FindAreas,
  ListAreas,
  LocateArea,
  MoveArea,
  Place,
} from './contract.ts'
import { endArea } from './end-area.ts'
import { areaFileRoutes } from './file-routes.ts'
import { moveArea } from './move-area.ts'
import {
  findAreas,
  listAreas,
  locateArea,
  readArea,
  readCoverage,
  readDistrict,
  readPlace,
} from './read-areas.ts'

const ById = z.object({ id: z.uuid() })
const tags = ['areas']

export const areaRoutes: Routes = async (app) => {
  await app.register(areaFileRoutes)
  app.get('/api/district', { schema: { tags, response: { 200: DistrictCard } } }, (request) =>
    readDistrict(request.ctx),
  )
  app.get(
    '/api/areas',
    { schema: { tags, querystring: ListAreas, response: { 200: AreaPage } } },
    (request) => listAreas(request.ctx, request.query),
  )
  app.get(
    '/api/areas/find',
    { schema: { tags, querystring: FindAreas, response: { 200: z.array(AreaPath) } } },
    (request) => findAreas(request.ctx, request.query),
  )
  app.get(
    '/api/areas/locate',
    { schema: { tags, querystring: LocateArea, response: { 200: AreaPath } } },
    (request) => locateArea(request.ctx, request.query),
  )
  app.get('/api/areas/:id', { schema: { tags, params: ById, response: { 200: AreaPath } } }, (request) =>
    readArea(request.ctx, request.params.id),
  )
  app.get(
    '/api/areas/:id/coverage',
    { schema: { tags, params: ById, response: { 200: AreaCoverage } } },
    (request) => readCoverage(request.ctx, request.params.id),
  )
  app.get(
    '/api/places/:code',
    { schema: { tags, params: z.object({ code: z.string().max(40) }), response: { 200: Place } } },
    (request) => readPlace(request.ctx, request.params.code),
  )
  app.post(
    '/api/areas/:id/move',
    { schema: { tags, params: ById, body: MoveArea, response: { 200: AreaMoved } } },
    (request) => moveArea(request.ctx, request.params.id, request.body),
  )
  app.post(
    '/api/areas/:id/end',
    { schema: { tags, params: ById, body: EndArea, response: { 200: AreaEnded } } },
    (request) => endArea(request.ctx, request.params.id, request.body),
  )
}
