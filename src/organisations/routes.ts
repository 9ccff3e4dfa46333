import type { Routes } from '../platform/http/server.ts'
import { addUnit } from './add-unit.ts'
import { AddUnit, ListUnits, Unit, UnitPage } from './contract.ts'
import { listUnits } from './list-units.ts'

export const organisationRoutes: Routes = async (app) => {
  app.get('/api/units', { schema: { querystring: ListUnits, response: { 200: UnitPage } } }, (request) =>
    listUnits(request.ctx, request.query),
  )
  app.post('/api/units', { schema: { body: AddUnit, response: { 201: Unit } } }, async (request, reply) =>
    reply.code(201).send(await addUnit(request.ctx, request.body)),
  )
}
