import type { Routes } from '../../platform/http/server.ts'
import { NotedReport, NoteReport } from './note.contract.ts'
import { noteReport } from './note.ts'
import { ReportPaper } from './paper.contract.ts'
import { Report, ReportExport, ReportQuery } from './report.contract.ts'
import { paperFor, reportOf } from './report.ts'
import { sendReportDocument, sendReportSheet } from './send-report.ts'

const tags = ['figures']

/** The daily, weekly and monthly reports of areas. */
export const reportRoutes: Routes = async (app) => {
  app.get(
    '/api/figures/report',
    { schema: { tags, querystring: ReportQuery, response: { 200: Report } } },
    (request) => reportOf(request.ctx, request.query),
  )
  app.get(
    '/api/figures/report/paper',
    { schema: { tags, querystring: ReportExport, response: { 200: ReportPaper } } },
    (request) => paperFor(request.ctx, request.query),
  )
  app.post(
    '/api/figures/report/note',
    { schema: { tags, body: NoteReport, response: { 201: NotedReport } } },
    async (request, reply) => reply.code(201).send(await noteReport(request.ctx, request.body)),
  )
  const files = { schema: { tags, querystring: ReportExport } }
  app.get('/api/figures/report/sheet', files, (request, reply) =>
    sendReportSheet(request.ctx, request.query, reply),
  )
  app.get('/api/figures/report/file', files, (request, reply) =>
    sendReportDocument(request.ctx, request.query, reply),
  )
}
