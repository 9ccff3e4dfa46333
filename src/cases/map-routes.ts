import type { Routes } from '../platform/http/server.ts'
import { boardMap, caseMap } from './case-map.ts'
import { BoardMap, BoardMapQuery, CaseMap, CaseMapQuery } from './map.contract.ts'

const tags = ['map']

/** Cases on maps: each where it is for the posts that see it, counts by community for everybody. */
export const caseMapRoutes: Routes = async (app) => {
  app.get(
    '/api/map/cases',
    { schema: { tags, querystring: CaseMapQuery, response: { 200: CaseMap } } },
    (request) => caseMap(request.ctx, request.query),
  )
  app.get(
    '/api/map/board',
    { schema: { tags, querystring: BoardMapQuery, response: { 200: BoardMap } } },
    (request) => boardMap(request.ctx, request.query),
  )
}
