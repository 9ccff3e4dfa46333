import type { Routes } from '../platform/http/server.ts'
import { SheetLanguage, sendSheet } from '../platform/sheet/send-sheet.ts'
import { addUnit } from './add-unit.ts'
import { AddUnit, ListUnits, Unit, UnitPage } from './contract.ts'
import { unitSheet } from './export-units.ts'
import { listUnits } from './list-units.ts'

export const organisationRoutes: Routes = async (app) => {
  app.get('/api/units', { schema: { querystring: ListUnits, response: { 200: UnitPage } } }, (request) =>
    listUnits(request.ctx, request.query),
  )
  app.get(
    '/api/units/sheet',
    {
      schema: {
        querystring: ListUnits.pick({ kind: true, areaId: true, text: true }).extend({
          language: SheetLanguage,
        }),
      },
    },
    async (request, reply) => {
      const { language, ...asked } = request.query
      return sendSheet(reply, request.ctx, await unitSheet(request.ctx, asked, language))
    },
  )
  app.post('/api/units', { schema: { body: AddUnit, response: { 201: Unit } } }, async (request, reply) =>
    reply.code(201).send(await addUnit(request.ctx, request.body)),
  )
}
