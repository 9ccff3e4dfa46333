import { z } from 'zod'
import { Refusal } from '../../kernel/refusal.ts'
import type { Routes } from '../../platform/http/server.ts'
import { sheetLimits } from '../../platform/sheet/limits.ts'
import { ImportPage, ImportQuery, ImportResult } from './contract.ts'
import { importMessages } from './import-messages.ts'
import { listImports } from './list-imports.ts'
import { returnedSheet } from './returned-sheet.ts'

const tags = ['imports']
const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** A source's name and a time zone may be sent beside the file, before it. */
const Beside = z.object({ source: z.string().optional(), timeZone: z.string().optional() })

/** Files that bring cases in, and what became of them. */
export const importRoutes: Routes = async (app) => {
  app.post(
    '/api/imports/messages',
    { schema: { tags, consumes: ['multipart/form-data'], response: { 201: ImportResult } } },
    async (request, reply) => {
      // Before the file is read into memory: whoever may not import cannot fill it.
      request.ctx.must('import.run')
      const sent = await request.file({ limits: { fileSize: sheetLimits.fileBytes, files: 1 } })
      if (!sent) throw new Refusal('input_invalid', { field: 'file', rule: 'required' })
      const file = { source: await sent.toBuffer(), name: sent.filename }
      const { source: system, timeZone } = Beside.parse(valuesOf(sent.fields))
      return reply.code(201).send(await importMessages(request.ctx, file, { system, timeZone }))
    },
  )
  app.get(
    '/api/imports',
    { schema: { tags, querystring: ImportQuery, response: { 200: ImportPage } } },
    (request) => listImports(request.ctx, request.query),
  )
  app.get(
    '/api/imports/:id/returned',
    { schema: { tags, params: z.object({ id: z.uuid() }) } },
    async (request, reply) => {
      const sheet = await returnedSheet(request.ctx, request.params.id)
      return reply
        .type(workbook)
        .header('content-disposition', 'attachment; filename="returned.xlsx"')
        .header('cache-control', 'private, no-store')
        .send(sheet)
    },
  )
}

/** The plain fields of a form; what is left empty was not said. */
function valuesOf(fields: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]: [string, unknown]) => {
      const value = typeof field === 'object' && field && 'value' in field ? field.value : undefined
      return typeof value === 'string' && value !== '' ? [[name, value]] : []
    }),
  )
}
