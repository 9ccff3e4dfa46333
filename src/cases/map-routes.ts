import { ChangeAreas } from '../areas/change.contract.ts'
import type { Routes } from '../platform/http/server.ts'
import { boardMap, caseMap } from './case-map.ts'
import { AreaChangeEffects, BoardMap, BoardMapQuery, CaseMap, CaseMapQuery } from './map.contract.ts'
import { previewEffects } from './preview-effects.ts'

const tags = ['map']
/** A map of a whole district in detail. */
const fileBytes = 20_000_000

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
  // Here and not with the areas: only this room can say which cases a change would move.
  app.post(
    '/api/map/changes/preview',
    {
      bodyLimit: fileBytes,
      onRequest: async ({ ctx }) => ctx.must('area.manage'),
      schema: { tags, body: ChangeAreas, response: { 200: AreaChangeEffects } },
    },
    (request) => previewEffects(request.ctx, request.body),
  )
}
