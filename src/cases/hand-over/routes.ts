import { z } from 'zod'
import type { Routes } from '../../platform/http/server.ts'
import { sendSheet } from '../../platform/sheet/send-sheet.ts'
import * as shapes from './contract.ts'
import { exportHandOvers } from './export-hand-overs.ts'
import { giveHandOver } from './give-hand-over.ts'
import { handOverPage, listHandOvers, ownHandOver } from './read-hand-overs.ts'
import { takeHandOver } from './take-hand-over.ts'

const params = z.object({ id: z.uuid() })
const receipt = shapes.HandOverReceipt

/** Given and taken; the log. */
export const handOverRoutes: Routes = async (app) => {
  app.get(
    '/api/hand-over',
    { schema: { querystring: shapes.OwnHandOverQuery, response: { 200: shapes.OwnHandOver } } },
    async (request) => ownHandOver(request.ctx, request.query),
  )
  app.get(
    '/api/hand-overs',
    { schema: { querystring: shapes.HandOversQuery, response: { 200: shapes.HandOverLog } } },
    async (request) => listHandOvers(request.ctx, request.query),
  )
  app.get(
    '/api/hand-overs/export',
    { schema: { querystring: shapes.HandOversExport } },
    async (request, reply) =>
      sendSheet(reply, request.ctx, await exportHandOvers(request.ctx, request.query)),
  )
  app.post(
    '/api/hand-overs',
    { schema: { body: shapes.GiveHandOver, response: { 201: receipt } } },
    async (request, reply) => reply.code(201).send(await giveHandOver(request.ctx, request.body)),
  )
  app.get(
    '/api/hand-overs/:id',
    { schema: { params, response: { 200: shapes.HandOverPage } } },
    async (request) => handOverPage(request.ctx, request.params.id),
  )
  app.post(
    '/api/hand-overs/:id/take',
    { schema: { params, body: shapes.TakeHandOver, response: { 200: receipt } } },
    async (request) => takeHandOver(request.ctx, request.params.id, request.body),
  )
}
