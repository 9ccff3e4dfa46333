import { z } from 'zod'
import type { Routes } from '../../platform/http/server.ts'
import { sendSheet } from '../../platform/sheet/send-sheet.ts'
import { addPassed, answerPassed, erasePassedTexts, receivePassed } from './answer-passed.ts'
import * as shapes from './contract.ts'
import { listPassed } from './list-passed.ts'
import { passOn } from './pass-on.ts'
import { passedSheet } from './sheet.ts'

const params = z.object({ id: z.uuid() })

/** 执法辅助: passed on to the unit with legal power, signed for, answered. */
export const passedRoutes: Routes = async (app) => {
  const done = { 200: shapes.PassedReceipt }
  app.post(
    '/api/passed-on',
    { schema: { body: shapes.PassOn, response: { 201: shapes.PassedReceipt } } },
    async (request, reply) => reply.code(201).send(await passOn(request.ctx, request.body)),
  )
  app.get(
    '/api/passed-on',
    { schema: { querystring: shapes.PassedQuery, response: { 200: shapes.PassedPage } } },
    async (request) => listPassed(request.ctx, request.query),
  )
  app.get(
    '/api/passed-on/sheet',
    { schema: { querystring: shapes.PassedSheetQuery } },
    async (request, reply) => sendSheet(reply, request.ctx, await passedSheet(request.ctx, request.query)),
  )
  app.post(
    '/api/passed-on/:id/receive',
    { schema: { params, body: shapes.ReceivePassed, response: done } },
    async (request) => receivePassed(request.ctx, request.params.id, request.body),
  )
  app.post(
    '/api/passed-on/:id/answer',
    { schema: { params, body: shapes.AnswerPassed, response: done } },
    async (request) => answerPassed(request.ctx, request.params.id, request.body),
  )
  app.post(
    '/api/passed-on/:id/add',
    { schema: { params, body: shapes.AddPassed, response: done } },
    async (request) => addPassed(request.ctx, request.params.id, request.body),
  )
  app.post(
    '/api/passed-on/:id/erase-texts',
    { schema: { params, body: shapes.ErasePassedTexts, response: done } },
    async (request) => erasePassedTexts(request.ctx, request.params.id, request.body),
  )
}
