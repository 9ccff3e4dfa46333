import { z } from 'zod'
import type { Routes } from '../../platform/http/server.ts'
import { acknowledgeEmergency } from './acknowledge.ts'
import { announceEmergencyKind, readEmergencyKinds } from './announce-kind.ts'
import { changeEmergency } from './change-emergency.ts'
import * as shapes from './contract.ts'
import { declareEmergency } from './declare-emergency.ts'
import { emergencyPage } from './emergency-page.ts'
import { endEmergency } from './end-emergency.ts'
import { listEmergencies, ownEmergencies, publicEmergencies } from './list-emergencies.ts'
import { practiseCase } from './practise-case.ts'

const params = z.object({ id: z.uuid() })
const announced = z.object({ id: z.uuid() })

/** What is on: for everybody, and for whoever works there. */
export const emergencyNowRoutes: Routes = async (app) => {
  app.get(
    '/api/emergencies/now',
    { schema: { response: { 200: shapes.PublicEmergencies } } },
    async (request) => publicEmergencies(request.ctx),
  )
  app.get(
    '/api/emergencies/mine',
    { schema: { response: { 200: shapes.OwnEmergencies } } },
    async (request) => ownEmergencies(request.ctx),
  )
  app.post(
    '/api/emergencies/:id/acknowledge',
    { schema: { params, body: shapes.AcknowledgeEmergency, response: { 200: shapes.Acknowledged } } },
    async (request) => acknowledgeEmergency(request.ctx, request.params.id, request.body),
  )
}

/** Declared, changed, ended; looked at; practised. */
export const emergencyRoutes: Routes = async (app) => {
  const receipt = shapes.EmergencyReceipt
  app.get(
    '/api/emergencies',
    { schema: { querystring: shapes.EmergencyQuery, response: { 200: shapes.EmergencyPage } } },
    async (request) => listEmergencies(request.ctx, request.query),
  )
  app.post(
    '/api/emergencies',
    { schema: { body: shapes.DeclareEmergency, response: { 201: receipt } } },
    async (request, reply) => reply.code(201).send(await declareEmergency(request.ctx, request.body)),
  )
  app.get(
    '/api/emergencies/:id',
    { schema: { params, response: { 200: shapes.Emergency } } },
    async (request) => emergencyPage(request.ctx, request.params.id),
  )
  app.post(
    '/api/emergencies/:id/change',
    { schema: { params, body: shapes.ChangeEmergency, response: { 200: receipt } } },
    async (request) => changeEmergency(request.ctx, request.params.id, request.body),
  )
  app.post(
    '/api/emergencies/:id/end',
    { schema: { params, body: shapes.EndEmergency, response: { 200: receipt } } },
    async (request) => endEmergency(request.ctx, request.params.id, request.body),
  )
  app.post(
    '/api/emergencies/:id/practice',
    { schema: { params, body: shapes.PractiseCase, response: { 201: shapes.PracticeReceipt } } },
    async (request, reply) =>
      reply.code(201).send(await practiseCase(request.ctx, request.params.id, request.body)),
  )
  app.get(
    '/api/emergency-kinds',
    { schema: { response: { 200: shapes.EmergencyKindList } } },
    async (request) => readEmergencyKinds(request.ctx),
  )
  app.post(
    '/api/emergency-kinds',
    { schema: { body: shapes.AnnounceEmergencyKind, response: { 201: announced } } },
    async (request, reply) => reply.code(201).send(await announceEmergencyKind(request.ctx, request.body)),
  )
}
