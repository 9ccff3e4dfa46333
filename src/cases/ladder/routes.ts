import { z } from 'zod'
import type { Routes } from '../../platform/http/server.ts'
import { ActReceipt } from '../acts.contract.ts'
import { acknowledgeLadder } from './acknowledge.ts'
import { answerInstruction, giveInstruction, withdrawInstruction } from './instruct.ts'
import { ladderView, openInstructions } from './ladder-view.ts'
import {
  AcknowledgeLadder,
  AnswerInstruction,
  GiveInstruction,
  LadderView,
  OpenInstructions,
  WithdrawInstruction,
} from './press.contract.ts'
import { previewSteps } from './preview-steps.ts'
import { AnnounceSteps, LadderBook, PreviewSteps, StepsAnnounced, StepsPreview } from './steps.contract.ts'
import { announceSteps, ladderBook } from './steps.ts'

const Params = z.object({ id: z.uuid() })
const response = { 200: ActReceipt }

/** 督办: the steps of every ladder, what a case's ladder says next, having seen it, and instructions. */
export const ladderRoutes: Routes = async (app) => {
  app.get('/api/instructions', { schema: { response: { 200: OpenInstructions } } }, async (request) =>
    openInstructions(request.ctx),
  )
  app.get(
    '/api/cases/:id/ladder',
    { schema: { params: Params, response: { 200: LadderView } } },
    async (request) => ladderView(request.ctx, request.params.id),
  )
  app.get('/api/ladder', { schema: { response: { 200: LadderBook } } }, async (request) =>
    ladderBook(request.ctx),
  )
  app.post(
    '/api/ladder',
    { schema: { body: AnnounceSteps, response: { 200: StepsAnnounced } } },
    async (request) => announceSteps(request.ctx, request.body),
  )
  app.post(
    '/api/ladder/preview',
    { schema: { body: PreviewSteps, response: { 200: StepsPreview } } },
    async (request) => previewSteps(request.ctx, request.body),
  )
  app.post(
    '/api/cases/:id/acknowledge',
    { schema: { params: Params, body: AcknowledgeLadder, response } },
    async (request) => acknowledgeLadder(request.ctx, request.params.id, request.body),
  )
  app.post(
    '/api/cases/:id/instruct',
    { schema: { params: Params, body: GiveInstruction, response } },
    async (request) => giveInstruction(request.ctx, request.params.id, request.body),
  )
  app.post(
    '/api/cases/:id/answer-instruction',
    { schema: { params: Params, body: AnswerInstruction, response } },
    async (request) => answerInstruction(request.ctx, request.params.id, request.body),
  )
  app.post(
    '/api/cases/:id/withdraw-instruction',
    { schema: { params: Params, body: WithdrawInstruction, response } },
    async (request) => withdrawInstruction(request.ctx, request.params.id, request.body),
  )
}
