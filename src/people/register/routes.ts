import { z } from 'zod'
import type { Ctx } from '../../platform/ctx.ts'
import { floodLimit } from '../../platform/http/flood.ts'
import type { Routes } from '../../platform/http/server.ts'
import { addHome, changeHome, confirmHome } from './add-home.ts'
import { addPerson, changePerson } from './add-person.ts'
import * as shape from './contract.ts'
import { countRegister } from './count-register.ts'
import { findInRegister } from './find-in-register.ts'
import { endCare, flagCare, reviewCare } from './flag-care.ts'
import { giveConsent, withdrawConsent } from './give-consent.ts'
import { groupHousehold } from './group-household.ts'
import { registerImportRoutes } from './import/routes.ts'
import { emptyHome, moveIn, moveOut, stayAfterAll } from './move-person.ts'
import * as read from './read.contract.ts'
import { listHomes, readHome } from './read-home.ts'
import { readPerson } from './read-person.ts'
import { seeIdentity } from './see-identity.ts'

const tags = ['register']
const params = z.object({ id: z.uuid() })
// A desk looks people up all day; whoever tries four characters after four characters is slowed long before the end.
const searches = floodLimit({ anonymous: 30, account: 600 })
const looks = floodLimit({ anonymous: 10, account: 60 })

/** Reads of the register: search, homes, people, counts. */
const readRoutes: Routes = async (app) => {
  app.get(
    '/api/register/find',
    {
      config: searches,
      schema: { tags, querystring: read.FindInRegister, response: { 200: read.FoundInRegister } },
    },
    (request) => findInRegister(request.ctx, request.query),
  )
  app.get(
    '/api/register/homes',
    { schema: { tags, querystring: read.ListHomes, response: { 200: read.HomePage } } },
    (request) => listHomes(request.ctx, request.query),
  )
  app.get(
    '/api/register/homes/:id',
    { schema: { tags, params, response: { 200: read.HomeCard } } },
    (request) => readHome(request.ctx, request.params.id),
  )
  app.get(
    '/api/register/people/:id',
    { config: searches, schema: { tags, params, response: { 200: read.PersonCard } } },
    (request) => readPerson(request.ctx, request.params.id),
  )
  app.get(
    '/api/register/counts',
    { schema: { tags, querystring: read.CountRegister, response: { 200: read.RegisterCounts } } },
    (request) => countRegister(request.ctx, request.query.areaId),
  )
}

type Act<Body> = (ctx: Ctx, id: string, body: Body) => Promise<shape.RegisterReceipt>

/** Acts on the home, stay, person, consent or flag that the address names: one address an act, a receipt for each. */
const actRoutes: Routes = async (app) => {
  const act = <Body extends z.ZodType>(url: string, body: Body, work: Act<z.infer<Body>>) =>
    app.post(
      `/api/register/${url}`,
      { schema: { tags, params, body, response: { 200: shape.RegisterReceipt } } },
      (request) => work(request.ctx, (request.params as { id: string }).id, request.body as z.infer<Body>),
    )
  act('homes/:id', shape.ChangeHome, changeHome)
  act('homes/:id/confirm', shape.OnlyOnce, confirmHome)
  act('homes/:id/household', shape.GroupHousehold, groupHousehold)
  act('homes/:id/empty', shape.MoveOut, emptyHome)
  act('occupancies/:id/end', shape.MoveOut, moveOut)
  act('occupancies/:id/stay', shape.OnlyOnce, stayAfterAll)
  act('people/:id', shape.ChangePerson, changePerson)
  act('people/:id/homes', shape.MoveIn, moveIn)
  act('people/:id/consents', shape.GiveConsent, giveConsent)
  act('people/:id/care', shape.FlagCare, flagCare)
  act('consents/:id/withdraw', shape.OnlyOnce, withdrawConsent)
  act('care/:id/review', shape.ReviewCare, reviewCare)
  act('care/:id/end', shape.OnlyOnce, endCare)
}

/** Acts whose answer says more than a receipt, or that something is new. */
const otherActRoutes: Routes = async (app) => {
  app.post(
    '/api/register/homes',
    { schema: { tags, body: shape.AddHome, response: { 201: shape.RegisterReceipt } } },
    async (request, reply) => reply.code(201).send(await addHome(request.ctx, request.body)),
  )
  app.post(
    '/api/register/homes/:id/people',
    { schema: { tags, params, body: shape.AddPerson, response: { 201: shape.AddedPerson } } },
    async (request, reply) =>
      reply.code(201).send(await addPerson(request.ctx, request.params.id, request.body)),
  )
  app.post(
    '/api/register/people/:id/identity',
    {
      config: looks,
      schema: { tags, params, body: shape.SeeIdentity, response: { 200: shape.SeenIdentity } },
    },
    (request) => seeIdentity(request.ctx, request.params.id, request.body),
  )
}

/** The register of homes and people (实有人口、实有房屋). */
export const registerRoutes: Routes = async (app) => {
  await app.register(readRoutes)
  await app.register(actRoutes)
  await app.register(otherActRoutes)
  await app.register(registerImportRoutes)
}
