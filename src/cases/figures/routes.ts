import type { Routes } from '../../platform/http/server.ts'
import { casesBehind } from './behind.ts'
import { BehindPage, BehindQuery, Figures, FiguresQuery, Trend, TrendQuery } from './contract.ts'
import { figuresFor } from './figures.ts'
import { trendOf } from './trend.ts'

const tags = ['figures']

/** What happened where, counted, and the cases behind it. */
export const figureRoutes: Routes = async (app) => {
  app.get(
    '/api/figures',
    { schema: { tags, querystring: FiguresQuery, response: { 200: Figures } } },
    (request) => figuresFor(request.ctx, request.query),
  )
  app.get(
    '/api/figures/trend',
    { schema: { tags, querystring: TrendQuery, response: { 200: Trend } } },
    (request) => trendOf(request.ctx, request.query),
  )
  app.get(
    '/api/figures/cases',
    { schema: { tags, querystring: BehindQuery, response: { 200: BehindPage } } },
    (request) => casesBehind(request.ctx, request.query),
  )
}
