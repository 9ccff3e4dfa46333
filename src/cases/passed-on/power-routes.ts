import { z } from 'zod'
import type { Routes } from '../../platform/http/server.ts'
import { sendSheet } from '../../platform/sheet/send-sheet.ts'
import * as shapes from './power.contract.ts'
import { endPower, givePower, listPowers, powerSheet } from './powers.ts'

const params = z.object({ id: z.uuid() })

/** 赋权: the powers that streets were given, for all staff. */
export const powerRoutes: Routes = async (app) => {
  app.get(
    '/api/powers',
    { schema: { querystring: shapes.PowerQuery, response: { 200: shapes.PowerPage } } },
    async (request) => listPowers(request.ctx, request.query),
  )
  app.get('/api/powers/sheet', { schema: { querystring: shapes.PowerSheetQuery } }, async (request, reply) =>
    sendSheet(reply, request.ctx, await powerSheet(request.ctx, request.query)),
  )
  app.post(
    '/api/powers',
    { schema: { body: shapes.GivePower, response: { 201: shapes.PowerReceipt } } },
    async (request, reply) => reply.code(201).send(await givePower(request.ctx, request.body)),
  )
  app.post(
    '/api/powers/:id/end',
    { schema: { params, body: shapes.EndPower, response: { 200: shapes.PowerReceipt } } },
    async (request) => endPower(request.ctx, request.params.id, request.body),
  )
}
