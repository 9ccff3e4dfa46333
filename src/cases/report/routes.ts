import type { Routes } from '../../platform/http/server.ts'
import { sendSheet } from '../../platform/sheet/send-sheet.ts'
import { Report, ReportExport, ReportQuery } from './report.contract.ts'
import { reportOf } from './report.ts'
import { reportSheet } from './report-sheet.ts'

const tags = ['figures']

/** The daily, weekly and monthly reports of areas. */
export const reportRoutes: Routes = async (app) => {
  app.get(
    '/api/figures/report',
    { schema: { tags, querystring: ReportQuery, response: { 200: Report } } },
    (request) => reportOf(request.ctx, request.query),
  )
  app.get(
    '/api/figures/report/sheet',
    { schema: { tags, querystring: ReportExport } },
    async (request, reply) => sendSheet(reply, request.ctx, await reportSheet(request.ctx, request.query)),
  )
}
