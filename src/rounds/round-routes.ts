import { z } from 'zod'
import type { Routes } from '../platform/http/server.ts'
import { SheetLanguage, sendSheet } from '../platform/sheet/send-sheet.ts'
import { announceChecklist, readChecklists } from './checklists.ts'
import {
  AnnounceChecklist,
  Announced,
  ChecklistQuery,
  Checklists,
  EndRound,
  EstatePage,
  EstatePageOne,
  EstateQuery,
  FieldRounds,
  ItemPage,
  ItemQuery,
  RoundEnded,
} from './contract.ts'
import { endRound } from './end-round.ts'
import { fieldRounds, listEstates, listItems, readEstate } from './estates.ts'
import { estateSheet, itemSheet } from './sheets.ts'

/** 问题排查: whoever walks, and whoever looks at what was found. */
export const roundRoutes: Routes = async (app) => {
  const language = { language: SheetLanguage }
  app.get('/api/field/rounds', { schema: { response: { 200: FieldRounds } } }, async (request) =>
    fieldRounds(request.ctx),
  )
  app.post(
    '/api/rounds',
    { schema: { body: EndRound, response: { 201: RoundEnded } } },
    async (request, reply) => reply.code(201).send(await endRound(request.ctx, request.body)),
  )
  app.get(
    '/api/rounds/estates',
    { schema: { querystring: EstateQuery, response: { 200: EstatePage } } },
    async (request) => listEstates(request.ctx, request.query),
  )
  app.get(
    '/api/rounds/estates/sheet',
    { schema: { querystring: EstateQuery.omit({ after: true, limit: true }).extend(language) } },
    async (request, reply) => sendSheet(reply, request.ctx, await estateSheet(request.ctx, request.query)),
  )
  app.get(
    '/api/rounds/estates/:id',
    { schema: { params: z.object({ id: z.uuid() }), response: { 200: EstatePageOne } } },
    async (request) => readEstate(request.ctx, request.params.id),
  )
  app.get(
    '/api/rounds/items',
    { schema: { querystring: ItemQuery, response: { 200: ItemPage } } },
    async (request) => listItems(request.ctx, request.query),
  )
  app.get(
    '/api/rounds/items/sheet',
    { schema: { querystring: ItemQuery.omit({ after: true, limit: true }).extend(language) } },
    async (request, reply) => sendSheet(reply, request.ctx, await itemSheet(request.ctx, request.query)),
  )
  app.get(
    '/api/checklists',
    { schema: { querystring: ChecklistQuery, response: { 200: Checklists } } },
    async (request) => readChecklists(request.ctx, request.query),
  )
  app.post(
    '/api/checklists',
    { schema: { body: AnnounceChecklist, response: { 201: Announced } } },
    async (request, reply) => reply.code(201).send(await announceChecklist(request.ctx, request.body)),
  )
}
