import { z } from 'zod'
import { floodLimit } from '../../platform/http/flood.ts'
import type { Routes } from '../../platform/http/server.ts'
import { SheetLanguage, sendSheet } from '../../platform/sheet/send-sheet.ts'
import { RegisterReceipt } from '../register/contract.ts'
import { answerRight } from './answer-right.ts'
import { askRight, withdrawOwnConsent } from './ask-right.ts'
import * as shape from './contract.ts'
import { countRights, listRights } from './list-rights.ts'
import { findOwnEntry } from './own-entry.ts'
import { readOwnRecord } from './read-own-record.ts'
import { RetentionReport } from './retention.contract.ts'
import { readRetention } from './retention.ts'
import { retentionSheet } from './retention-sheet.ts'
import { takeBackRight } from './take-back-right.ts'

const tags = ['rights']
const params = z.object({ id: z.uuid() })
// The end of a number is typed once; five wrong ones a day are counted beside this.
const attempts = floodLimit({ anonymous: 5, account: 20 })

/** What a person asks about themselves, and the desk that answers. */
export const rightsRoutes: Routes = async (app) => {
  app.get('/api/my/record', { schema: { tags, response: { 200: shape.OwnRecord } } }, (request) =>
    readOwnRecord(request.ctx),
  )
  app.post(
    '/api/my/record/find',
    {
      config: attempts,
      schema: {
        tags,
        body: shape.FindOwnEntry,
        response: { 200: z.object({ state: shape.OwnEntryState }) },
      },
    },
    (request) => findOwnEntry(request.ctx, request.body),
  )
  app.post(
    '/api/my/rights',
    { schema: { tags, body: shape.AskRight, response: { 201: shape.AskedRight } } },
    async (request, reply) => reply.code(201).send(await askRight(request.ctx, request.body)),
  )
  app.post(
    '/api/my/rights/:id/take-back',
    { schema: { tags, params, body: shape.TakeBackRight, response: { 200: shape.TakenBackRight } } },
    (request) => takeBackRight(request.ctx, request.params.id, request.body),
  )
  app.post(
    '/api/my/consents/:id/withdraw',
    { schema: { tags, params, body: shape.OwnConsent, response: { 200: RegisterReceipt } } },
    (request) => withdrawOwnConsent(request.ctx, request.params.id, request.body),
  )
  app.get('/api/retention', { schema: { tags, response: { 200: RetentionReport } } }, (request) =>
    readRetention(request.ctx),
  )
  app.get(
    '/api/retention/sheet',
    { schema: { tags, querystring: z.object({ language: SheetLanguage }) } },
    async (request, reply) =>
      sendSheet(reply, request.ctx, await retentionSheet(request.ctx, request.query.language)),
  )
  app.get(
    '/api/rights',
    { schema: { tags, querystring: shape.ListRights, response: { 200: shape.RightPage } } },
    (request) => listRights(request.ctx, request.query),
  )
  app.get('/api/rights/count', { schema: { tags, response: { 200: shape.WaitingRights } } }, (request) =>
    countRights(request.ctx),
  )
  app.post(
    '/api/rights/:id/answer',
    { schema: { tags, params, body: shape.AnswerRight, response: { 200: shape.AnsweredRight } } },
    (request) => answerRight(request.ctx, request.params.id, request.body),
  )
}
