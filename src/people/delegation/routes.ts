import { z } from 'zod'
import type { Routes } from '../../platform/http/server.ts'
import {
  AskColleagues,
  AskDelegations,
  Colleagues,
  Delegations,
  EndDelegation,
  GiveDelegation,
  GivenDelegation,
} from './contract.ts'
import { colleaguesFor, endDelegation, giveDelegation } from './give-delegation.ts'
import { listDelegations } from './list-delegations.ts'

const tags = ['people']
const ById = z.object({ id: z.uuid() })

/** Posts lent while their holders are away. */
export const delegationRoutes: Routes = async (app) => {
  app.get(
    '/api/delegations',
    { schema: { tags, querystring: AskDelegations, response: { 200: Delegations } } },
    (request) => listDelegations(request.ctx, request.query),
  )
  app.get(
    '/api/delegations/colleagues',
    { schema: { tags, querystring: AskColleagues, response: { 200: Colleagues } } },
    (request) => colleaguesFor(request.ctx, request.query.postId),
  )
  app.post(
    '/api/delegations',
    { schema: { tags, body: GiveDelegation, response: { 201: GivenDelegation } } },
    async (request, reply) => reply.code(201).send(await giveDelegation(request.ctx, request.body)),
  )
  app.post(
    '/api/delegations/:id/end',
    { schema: { tags, params: ById, body: EndDelegation, response: { 200: GivenDelegation } } },
    (request) => endDelegation(request.ctx, request.params.id, request.body),
  )
}
