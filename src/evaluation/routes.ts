import { z } from 'zod'
import type { Routes } from '../platform/http/server.ts'
import { sendSheet } from '../platform/sheet/send-sheet.ts'
import { assessmentSheet, SheetQuery } from './assessment-sheet.ts'
import { assistParts } from './assist-parts.ts'
import { decideClaim, fileClaim, listClaims } from './claims.ts'
import * as shapes from './contract.ts'
import { announceFormula, readFormulas } from './formulas.ts'
import * as marks from './marks.contract.ts'
import { giveMark, listMarks } from './marks.ts'
import { closeMonth } from './month.ts'
import { PartPage, PartQuery } from './parts.contract.ts'
import { PartSheetQuery, partsSheet } from './parts-sheet.ts'
import { listFacts, readAssessment, readUnitAssessment } from './see-assessment.ts'
import { readParts } from './see-parts.ts'
import * as timings from './timings.contract.ts'
import { ownTimings, workerGroups } from './timings.ts'

const tags = ['assessment']
const params = z.object({ id: z.uuid() })

/** 双向考核: what is said of units, both ways, and what it is made of. */
export const assessmentRoutes: Routes = async (app) => {
  app.get(
    '/api/assessment',
    { schema: { tags, querystring: shapes.AssessmentQuery, response: { 200: shapes.Assessment } } },
    (request) => readAssessment(request.ctx, request.query),
  )
  app.get('/api/assessment/sheet', { schema: { tags, querystring: SheetQuery } }, async (request, reply) =>
    sendSheet(reply, request.ctx, await assessmentSheet(request.ctx, request.query)),
  )
  app.get(
    '/api/assessment/units/:id',
    {
      schema: { tags, params, querystring: timings.TimingQuery, response: { 200: shapes.UnitAssessment } },
    },
    (request) => readUnitAssessment(request.ctx, request.params.id, request.query.month),
  )
  app.get(
    '/api/assessment/units/:id/facts',
    { schema: { tags, params, querystring: shapes.FactQuery, response: { 200: shapes.FactPage } } },
    (request) => listFacts(request.ctx, request.params.id, request.query),
  )
  app.get(
    '/api/assessment/units/:id/parts',
    { schema: { tags, params, querystring: PartQuery, response: { 200: PartPage } } },
    (request) => readParts(request.ctx, request.params.id, request.query),
  )
  app.get(
    '/api/assessment/units/:id/parts/sheet',
    { schema: { tags, params, querystring: PartSheetQuery } },
    async (request, reply) =>
      sendSheet(reply, request.ctx, await partsSheet(request.ctx, request.params.id, request.query)),
  )
  app.get(
    '/api/assessment/own',
    { schema: { tags, querystring: timings.TimingQuery, response: { 200: timings.OwnTimings } } },
    (request) => ownTimings(request.ctx, request.query),
  )
  app.get(
    '/api/assessment/groups',
    { schema: { tags, querystring: timings.TimingQuery, response: { 200: timings.Groups } } },
    (request) => workerGroups(request.ctx, request.query),
  )
}

/** What is said to it and decided: claims, marks, the formula, and that a month is final. */
export const assessmentActRoutes: Routes = async (app) => {
  const filed = { 201: shapes.Filed }
  app.get(
    '/api/assessment/claims',
    { schema: { tags, querystring: shapes.ClaimQuery, response: { 200: shapes.ClaimPage } } },
    (request) => listClaims(request.ctx, request.query),
  )
  app.post(
    '/api/assessment/claims',
    { schema: { tags, body: shapes.FileClaim, response: filed } },
    async (request, reply) => reply.code(201).send(await fileClaim(request.ctx, request.body)),
  )
  app.post(
    '/api/assessment/claims/:id/decide',
    { schema: { tags, params, body: shapes.DecideClaim, response: { 200: shapes.Filed } } },
    (request) => decideClaim(request.ctx, request.params.id, request.body),
  )
  app.get(
    '/api/assessment/marks',
    { schema: { tags, querystring: marks.MarkQuery, response: { 200: marks.MarkPage } } },
    (request) => listMarks(request.ctx, request.query),
  )
  app.get(
    '/api/assessment/marks/cases/:id',
    { schema: { tags, params, response: { 200: marks.AssistParts } } },
    (request) => assistParts(request.ctx, request.params.id),
  )
  app.post(
    '/api/assessment/marks',
    { schema: { tags, body: marks.GiveMark, response: filed } },
    async (request, reply) => reply.code(201).send(await giveMark(request.ctx, request.body)),
  )
  app.get(
    '/api/assessment/formulas',
    { schema: { tags, response: { 200: shapes.FormulaList } } },
    (request) => readFormulas(request.ctx),
  )
  app.post(
    '/api/assessment/formulas',
    { schema: { tags, body: shapes.AnnounceFormula, response: filed } },
    async (request, reply) => reply.code(201).send(await announceFormula(request.ctx, request.body)),
  )
  app.post(
    '/api/assessment/months/:month/close',
    {
      schema: {
        tags,
        params: z.object({ month: shapes.Month }),
        body: shapes.CloseMonth,
        response: { 200: shapes.ClosedMonthReceipt },
      },
    },
    (request) => closeMonth(request.ctx, request.params.month, request.body),
  )
}
