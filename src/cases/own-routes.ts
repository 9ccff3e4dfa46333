import { z } from 'zod'
import type { Ctx } from '../platform/ctx.ts'
import { floodLimit } from '../platform/http/flood.ts'
import type { Routes } from '../platform/http/server.ts'
import { ActReceipt, AddToCase, RateCase, WithdrawCase } from './acts.contract.ts'
import { followedCase } from './case-page.ts'
import { ownPage } from './desk.ts'
import { addToCase, rateCase, withdrawCase } from './reporter-acts.ts'
import { DeskPage, FollowedCase } from './story.contract.ts'

type OwnAct<Body> = (ctx: Ctx, caseId: string | null, body: Body) => Promise<z.infer<typeof ActReceipt>>

/** What the person who reported may do: by the receipt code in the header, or by id from an own account. */
export const ownCaseRoutes: Routes = async (app) => {
  const Params = z.object({ id: z.uuid() })
  // A receipt code has 60 bits; whoever tries codes is slowed long before one is found.
  const attempts = floodLimit({ anonymous: 120, account: 600 })
  app.get('/api/follow', { config: attempts, schema: { response: { 200: FollowedCase } } }, async (request) =>
    followedCase(request.ctx, null),
  )
  app.get(
    '/api/my/cases/:id',
    { schema: { params: Params, response: { 200: FollowedCase } } },
    async (request) => followedCase(request.ctx, request.params.id),
  )
  app.get(
    '/api/my/cases',
    {
      schema: {
        querystring: z.object({
          after: z.string().max(100).optional(),
          limit: z.coerce.number().int().min(1).max(50).default(20),
        }),
        response: { 200: DeskPage },
      },
    },
    async (request) => ownPage(request.ctx, request.query.after, request.query.limit),
  )
  const act = <Body extends z.ZodType>(name: string, body: Body, work: OwnAct<z.infer<Body>>) => {
    const response = { 200: ActReceipt }
    app.post(`/api/follow/${name}`, { config: attempts, schema: { body, response } }, async (request) =>
      work(request.ctx, null, request.body as z.infer<Body>),
    )
    app.post(`/api/my/cases/:id/${name}`, { schema: { params: Params, body, response } }, async (request) =>
      work(request.ctx, (request.params as { id: string }).id, request.body as z.infer<Body>),
    )
  }
  act('add', AddToCase, addToCase)
  act('withdraw', WithdrawCase, withdrawCase)
  act('rate', RateCase, rateCase)
}
