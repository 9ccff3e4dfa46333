import { z } from 'zod'
import { floodLimit } from '../platform/http/flood.ts'
import type { Routes } from '../platform/http/server.ts'
import { askQuestion } from './ask-question.ts'
import { announcementPage, communityCard, publicAnswerPage } from './community-page.ts'
import {
  AnnouncementPage,
  AskQuestion,
  CommunityCard,
  Done,
  OwnQuestion,
  OwnQuestions,
  PageQuery,
  PublicAnswerPage,
  QuestionReceipt,
  TakeBack,
} from './contract.ts'
import { askedQuestion, ownQuestions } from './own-questions.ts'
import { takeBackQuestion } from './take-back-question.ts'

const flood = floodLimit({ anonymous: 30, account: 300 })
// A receipt code has 60 bits; whoever tries codes is slowed long before one is found.
const attempts = floodLimit({ anonymous: 120, account: 600 })

/** What anybody may do: read a community's page, ask, and read what became of an own question. */
export const communityRoutes: Routes = async (app) => {
  const params = z.object({ areaId: z.uuid() })
  app.get(
    '/api/communities/:areaId',
    { schema: { params, response: { 200: CommunityCard } } },
    async (request) => communityCard(request.ctx, request.params.areaId),
  )
  app.get(
    '/api/communities/:areaId/announcements',
    { schema: { params, querystring: PageQuery, response: { 200: AnnouncementPage } } },
    async (request) => announcementPage(request.ctx, request.params.areaId, request.query),
  )
  app.get(
    '/api/communities/:areaId/answers',
    { schema: { params, querystring: PageQuery, response: { 200: PublicAnswerPage } } },
    async (request) => publicAnswerPage(request.ctx, request.params.areaId, request.query),
  )
  app.post(
    '/api/questions',
    { config: flood, schema: { body: AskQuestion, response: { 201: QuestionReceipt } } },
    async (request, reply) => reply.code(201).send(await askQuestion(request.ctx, request.body)),
  )
  app.get('/api/my/questions', { schema: { response: { 200: OwnQuestions } } }, async (request) => ({
    rows: await ownQuestions(request.ctx),
  }))
  app.get(
    '/api/questions/asked',
    { config: attempts, schema: { response: { 200: OwnQuestion } } },
    async (request) => askedQuestion(request.ctx),
  )
  app.post(
    '/api/questions/:id/take-back',
    {
      config: attempts,
      schema: { params: z.object({ id: z.uuid() }), body: TakeBack, response: { 200: Done } },
    },
    async (request) => takeBackQuestion(request.ctx, request.params.id, request.body),
  )
}
