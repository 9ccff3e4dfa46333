import { z } from 'zod'
import type { Routes } from '../../platform/http/server.ts'
import { ActReceipt } from '../acts.contract.ts'
import { callBack } from './call-back.ts'
import { caseClosing } from './case-closing.ts'
import {
  CallBack,
  CallBackPage,
  CallBacksQuery,
  CallResults,
  CaseClosing,
  DecideReopening,
  FlagPage,
  FlagsQuery,
  LookAtClosing,
  ReopeningPage,
  ReopeningsQuery,
  ResultsQuery,
} from './closing.contract.ts'
import { decideReopening } from './decide-reopening.ts'
import { askedReopenings, callBacks, flaggedClosings } from './lists.ts'
import { lookAtClosing } from './look-at-closing.ts'
import { callResults } from './results.ts'

const Params = z.object({ id: z.uuid() })
const response = { 200: ActReceipt }

/** No hollow closing: marks and who looks at them, call-backs, and what is asked for once more. */
export const closingRoutes: Routes = async (app) => {
  app.get(
    '/api/closings',
    { schema: { querystring: FlagsQuery, response: { 200: FlagPage } } },
    async (request) => flaggedClosings(request.ctx, request.query),
  )
  app.get(
    '/api/call-backs',
    { schema: { querystring: CallBacksQuery, response: { 200: CallBackPage } } },
    async (request) => callBacks(request.ctx, request.query),
  )
  app.get(
    '/api/call-backs/results',
    { schema: { querystring: ResultsQuery, response: { 200: CallResults } } },
    async (request) => callResults(request.ctx, request.query),
  )
  app.get(
    '/api/reopenings',
    { schema: { querystring: ReopeningsQuery, response: { 200: ReopeningPage } } },
    async (request) => askedReopenings(request.ctx, request.query),
  )
  app.get(
    '/api/cases/:id/closing',
    { schema: { params: Params, response: { 200: CaseClosing } } },
    async (request) => caseClosing(request.ctx, request.params.id),
  )
  app.post(
    '/api/cases/:id/look-at-closing',
    { schema: { params: Params, body: LookAtClosing, response } },
    async (request) => lookAtClosing(request.ctx, request.params.id, request.body),
  )
  app.post(
    '/api/cases/:id/call-back',
    { schema: { params: Params, body: CallBack, response } },
    async (request) => callBack(request.ctx, request.params.id, request.body),
  )
  app.post(
    '/api/cases/:id/decide-reopening',
    { schema: { params: Params, body: DecideReopening, response } },
    async (request) => decideReopening(request.ctx, request.params.id, request.body),
  )
}
