import { z } from 'zod'
import type { Ctx } from '../../platform/ctx.ts'
import { floodLimit } from '../../platform/http/flood.ts'
import type { Routes } from '../../platform/http/server.ts'
import { sendSheet } from '../../platform/sheet/send-sheet.ts'
import * as agree from './agree.ts'
import * as conduct from './conduct.ts'
import * as shapes from './contract.ts'
import { disputeFigures } from './dispute-figures.ts'
import { disputeSheet } from './dispute-sheet.ts'
import { DisputeExport, DisputeFigures, DisputeQuery } from './figures.contract.ts'
import { eraseParty } from './forget-party.ts'
import { countMediations, listMediations } from './list-mediations.ts'
import { mediationPage } from './mediation-page.ts'
import { askMediation, openMediation } from './open-mediation.ts'
import { askForOther, leaveMediation, sayInPrivate } from './own-acts.ts'
import { ownMediations } from './own-mediation.ts'
import {
  MediationPage,
  MediationQuery,
  MediationView,
  OwnMediationQuery,
  OwnMediations,
  WaitingMediations,
} from './page.contract.ts'
import { addParty, ownConsent, takeConsent } from './take-consent.ts'

const params = z.object({ id: z.uuid() })
const done = { 200: shapes.MediationReceipt }
const opened = { 201: shapes.PartyReceipt }

type Act<Body> = (ctx: Ctx, id: string, body: Body) => Promise<shapes.MediationReceipt>

/** Mediations, as the committee that conducts them sees and moves them. */
export const mediationRoutes: Routes = async (app) => {
  app.get(
    '/api/mediations',
    { schema: { querystring: MediationQuery, response: { 200: MediationPage } } },
    async (request) => listMediations(request.ctx, request.query),
  )
  app.get('/api/mediations/count', { schema: { response: { 200: WaitingMediations } } }, async (request) =>
    countMediations(request.ctx),
  )
  app.get(
    '/api/dispute-figures',
    { schema: { querystring: DisputeQuery, response: { 200: DisputeFigures } } },
    async (request) => disputeFigures(request.ctx, request.query),
  )
  app.get('/api/dispute-figures/sheet', { schema: { querystring: DisputeExport } }, async (request, reply) =>
    sendSheet(reply, request.ctx, await disputeSheet(request.ctx, request.query)),
  )
  app.get('/api/mediations/:id', { schema: { params, response: { 200: MediationView } } }, async (request) =>
    mediationPage(request.ctx, request.params.id),
  )
  app.post(
    '/api/cases/:id/mediation',
    { schema: { params, body: shapes.OpenMediation, response: opened } },
    async (request, reply) =>
      reply.code(201).send(await openMediation(request.ctx, request.params.id, request.body)),
  )
  app.post(
    '/api/mediations/:id/parties',
    { schema: { params, body: shapes.AddParty, response: opened } },
    async (request, reply) =>
      reply.code(201).send(await addParty(request.ctx, request.params.id, request.body)),
  )
  app.post(
    '/api/mediations/:id/erase-party',
    { schema: { params, body: shapes.EraseParty, response: { 200: shapes.ErasedParty } } },
    async (request) => eraseParty(request.ctx, request.params.id, request.body),
  )
  const act = <Body extends z.ZodType>(name: string, body: Body, work: Act<z.infer<Body>>) =>
    app.post(`/api/mediations/:id/${name}`, { schema: { params, body, response: done } }, async (request) =>
      work(request.ctx, (request.params as { id: string }).id, request.body as z.infer<Body>),
    )
  act('consent', shapes.TakeConsent, takeConsent)
  act('mediator', shapes.NameMediator, conduct.nameMediator)
  act('set-session', shapes.SetSession, conduct.setSession)
  act('move-session', shapes.MoveSession, conduct.moveSession)
  act('cancel-session', shapes.CancelSession, conduct.cancelSession)
  act('hold-session', shapes.HoldSession, conduct.holdSession)
  act('warn', shapes.WarnOfDanger, conduct.warnOfDanger)
  act('agree', shapes.WriteAgreement, agree.writeAgreement)
  act('reopen', shapes.ReopenAgreement, agree.reopenAgreement)
  act('sign', shapes.SignAgreement, agree.signAgreement)
  act('force', shapes.BringIntoForce, agree.bringIntoForce)
  act('visit', shapes.VisitParties, agree.visitParties)
  act('confirmed', shapes.NoteConfirmed, agree.noteConfirmed)
  act('end', shapes.EndMediation, conduct.endMediation)
}

/** What parties do, by account or by the receipt code in the header. */
export const ownMediationRoutes: Routes = async (app) => {
  // A receipt code has 60 bits; whoever tries codes is slowed long before one is found.
  const config = floodLimit({ anonymous: 120, account: 600 })
  app.get(
    '/api/my/mediations',
    { config, schema: { querystring: OwnMediationQuery, response: { 200: OwnMediations } } },
    async (request) => ownMediations(request.ctx, request.query),
  )
  app.post(
    '/api/follow/mediation',
    { config, schema: { body: shapes.AskMediation, response: { 201: shapes.MediationReceipt } } },
    async (request, reply) => reply.code(201).send(await askMediation(request.ctx, null, request.body)),
  )
  app.post(
    '/api/my/cases/:id/mediation',
    { schema: { params, body: shapes.AskMediation, response: { 201: shapes.MediationReceipt } } },
    async (request, reply) =>
      reply.code(201).send(await askMediation(request.ctx, request.params.id, request.body)),
  )
  const act = <Body extends z.ZodType>(name: string, body: Body, work: Act<z.infer<Body>>) =>
    app.post(
      `/api/my/mediations/:id/${name}`,
      { config, schema: { params, body, response: done } },
      async (request) =>
        work(request.ctx, (request.params as { id: string }).id, request.body as z.infer<Body>),
    )
  act('consent', shapes.OwnConsent, ownConsent)
  act('say', shapes.OwnWords, sayInPrivate)
  act('ask-other', shapes.OwnReason, askForOther)
  act('leave', shapes.OwnReason, leaveMediation)
}
