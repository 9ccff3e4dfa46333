import { z } from 'zod'
import type { Routes } from '../platform/http/server.ts'
import { SheetLanguage, sendSheet } from '../platform/sheet/send-sheet.ts'
import { addUnit } from './add-unit.ts'
import {
  BodyPage,
  ListBodies,
  OpenedOffice,
  OpenedOffices,
  OpenOffice,
  OpenUsualOffices,
  SetOffice,
  UsualOffice,
} from './body.contract.ts'
import { FoundBody, ListUnits, Unit, UnitKind, UnitPage } from './contract.ts'
import { unitSheet } from './export-units.ts'
import { listBodies, listUsualOffices } from './list-bodies.ts'
import { listUnits } from './list-units.ts'
import { openOffice, openUsualOffices, setOffice } from './open-offices.ts'

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
  app.post('/api/units', { schema: { body: FoundBody, response: { 201: Unit } } }, async (request, reply) =>
    reply.code(201).send(await addUnit(request.ctx, request.body)),
  )
  await app.register(bodyRoutes)
}

/** Bodies of every kind and their offices; who holds them is `people`'s to say. */
const bodyRoutes: Routes = async (app) => {
  const tags = ['organisations']
  app.get(
    '/api/bodies',
    { schema: { tags, querystring: ListBodies, response: { 200: BodyPage } } },
    (request) => listBodies(request.ctx, request.query),
  )
  app.get(
    '/api/offices/usual',
    {
      schema: {
        tags,
        querystring: z.object({ kind: UnitKind }),
        response: { 200: z.object({ offices: z.array(UsualOffice) }) },
      },
    },
    async (request) => ({ offices: listUsualOffices(request.ctx, request.query.kind) }),
  )
  app.post(
    '/api/offices',
    { schema: { tags, body: OpenOffice, response: { 201: OpenedOffice } } },
    async (request, reply) => reply.code(201).send(await openOffice(request.ctx, request.body)),
  )
  app.post(
    '/api/offices/usual',
    { schema: { tags, body: OpenUsualOffices, response: { 200: OpenedOffices } } },
    (request) => openUsualOffices(request.ctx, request.body),
  )
  app.post(
    '/api/offices/:id',
    {
      schema: {
        tags,
        params: z.object({ id: z.uuid() }),
        body: SetOffice,
        response: { 200: OpenedOffice },
      },
    },
    (request) => setOffice(request.ctx, request.params.id, request.body),
  )
}
