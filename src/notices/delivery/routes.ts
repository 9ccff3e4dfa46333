import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Refusal } from '../../kernel/refusal.ts'
import type { Routes } from '../../platform/http/server.ts'
import * as shapes from './contract.ts'
import { listDeliveries, retryDelivery } from './log.ts'
import * as own from './own-channels.ts'
import { addRobot, changeRobot, listRobots, removeRobot, tryRobot } from './robots.ts'

const tags = ['notices']
const params = z.object({ id: z.uuid() })
const done = { 200: shapes.RobotDone }
/** Mail to an address that somebody only says is theirs: so many an hour. */
const codesAnHour = 10

/** Robots of work groups, and the log of what they told. */
const robotRoutes: Routes = async (app) => {
  app.get('/api/robots', { schema: { tags, response: { 200: shapes.Robots } } }, (request) =>
    listRobots(request.ctx, app.messages),
  )
  app.post(
    '/api/robots',
    { schema: { tags, body: shapes.AddRobot, response: { 201: shapes.RobotDone } } },
    async (request, reply) => reply.code(201).send(await addRobot(request.ctx, app.messages, request.body)),
  )
  app.post(
    '/api/robots/:id/change',
    { schema: { tags, params, body: shapes.ChangeRobot, response: done } },
    ({ ctx, params: { id }, body }) => changeRobot(ctx, id, body),
  )
  app.post(
    '/api/robots/:id/remove',
    { schema: { tags, params, body: shapes.OneAct, response: done } },
    ({ ctx, params: { id }, body }) => removeRobot(ctx, id, body),
  )
  app.post(
    '/api/robots/:id/try',
    { schema: { tags, params, body: shapes.OneAct, response: done } },
    ({ ctx, params: { id }, body }) => tryRobot(ctx, id, body),
  )
  app.get(
    '/api/deliveries',
    { schema: { tags, querystring: shapes.DeliveryQuery, response: { 200: shapes.DeliveryPage } } },
    ({ ctx, query }) => listDeliveries(ctx, query),
  )
  app.post(
    '/api/deliveries/:id/retry',
    { schema: { tags, params, body: shapes.OneAct, response: done } },
    ({ ctx, params: { id }, body }) => retryDelivery(ctx, id, body),
  )
}

/** By what one is told outside the app. */
const ownRoutes: Routes = async (app) => {
  const check = app.createRateLimit({
    max: codesAnHour * app.limitFactor,
    timeWindow: 3_600_000,
    keyGenerator: ({ ctx }) => ctx.who.actor,
  })
  const perAccount = async (request: FastifyRequest): Promise<void> => {
    const result = await check(request)
    if (!result.isAllowed && result.isExceeded)
      throw new Refusal('too_many_requests', { seconds: result.ttlInSeconds })
  }
  app.get('/api/my/channels', { schema: { tags, response: { 200: shapes.OwnChannels } } }, (request) =>
    own.listOwnChannels(request.ctx, app.messages),
  )
  app.post(
    '/api/my/channels/push',
    { schema: { tags, body: shapes.AddPush, response: done } },
    ({ ctx, body, headers }) => own.addPush(ctx, app.messages, body, headers['user-agent']),
  )
  app.post(
    '/api/my/channels/email',
    { schema: { tags, body: shapes.AddEmail, response: done }, preHandler: perAccount },
    ({ ctx, body }) => own.addEmail(ctx, app.messages, body),
  )
  app.post(
    '/api/my/channels/:id/confirm',
    { schema: { tags, params, body: shapes.ConfirmEmail, response: done } },
    ({ ctx, params: { id }, body }) => own.confirmEmail(ctx, id, body),
  )
  app.post(
    '/api/my/channels/:id/change',
    { schema: { tags, params, body: shapes.ChangeOwnChannel, response: done } },
    ({ ctx, params: { id }, body }) => own.changeOwnChannel(ctx, id, body),
  )
  app.post(
    '/api/my/channels/:id/remove',
    { schema: { tags, params, response: done } },
    ({ ctx, params: { id } }) => own.removeOwnChannel(ctx, id),
  )
}

export const deliveryRoutes: Routes = async (app) => {
  await app.register(robotRoutes)
  await app.register(ownRoutes)
}
