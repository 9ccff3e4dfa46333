import { z } from 'zod'
import type { Routes } from '../../platform/http/server.ts'
import { ActReceipt, ArbitrateCase } from '../acts.contract.ts'
import { arbitrateCase } from './arbitrate-case.ts'
import { EndPrecedent, PrecedentPage, PrecedentsQuery } from './precedents.contract.ts'
import { listPrecedents, stopPrecedent } from './precedents.ts'

/** 争议裁定: the centre's word, and what is remembered of it. */
export const arbitrationRoutes: Routes = async (app) => {
  app.post(
    '/api/cases/:id/requests/:requestId/arbitrate',
    {
      schema: {
        params: z.object({ id: z.uuid(), requestId: z.uuid() }),
        body: ArbitrateCase,
        response: { 200: ActReceipt },
      },
    },
    async (request) => arbitrateCase(request.ctx, request.params.id, request.params.requestId, request.body),
  )
  app.get(
    '/api/precedents',
    { schema: { querystring: PrecedentsQuery, response: { 200: PrecedentPage } } },
    async (request) => listPrecedents(request.ctx, request.query),
  )
  app.post(
    '/api/precedents/:id/end',
    {
      schema: {
        params: z.object({ id: z.uuid() }),
        body: EndPrecedent,
        response: { 200: z.object({ id: z.uuid() }) },
      },
    },
    async (request) => stopPrecedent(request.ctx, request.params.id, request.body),
  )
}
