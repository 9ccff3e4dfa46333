import type { Routes } from '../platform/http/server.ts'
import { accountRoutes } from './account-routes.ts'
import {
  AskGridWorker,
  EndedPost,
  EndPost,
  GivenPost,
  GivePost,
  GridWorkers,
  Me,
  OpenAccount,
  OpenedAccount,
  Outbox,
  SetUp,
} from './contract.ts'
import { delegationRoutes } from './delegation/routes.ts'
import { endPost } from './end-post.ts'
import { givePost } from './give-post.ts'
import { gridWorkerOf } from './grid-worker-of.ts'
import { MyGrids } from './my-grids.contract.ts'
import { myGrids } from './my-grids.ts'
import { officeRoutes } from './offices/routes.ts'
import { openAccount } from './open-account.ts'
import { permissionRoutes } from './permission/routes.ts'
import { PhoneKey } from './phone-key.contract.ts'
import { phoneKey } from './phone-key.ts'
import { readMe } from './read-me.ts'
import { registerRoutes } from './register/routes.ts'
import { rightsRoutes } from './rights/routes.ts'
import { serviceRoutes } from './service/routes.ts'
import { setUpDistrict } from './set-up-district.ts'
import { listOutbox } from './sign-in/list-outbox.ts'
import { signInRoutes } from './sign-in/routes.ts'

const tags = ['people']

export const peopleRoutes: Routes = async (app) => {
  await app.register(signInRoutes)
  await app.register(accountRoutes)
  await app.register(serviceRoutes)
  await app.register(permissionRoutes)
  await app.register(delegationRoutes)
  await app.register(registerRoutes)
  await app.register(officeRoutes)
  await app.register(rightsRoutes)
  app.get('/api/me', { schema: { tags, response: { 200: Me } } }, (request) => readMe(request.ctx))
  app.get('/api/me/phone-key', { schema: { tags, response: { 200: PhoneKey } } }, async (request) =>
    phoneKey(request.ctx),
  )
  app.get('/api/outbox', { schema: { tags, response: { 200: Outbox } } }, (request) =>
    listOutbox(request.ctx),
  )
  app.get(
    '/api/grid-worker',
    { schema: { tags, querystring: AskGridWorker, response: { 200: GridWorkers } } },
    (request) => gridWorkerOf(request.ctx, request.query.areaId),
  )
  app.get('/api/my/grids', { schema: { tags, response: { 200: MyGrids } } }, (request) =>
    myGrids(request.ctx),
  )
  app.post(
    '/api/set-up',
    { schema: { tags, body: SetUp, response: { 201: OpenedAccount } } },
    async (request, reply) => reply.code(201).send(await setUpDistrict(request.ctx, request.body)),
  )
  app.post(
    '/api/accounts',
    { schema: { tags, body: OpenAccount, response: { 201: OpenedAccount } } },
    async (request, reply) => reply.code(201).send(await openAccount(request.ctx, request.body)),
  )
  app.post(
    '/api/posts',
    { schema: { tags, body: GivePost, response: { 201: GivenPost } } },
    async (request, reply) => reply.code(201).send(await givePost(request.ctx, request.body)),
  )
  app.post('/api/posts/end', { schema: { tags, body: EndPost, response: { 200: EndedPost } } }, (request) =>
    endPost(request.ctx, request.body),
  )
}
