import { z } from 'zod'
import type { Ctx } from '../platform/ctx.ts'
import type { Routes } from '../platform/http/server.ts'
import * as acts from './acts.contract.ts'
import { checkCase, closeCase, replyCase } from './answer-case.ts'
import { ApprovalPage, ApprovalsQuery } from './approvals.contract.ts'
import { approvalsFor } from './approvals.ts'
import { arriveCase } from './arrive-case.ts'
import { Rehearsal, RehearseActs } from './bulk.contract.ts'
import { rehearseActs } from './bulk.ts'
import { casePage } from './case-page.ts'
import { decideRequest } from './decide-request.ts'
import { deskCounts, deskPage, findCase } from './desk.ts'
import { dispatchCase } from './dispatch-case.ts'
import { duplicatesOf } from './duplicates.ts'
import { FieldDay, FieldQuery } from './field-day.contract.ts'
import { fieldDay } from './field-day.ts'
import { FindCases, FoundCases } from './find/find.contract.ts'
import { findCases } from './find/find-cases.ts'
import { noteCase, resolveCase, signCase } from './handle-case.ts'
import { joinCase } from './join-case.ts'
import { ListingPage, ListingsQuery } from './listing/listings.contract.ts'
import { listingsFor } from './listing/listings.ts'
import { reviewListing } from './listing/review-listing.ts'
import { openOfMatter } from './open-of-matter.ts'
import { eraseReporter, seeReporter } from './reporter.ts'
import { requestTime } from './request-time.ts'
import { resumeCase } from './resume-case.ts'
import { declineCase, publishCase, referCase, screenCase } from './screen-case.ts'
import { Duplicate, Suggestions } from './screening.contract.ts'
import { CaseStory, DeskCounts, DeskPage, DeskQuery, OpenOfMatter } from './story.contract.ts'
import { suggestionsFor } from './suggestions.ts'

const Params = z.object({ id: z.uuid() })

/** A desk's queues and the pages of its cases. */
export const deskRoutes: Routes = async (app) => {
  app.get('/api/desk', { schema: { querystring: DeskQuery, response: { 200: DeskPage } } }, async (request) =>
    deskPage(request.ctx, request.query),
  )
  app.get(
    '/api/field/day',
    { schema: { querystring: FieldQuery, response: { 200: FieldDay } } },
    async (request) => fieldDay(request.ctx, request.query),
  )
  app.get('/api/desk/counts', { schema: { response: { 200: DeskCounts } } }, async (request) =>
    deskCounts(request.ctx),
  )
  app.get(
    '/api/desk/find',
    { schema: { querystring: z.object({ number: z.string().max(30) }), response: { 200: DeskPage } } },
    async (request) => findCase(request.ctx, request.query.number),
  )
  app.get(
    '/api/cases/find',
    { schema: { querystring: FindCases, response: { 200: FoundCases } } },
    async (request) => findCases(request.ctx, request.query),
  )
  app.post(
    '/api/desk/rehearse',
    { schema: { body: RehearseActs, response: { 200: Rehearsal } } },
    async (request) => rehearseActs(request.ctx, request.body),
  )
  app.get(
    '/api/approvals',
    { schema: { querystring: ApprovalsQuery, response: { 200: ApprovalPage } } },
    async (request) => approvalsFor(request.ctx, request.query),
  )
  app.get(
    '/api/listings',
    { schema: { querystring: ListingsQuery, response: { 200: ListingPage } } },
    async (request) => listingsFor(request.ctx, request.query),
  )
  app.get(
    '/api/desk/of-matter/:code',
    { schema: { params: z.object({ code: z.string().max(10) }), response: { 200: OpenOfMatter } } },
    async (request) => openOfMatter(request.ctx, request.params.code),
  )
  app.get('/api/cases/:id', { schema: { params: Params, response: { 200: CaseStory } } }, async (request) =>
    casePage(request.ctx, request.params.id),
  )
  app.get(
    '/api/cases/:id/duplicates',
    { schema: { params: Params, response: { 200: z.object({ duplicates: z.array(Duplicate) }) } } },
    async (request) => ({ duplicates: await duplicatesOf(request.ctx, request.params.id) }),
  )
  app.get(
    '/api/cases/:id/suggestions',
    { schema: { params: Params, response: { 200: Suggestions } } },
    async (request) => suggestionsFor(request.ctx, request.params.id),
  )
}

type CaseAct<Body> = (ctx: Ctx, caseId: string, body: Body) => Promise<acts.ActReceipt>

/** Acts of posts on a case: one address an act. */
export const caseActRoutes: Routes = async (app) => {
  const act = <Body extends z.ZodType>(name: string, body: Body, work: CaseAct<z.infer<Body>>) =>
    app.post(
      `/api/cases/:id/${name}`,
      { schema: { params: Params, body, response: { 200: acts.ActReceipt } } },
      async (request) =>
        work(request.ctx, (request.params as { id: string }).id, request.body as z.infer<Body>),
    )
  act('screen', acts.ScreenCase, screenCase)
  act('join', acts.JoinCase, joinCase)
  act('decline', acts.DeclineCase, declineCase)
  act('refer', acts.ReferCase, referCase)
  act('dispatch', acts.DispatchCase, dispatchCase)
  act('sign', acts.SignCase, signCase)
  act('arrive', acts.ArriveCase, arriveCase)
  act('note', acts.NoteCase, noteCase)
  act('resolve', acts.ResolveCase, resolveCase)
  act('reply', acts.ReplyCase, replyCase)
  act('publish', acts.PublishCase, publishCase)
  act('check', acts.CheckCase, checkCase)
  act('close', acts.CloseCase, closeCase)
  act('request', acts.RequestCase, requestTime)
  act('resume', acts.ResumeCase, resumeCase)
  act('review', acts.ReviewListing, reviewListing)
  act('erase-reporter', acts.EraseReporter, eraseReporter)
  app.post(
    '/api/cases/:id/see-reporter',
    {
      schema: {
        params: Params,
        body: acts.SeeReporter,
        response: { 200: z.object({ name: z.string().nullable(), phone: z.string().nullable() }) },
      },
    },
    async (request) => seeReporter(request.ctx, request.params.id, request.body),
  )
  app.post(
    '/api/cases/:id/requests/:requestId/decide',
    {
      schema: {
        params: Params.extend({ requestId: z.uuid() }),
        body: acts.DecideRequest,
        response: { 200: acts.ActReceipt },
      },
    },
    async (request) => decideRequest(request.ctx, request.params.id, request.params.requestId, request.body),
  )
}
