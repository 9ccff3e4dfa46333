import { z } from 'zod'
import { Refusal } from '../kernel/refusal.ts'
import { doorFor } from '../matters/door.ts'
import { emergencyLines, lawfulChannels } from '../matters/doors.contract.ts'
import { floodLimit } from '../platform/http/flood.ts'
import type { Routes } from '../platform/http/server.ts'
import { acceptCase } from './accept-case.ts'
import { OpenAlerts } from './alerts.contract.ts'
import { boardCounts, boardPage, boardRow } from './board.ts'
import { AcceptCase, AlertReceipt, RaiseAlert, Receipt, SolveOnTheSpot } from './contract.ts'
import { seePhoto, takePhoto } from './photos.ts'
import { openAlerts, raiseAlert, takeAlert } from './raise-alert.ts'
import { solveOnTheSpot } from './solve-on-the-spot.ts'
import { BoardCounts, BoardCountsQuery, BoardPage, BoardQuery, BoardRow } from './story.contract.ts'

const flood = floodLimit({ anonymous: 30, account: 300 })
const uploads = floodLimit({ anonymous: 90, account: 900 })

/** What anybody may do: report, alert, look at the board. */
export const publicCaseRoutes: Routes = async (app) => {
  app.post(
    '/api/reports',
    { config: flood, schema: { body: AcceptCase, response: { 201: Receipt } } },
    async (request, reply) => reply.code(201).send(await acceptCase(request.ctx, request.body)),
  )
  app.post(
    '/api/reports/solved',
    { schema: { body: SolveOnTheSpot, response: { 201: Receipt } } },
    async (request, reply) => reply.code(201).send(await solveOnTheSpot(request.ctx, request.body)),
  )
  app.post(
    '/api/alerts',
    { config: flood, schema: { body: RaiseAlert, response: { 201: AlertReceipt } } },
    async (request, reply) => reply.code(201).send(await raiseAlert(request.ctx, request.body)),
  )
  app.get('/api/alerts', { schema: { response: { 200: OpenAlerts } } }, async (request) => ({
    alerts: await openAlerts(request.ctx),
  }))
  app.post('/api/alerts/:id/take', { schema: { params: z.object({ id: z.uuid() }) } }, async (request) => {
    await takeAlert(request.ctx, request.params.id)
    return {}
  })
  app.get('/api/doors', async () => ({ emergencyLines, lawfulChannels }))
  app.post(
    '/api/doors',
    {
      schema: {
        body: z.strictObject({ words: z.string().max(5000) }),
      },
    },
    async (request) => ({ door: doorFor(request.body.words) }),
  )
  app.get(
    '/api/board',
    { schema: { querystring: BoardQuery, response: { 200: BoardPage } } },
    async (request) => boardPage(request.ctx, request.query),
  )
  app.get(
    '/api/board/counts',
    { schema: { querystring: BoardCountsQuery, response: { 200: BoardCounts } } },
    async (request) => boardCounts(request.ctx, request.query),
  )
  app.get(
    '/api/board/:number',
    { schema: { params: z.object({ number: z.string().max(30) }), response: { 200: BoardRow } } },
    async (request) => boardRow(request.ctx, request.params.number),
  )
}

/** Photographs: uploaded before the report that shows them, seen by those who may see the case. */
export const photoRoutes: Routes = async (app) => {
  app.post(
    '/api/photos',
    {
      config: uploads,
      schema: { response: { 201: z.object({ fileId: z.uuid() }) } },
    },
    async (request, reply) => {
      const upload = await request.file()
      if (!upload) throw new Refusal('input_invalid', { field: 'file', rule: 'required' })
      return reply.code(201).send({ fileId: await takePhoto(request.ctx, await upload.toBuffer()) })
    },
  )
  app.get(
    '/api/photos/:fileId',
    {
      schema: {
        params: z.object({ fileId: z.uuid() }),
        querystring: z.object({ size: z.enum(['small', 'full']).default('full') }),
      },
    },
    async (request, reply) => {
      const bytes = await seePhoto(request.ctx, request.params.fileId, request.query.size)
      // Kept by nothing, as all that the API answers: a photograph kept for an hour is still shown after signing out.
      return reply.type('image/jpeg').send(bytes)
    },
  )
}
