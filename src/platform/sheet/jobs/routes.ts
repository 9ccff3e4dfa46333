import { z } from 'zod'
import type { Routes } from '../../http/server.ts'
import { sendFile, workbook } from '../send-sheet.ts'
import { SheetJob, SheetJobs } from './contract.ts'
import { ownJob, ownJobs, stopJob, takeJob } from './jobs.ts'

const tags = ['sheets']
const params = z.object({ id: z.uuid() })

/** Lists that are written beside the requests: how far they are, and the file. Rooms begin them. */
export const sheetJobRoutes: Routes = async (app) => {
  app.get('/api/sheet-jobs', { schema: { tags, response: { 200: SheetJobs } } }, (request) =>
    ownJobs(request.ctx),
  )
  app.get('/api/sheet-jobs/:id', { schema: { tags, params, response: { 200: SheetJob } } }, (request) =>
    ownJob(request.ctx, request.params.id),
  )
  app.post('/api/sheet-jobs/:id/stop', { schema: { tags, params, response: { 200: SheetJob } } }, (request) =>
    stopJob(request.ctx, request.params.id),
  )
  app.get('/api/sheet-jobs/:id/taken', { schema: { tags, params } }, async (request, reply) => {
    const { name, bytes } = await takeJob(request.ctx, request.params.id)
    return sendFile(reply, bytes, name, workbook)
  })
}
