import { z } from 'zod'
import type { Routes } from '../platform/http/server.ts'
import { answerQuestion, declineQuestion, withdrawAnswer } from './answer-question.ts'
import { deskAnnouncements, deskQuestions } from './community-desk.ts'
import {
  AnswerQuestion,
  DeclineQuestion,
  DeskAnnouncementPage,
  DeskAnnouncementQuery,
  DeskQuestionPage,
  DeskQuestionQuery,
  Done,
  PublishAnnouncement,
  Withdraw,
} from './contract.ts'
import { publishAnnouncement, withdrawAnnouncement } from './publish-announcement.ts'

/** What the desks of community and street do: publish, answer, take back. */
export const communityDeskRoutes: Routes = async (app) => {
  const params = z.object({ id: z.uuid() })
  const response = { 200: Done }
  app.get(
    '/api/community-desk/questions',
    { schema: { querystring: DeskQuestionQuery, response: { 200: DeskQuestionPage } } },
    async (request) => deskQuestions(request.ctx, request.query),
  )
  app.get(
    '/api/community-desk/announcements',
    { schema: { querystring: DeskAnnouncementQuery, response: { 200: DeskAnnouncementPage } } },
    async (request) => deskAnnouncements(request.ctx, request.query),
  )
  app.post(
    '/api/announcements',
    { schema: { body: PublishAnnouncement, response: { 201: Done } } },
    async (request, reply) => reply.code(201).send(await publishAnnouncement(request.ctx, request.body)),
  )
  app.post(
    '/api/announcements/:id/withdraw',
    { schema: { params, body: Withdraw, response } },
    async (request) => withdrawAnnouncement(request.ctx, request.params.id, request.body),
  )
  app.post(
    '/api/questions/:id/answer',
    { schema: { params, body: AnswerQuestion, response } },
    async (request) => answerQuestion(request.ctx, request.params.id, request.body),
  )
  app.post(
    '/api/questions/:id/decline',
    { schema: { params, body: DeclineQuestion, response } },
    async (request) => declineQuestion(request.ctx, request.params.id, request.body),
  )
  app.post('/api/questions/:id/withdraw', { schema: { params, body: Withdraw, response } }, async (request) =>
    withdrawAnswer(request.ctx, request.params.id, request.body),
  )
}
