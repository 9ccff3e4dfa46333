import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Ctx } from '../../platform/ctx.ts'
import { withProgress } from '../../platform/http/running.ts'
import { fieldsAs, JsonText, sentForm } from '../../platform/http/sent-file.ts'
import type { Routes } from '../../platform/http/server.ts'
import { SheetLanguage, sendFile, sendSheet, workbook } from '../../platform/sheet/send-sheet.ts'
import {
  ChosenColumns,
  ImportKind,
  ImportPage,
  ImportProgress,
  ImportQuery,
  ImportResult,
  ImportTrial,
} from './contract.ts'
import { importSheet } from './export-imports.ts'
import { importMessages, tryMessages } from './import-messages.ts'
import { importRequests, tryRequests } from './import-requests.ts'
import { listImports } from './list-imports.ts'
import { importProgress } from './progress.ts'
import { returnedSheet } from './returned-sheet.ts'
import type { SentFile, TakeInOptions } from './take-in.ts'

const tags = ['imports']
/** What may be sent beside the file, before it: the source's name, a time zone, matched columns, an id to ask after. */
const Beside = z.object({
  source: z.string().optional(),
  timeZone: z.string().optional(),
  runId: z.uuid().optional(),
  columns: JsonText.pipe(ChosenColumns).optional(),
})
const ByKind = z.object({ kind: ImportKind })
const ById = z.object({ id: z.uuid() })

type Reader<Result> = (ctx: Ctx, file: SentFile, options: TakeInOptions) => Promise<Result>
const take: Record<ImportKind, Reader<ImportResult>> = { messages: importMessages, requests: importRequests }
const rehearse: Record<ImportKind, Reader<ImportTrial>> = { messages: tryMessages, requests: tryRequests }

/** Files that bring cases in: rehearsed, taken in, and what became of them. */
export const importRoutes: Routes = async (app) => {
  const form = { tags, params: ByKind, consumes: ['multipart/form-data'] }
  app.post(
    '/api/imports/:kind',
    { schema: { ...form, response: { 201: ImportResult } } },
    async (request, reply) => reply.code(201).send(await read(request, take[request.params.kind])),
  )
  app.post('/api/imports/:kind/try', { schema: { ...form, response: { 200: ImportTrial } } }, (request) =>
    read(request, rehearse[request.params.kind]),
  )
  app.get(
    '/api/imports/running/:id',
    { schema: { tags, params: ById, response: { 200: ImportProgress } } },
    async (request) => importProgress(request.ctx, request.params.id),
  )
  app.get(
    '/api/imports',
    { schema: { tags, querystring: ImportQuery, response: { 200: ImportPage } } },
    (request) => listImports(request.ctx, request.query),
  )
  app.get(
    '/api/imports/sheet',
    { schema: { tags, querystring: z.object({ language: SheetLanguage }) } },
    async (request, reply) =>
      sendSheet(reply, request.ctx, await importSheet(request.ctx, request.query.language)),
  )
  app.get('/api/imports/:id/returned', { schema: { tags, params: ById } }, async (request, reply) =>
    sendFile(reply, await returnedSheet(request.ctx, request.params.id), 'returned.xlsx', workbook),
  )
}

async function read<Result>(request: FastifyRequest, reader: Reader<Result>): Promise<Result> {
  const { ctx } = request
  // Before the file is read into memory: whoever may not import cannot fill it.
  ctx.must('import.run')
  const form = await sentForm(request)
  const { source, name } = form
  const { source: system, timeZone, runId, columns: chosen } = fieldsAs(form, Beside)
  return withProgress(ctx, runId, (onProgress) =>
    reader(ctx, { source, name }, { system, timeZone, chosen, onProgress }),
  )
}
