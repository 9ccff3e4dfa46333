import { z } from 'zod'
import { progressOf, withProgress } from '../../../platform/http/running.ts'
import { fieldsAs, JsonText, sentForm } from '../../../platform/http/sent-file.ts'
import type { Routes } from '../../../platform/http/server.ts'
import { SheetLanguage, sendFile, workbook } from '../../../platform/sheet/send-sheet.ts'
import * as shape from './contract.ts'
import { decideRow } from './decide-row.ts'
import { dropRegisterImport } from './drop-import.ts'
import { listImportRows, listRegisterImports } from './list-rows.ts'
import { readOverview, readRegisterFile } from './read-file.ts'
import { returnedRegisterSheet } from './returned-sheet.ts'
import { takeInRegister } from './take-in.ts'
import { undoRegisterImport } from './undo.ts'

const tags = ['register']
const ById = z.object({ id: z.uuid() })
const Running = z.object({ runId: z.uuid().optional() })
const ByRow = z.object({ id: z.uuid(), n: z.coerce.number().int().positive() })
/** What may be sent beside the file, before it: matched columns, and an id to ask after. */
const Beside = z.object({ runId: z.uuid().optional(), columns: JsonText.pipe(shape.ChosenSheets).optional() })
const overview = { 200: shape.ImportOverview }
const Progress = z.object({
  progress: z.object({ done: z.number().int(), of: z.number().int() }).nullable(),
})

/** Files that bring the register in: read, looked at, decided about, taken in, undone. */
export const registerImportRoutes: Routes = async (app) => {
  app.post(
    '/api/register/imports',
    { schema: { tags, consumes: ['multipart/form-data'], response: { 201: shape.ImportOverview } } },
    async (request, reply) => {
      const { ctx } = request
      // Before the file is read into memory: whoever may not import cannot fill it.
      ctx.must('register.import')
      const form = await sentForm(request)
      const { runId, columns: chosen } = fieldsAs(form, Beside)
      const { source, name } = form
      const read = await withProgress(ctx, runId, (onProgress) =>
        readRegisterFile(ctx, { source, name }, { chosen, mayMatch: true, onProgress }),
      )
      return reply.code(201).send(read)
    },
  )
  app.get(
    '/api/register/imports',
    { schema: { tags, response: { 200: z.object({ imports: z.array(shape.RegisterImport) }) } } },
    (request) => listRegisterImports(request.ctx),
  )
  app.get(
    '/api/register/imports/running/:id',
    { schema: { tags, params: ById, response: { 200: Progress } } },
    async (request) => progressOf(request.ctx, request.params.id),
  )
  app.get('/api/register/imports/:id', { schema: { tags, params: ById, response: overview } }, (request) =>
    readOverview(request.ctx, request.params.id),
  )
  app.get(
    '/api/register/imports/:id/rows',
    { schema: { tags, params: ById, querystring: shape.ListRows, response: { 200: shape.RowPage } } },
    (request) => listImportRows(request.ctx, request.params.id, request.query),
  )
  app.get(
    '/api/register/imports/:id/returned',
    { schema: { tags, params: ById, querystring: z.object({ language: SheetLanguage }) } },
    async (request, reply) => {
      const sheet = await returnedRegisterSheet(request.ctx, request.params.id, request.query.language)
      return sendFile(reply, sheet, 'returned.xlsx', workbook)
    },
  )
  await app.register(actRoutes)
}

const actRoutes: Routes = async (app) => {
  app.post(
    '/api/register/imports/:id/rows/:n/decide',
    {
      schema: {
        tags,
        params: ByRow,
        body: shape.DecideRow,
        response: { 200: z.object({ n: z.number().int() }) },
      },
    },
    (request) => decideRow(request.ctx, request.params.id, request.params.n, request.body),
  )
  app.post(
    '/api/register/imports/:id/take',
    { schema: { tags, params: ById, querystring: Running, body: shape.TakeRows, response: overview } },
    ({ ctx, params, query, body }) =>
      withProgress(ctx, query.runId, (onProgress) => takeInRegister(ctx, params.id, body, { onProgress })),
  )
  app.post(
    '/api/register/imports/:id/undo',
    { schema: { tags, params: ById, querystring: Running, body: z.strictObject({}), response: overview } },
    ({ ctx, params, query }) =>
      withProgress(ctx, query.runId, (onProgress) => undoRegisterImport(ctx, params.id, { onProgress })),
  )
  app.post(
    '/api/register/imports/:id/drop',
    { schema: { tags, params: ById, body: z.strictObject({}), response: { 204: z.null() } } },
    async (request, reply) => {
      await dropRegisterImport(request.ctx, request.params.id)
      return reply.code(204).send(null)
    },
  )
}
