import { z } from 'zod'
import type { Routes } from '../../platform/http/server.ts'
import { NewKey, OpenService, ServiceAccounts, StoppedKeys, TurnKey } from './contract.ts'
import { endService, listServices, openService, stopKey, turnKey } from './service-accounts.ts'

const tags = ['people']
const ById = z.object({ id: z.uuid() })

/** Service accounts, for administrators. A key is answered once. */
export const serviceRoutes: Routes = async (app) => {
  app.addHook('onSend', async (_request, reply) => {
    reply.header('cache-control', 'no-store')
  })
  app.get('/api/services', { schema: { tags, response: { 200: ServiceAccounts } } }, (request) =>
    listServices(request.ctx),
  )
  app.post(
    '/api/services',
    { schema: { tags, body: OpenService, response: { 201: NewKey } } },
    async (request, reply) => reply.code(201).send(await openService(request.ctx, request.body)),
  )
  app.post(
    '/api/services/:id/turn',
    { schema: { tags, params: ById, body: TurnKey, response: { 201: NewKey } } },
    async (request, reply) =>
      reply.code(201).send(await turnKey(request.ctx, request.params.id, request.body)),
  )
  app.post(
    '/api/services/:id/end',
    { schema: { tags, params: ById, response: { 200: StoppedKeys } } },
    (request) => endService(request.ctx, request.params.id),
  )
  app.post(
    '/api/service-keys/:id/stop',
    { schema: { tags, params: ById, response: { 200: StoppedKeys } } },
    (request) => stopKey(request.ctx, request.params.id),
  )
}
