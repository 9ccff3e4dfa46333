import { z } from 'zod'
import type { Routes } from '../../platform/http/server.ts'
import { writeBeside } from '../../platform/sheet/jobs/write-beside.ts'
import { sendSheet } from '../../platform/sheet/send-sheet.ts'
import { turns } from '../../platform/turns.ts'
import { foundAtMost, foundAtOnce, foundList } from '../find/export-found.ts'
import { FindExport } from '../find/find.contract.ts'
import { DeskExportQuery } from '../story.contract.ts'
import { deskList, exportedAtMost, exportedAtOnce } from './export-desk.ts'

/** Two at a time: the pages that people wait for come between. */
const inTurn = turns(2)
const Asked = z.strictObject({ requestId: z.uuid() })
const begun = { 202: z.object({ id: z.uuid() }) }

/** Lists of cases as sheets: answered at once where they are short, or begun and written beside the requests. */
export const caseListRoutes: Routes = async (app) => {
  app.get('/api/cases/found', { schema: { querystring: FindExport } }, ({ ctx, query }, reply) =>
    inTurn(async () => sendSheet(reply, ctx, await foundList(ctx, query, foundAtOnce))),
  )
  app.get('/api/desk/export', { schema: { querystring: DeskExportQuery } }, ({ ctx, query }, reply) =>
    inTurn(async () => sendSheet(reply, ctx, await deskList(ctx, query, exportedAtOnce))),
  )
  app.post(
    '/api/cases/found',
    { schema: { querystring: FindExport, body: Asked, response: begun } },
    async ({ ctx, query, body }, reply) => {
      const list = await foundList(ctx, query, foundAtMost)
      return reply.code(202).send(await writeBeside(ctx, { ...query, ...body }, list))
    },
  )
  app.post(
    '/api/desk/export',
    { schema: { querystring: DeskExportQuery, body: Asked, response: begun } },
    async ({ ctx, query, body }, reply) => {
      const list = await deskList(ctx, query, exportedAtMost)
      return reply.code(202).send(await writeBeside(ctx, { ...query, ...body }, list))
    },
  )
}
