import { z } from 'zod'
import type { Routes } from '../../platform/http/server.ts'
import { acknowledgeClimb } from './acknowledge-climb.ts'
import { eraseAdvice, fileAdvice, listAdvice } from './advise.ts'
import { announceRules, readRules } from './announce-rules.ts'
import { answerCall, arriveAtSpot } from './answer-call.ts'
import { blowWhistle } from './blow-whistle.ts'
import { callMore } from './call-more.ts'
import * as shapes from './contract.ts'
import { coordinateCall, pressCall, rateCall } from './coordinate-call.ts'
import { eraseWhistleTexts } from './erase-texts.ts'
import { countWhistles, listRates, listWhistles } from './list-whistles.ts'
import { endWhistle, reviewWhistle } from './review-whistle.ts'
import { whistlePage } from './whistle-page.ts'

const params = z.object({ id: z.uuid() })
const done = { 200: shapes.WhistleReceipt }

/** Whistles: blown, looked at, reviewed, ended. */
export const whistleRoutes: Routes = async (app) => {
  app.post(
    '/api/whistles',
    { schema: { body: shapes.BlowWhistle, response: { 201: shapes.BlownWhistle } } },
    async (request, reply) => reply.code(201).send(await blowWhistle(request.ctx, request.body)),
  )
  app.get(
    '/api/whistles',
    { schema: { querystring: shapes.WhistleQuery, response: { 200: shapes.WhistlePage } } },
    async (request) => listWhistles(request.ctx, request.query),
  )
  app.get('/api/whistles/:id', { schema: { params, response: { 200: shapes.Whistle } } }, async (request) =>
    whistlePage(request.ctx, request.params.id),
  )
  app.post(
    '/api/whistles/:id/review',
    { schema: { params, body: shapes.ReviewWhistle, response: done } },
    async (request) => reviewWhistle(request.ctx, request.params.id, request.body),
  )
  app.post(
    '/api/whistles/:id/end',
    { schema: { params, body: shapes.EndWhistle, response: done } },
    async (request) => endWhistle(request.ctx, request.params.id, request.body),
  )
  app.post(
    '/api/whistles/:id/units',
    { schema: { params, body: shapes.CallMore, response: done } },
    async (request) => callMore(request.ctx, request.params.id, request.body),
  )
  app.post(
    '/api/whistles/:id/acknowledge',
    { schema: { params, body: shapes.AcknowledgeClimb, response: done } },
    async (request) => acknowledgeClimb(request.ctx, request.params.id, request.body),
  )
  app.post(
    '/api/whistles/:id/erase-texts',
    { schema: { params, body: shapes.EraseWhistleTexts, response: done } },
    async (request) => eraseWhistleTexts(request.ctx, request.params.id, request.body),
  )
  app.get('/api/whistles/count', { schema: { response: { 200: shapes.WaitingWhistles } } }, async (request) =>
    countWhistles(request.ctx),
  )
  app.get('/api/whistle-rates', { schema: { response: { 200: shapes.WhistleRates } } }, async (request) =>
    listRates(request.ctx),
  )
}

/** What the units called answer, and what the street says to each. */
export const whistleCallRoutes: Routes = async (app) => {
  const of = z.object({ id: z.uuid(), callId: z.uuid() })
  const at = (verb: string) => `/api/whistles/:id/calls/:callId/${verb}`
  for (const verb of ['sign', 'contact', 'act'] as const)
    app.post(at(verb), { schema: { params: of, body: shapes.CallAct, response: done } }, async (request) =>
      answerCall(request.ctx, request.params, verb, request.body),
    )
  app.post(
    at('refuse'),
    { schema: { params: of, body: shapes.CallWords, response: done } },
    async (request) => answerCall(request.ctx, request.params, 'refuse', request.body),
  )
  app.post(
    at('arrive'),
    { schema: { params: of, body: shapes.ArriveAtSpot, response: done } },
    async (request) => arriveAtSpot(request.ctx, request.params, request.body),
  )
  for (const verb of ['confirm', 'release'] as const)
    app.post(at(verb), { schema: { params: of, body: shapes.CallAct, response: done } }, async (request) =>
      coordinateCall(request.ctx, request.params, verb, request.body),
    )
  app.post(at('press'), { schema: { params: of, body: shapes.CallWords, response: done } }, async (request) =>
    pressCall(request.ctx, request.params, request.body),
  )
  app.post(at('rate'), { schema: { params: of, body: shapes.RateCall, response: done } }, async (request) =>
    rateCall(request.ctx, request.params, request.body),
  )
}

/** The limits as dated rules, and the streets' advice. */
export const whistleOfficeRoutes: Routes = async (app) => {
  const filed = shapes.FiledAdvice
  app.get('/api/whistle-rules', { schema: { response: { 200: shapes.WhistleRuleList } } }, async (request) =>
    readRules(request.ctx),
  )
  app.post(
    '/api/whistle-rules',
    { schema: { body: shapes.AnnounceWhistleRules, response: { 201: filed } } },
    async (request, reply) => reply.code(201).send(await announceRules(request.ctx, request.body)),
  )
  app.post(
    '/api/whistle-advice',
    { schema: { body: shapes.FileAdvice, response: { 201: filed } } },
    async (request, reply) => reply.code(201).send(await fileAdvice(request.ctx, request.body)),
  )
  app.get(
    '/api/whistle-advice',
    { schema: { querystring: shapes.AdviceQuery, response: { 200: shapes.AdvicePage } } },
    async (request) => listAdvice(request.ctx, request.query),
  )
  app.post(
    '/api/whistle-advice/:id/erase',
    { schema: { params, body: shapes.EraseAdvice, response: { 200: filed } } },
    async (request) => eraseAdvice(request.ctx, request.params.id, request.body),
  )
}
