import { z } from 'zod'
import { sentForm } from '../platform/http/sent-file.ts'
import type { Routes } from '../platform/http/server.ts'
import { recordExport } from '../platform/sheet/record-export.ts'
import { SheetLanguage, sendFile, sendSheet } from '../platform/sheet/send-sheet.ts'
import { importAreaFile, tryAreaFile } from './area-file.ts'
import { atlasOf } from './atlas.ts'
import { AreaFileResult } from './contract.ts'
import { areaSheet, areasGeoJson } from './export-areas.ts'

const tags = ['areas']

/** Files of areas, in and out. */
export const areaFileRoutes: Routes = async (app) => {
  const form = { tags, consumes: ['multipart/form-data'] }
  app.post(
    '/api/areas/file',
    { schema: { ...form, response: { 201: AreaFileResult } } },
    async (request, reply) => {
      request.ctx.must('area.manage')
      const { source, name } = await sentForm(request)
      return reply.code(201).send(await importAreaFile(request.ctx, source, name))
    },
  )
  app.post(
    '/api/areas/file/try',
    { schema: { ...form, response: { 200: AreaFileResult } } },
    async (request) => {
      request.ctx.must('area.manage')
      const { source, name } = await sentForm(request)
      return tryAreaFile(request.ctx, source, name)
    },
  )
  app.get(
    '/api/areas/sheet',
    { schema: { tags, querystring: z.object({ areaId: z.uuid().optional(), language: SheetLanguage }) } },
    async (request, reply) => sendSheet(reply, request.ctx, await areaSheet(request.ctx, request.query)),
  )
  app.get('/api/areas/file', { schema: { tags } }, async (request, reply) => {
    const areas = await areasGeoJson(request.ctx)
    const chain = (await atlasOf(request.ctx)).district.id
    await recordExport(request.ctx, { chain, list: 'area-outlines', filters: 0, rows: areas.features.length })
    const bytes = Buffer.from(JSON.stringify(areas))
    return sendFile(reply, bytes, 'areas.geojson', 'application/geo+json')
  })
}
