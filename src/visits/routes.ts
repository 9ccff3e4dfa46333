import { z } from 'zod'
import type { Routes } from '../platform/http/server.ts'
import { sendSheet } from '../platform/sheet/send-sheet.ts'
import * as shape from './contract.ts'
import { countDistrict } from './count-district.ts'
import { countVisits } from './count-visits.ts'
import { exportVisits } from './export-visits.ts'
import { homeVisits } from './home-visits.ts'
import { listVisits } from './list-visits.ts'
import { logVisit } from './log-visit.ts'
import { homesToLookAfter } from './look-after.ts'
import { fieldVisits } from './plan.ts'
import { readVisitRules, setVisitRule } from './set-rule.ts'
import { endWish, takeBackVisit } from './take-back-visit.ts'

const tags = ['visits']
const params = z.object({ id: z.uuid() })

/** What is read of visits: the day's homes, one home, the desk's list and counts, the rules. */
const readRoutes: Routes = async (app) => {
  app.get('/api/field/visits', { schema: { tags, response: { 200: shape.FieldVisits } } }, (request) =>
    fieldVisits(request.ctx),
  )
  app.get('/api/field/look-after', { schema: { tags, response: { 200: shape.LookAfter } } }, (request) =>
    homesToLookAfter(request.ctx),
  )
  app.get(
    '/api/visits/homes/:id',
    { schema: { tags, params, response: { 200: shape.HomeVisits } } },
    (request) => homeVisits(request.ctx, request.params.id),
  )
  app.get(
    '/api/visits',
    { schema: { tags, querystring: shape.ListVisits, response: { 200: shape.VisitPage } } },
    (request) => listVisits(request.ctx, request.query),
  )
  app.get(
    '/api/visits/counts',
    { schema: { tags, querystring: shape.CountVisits, response: { 200: shape.VisitCounts } } },
    (request) => countVisits(request.ctx, request.query),
  )
  app.get(
    '/api/visits/district',
    { schema: { tags, querystring: shape.CountDistrictVisits, response: { 200: shape.DistrictVisits } } },
    (request) => countDistrict(request.ctx, request.query),
  )
  app.get(
    '/api/visits/sheet',
    { schema: { tags, querystring: shape.ExportVisits } },
    async (request, reply) => sendSheet(reply, request.ctx, await exportVisits(request.ctx, request.query)),
  )
  app.get('/api/visit-rules', { schema: { tags, response: { 200: shape.VisitRules } } }, (request) =>
    readVisitRules(request.ctx),
  )
}

/** Face to face (走访): planned by need, logged at the door. */
export const visitRoutes: Routes = async (app) => {
  await app.register(readRoutes)
  app.post(
    '/api/visits',
    { schema: { tags, body: shape.LogVisit, response: { 201: shape.VisitDone } } },
    async (request, reply) => reply.code(201).send(await logVisit(request.ctx, request.body)),
  )
  app.post(
    '/api/visits/:id/take-back',
    { schema: { tags, params, body: shape.TakeBackVisit, response: { 200: shape.VisitDone } } },
    (request) => takeBackVisit(request.ctx, request.params.id, request.body),
  )
  app.post(
    '/api/visit-wishes/:id/end',
    { schema: { tags, params, body: shape.TakeBackVisit, response: { 200: shape.VisitDone } } },
    (request) => endWish(request.ctx, request.params.id, request.body),
  )
  app.post(
    '/api/visit-rules',
    { schema: { tags, body: shape.SetVisitRule, response: { 201: z.object({ id: z.uuid() }) } } },
    async (request, reply) => reply.code(201).send(await setVisitRule(request.ctx, request.body)),
  )
}
