import { z } from 'zod'
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
const done = { 200: shape.RegisterReceipt }
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

/** What is done to homes and to who lives in them. */
const homeRoutes: Routes = async (app) => {
  app.post(
    '/api/register/homes',
    { schema: { tags, body: shape.AddHome, response: { 201: shape.RegisterReceipt } } },
    async (request, reply) => reply.code(201).send(await addHome(request.ctx, request.body)),
  )
  app.post(
    '/api/register/homes/:id',
    { schema: { tags, params, body: shape.ChangeHome, response: done } },
    (request) => changeHome(request.ctx, request.params.id, request.body),
  )
  app.post(
    '/api/register/homes/:id/confirm',
    { schema: { tags, params, body: shape.OnlyOnce, response: done } },
    (request) => confirmHome(request.ctx, request.params.id, request.body),
  )
  app.post(
    '/api/register/homes/:id/people',
    { schema: { tags, params, body: shape.AddPerson, response: { 201: shape.AddedPerson } } },
    async (request, reply) =>
      reply.code(201).send(await addPerson(request.ctx, request.params.id, request.body)),
  )
  app.post(
    '/api/register/homes/:id/household',
    { schema: { tags, params, body: shape.GroupHousehold, response: done } },
    (request) => groupHousehold(request.ctx, request.params.id, request.body),
  )
  app.post(
    '/api/register/homes/:id/empty',
    { schema: { tags, params, body: shape.MoveOut, response: done } },
    (request) => emptyHome(request.ctx, request.params.id, request.body),
  )
  app.post(
    '/api/register/occupancies/:id/end',
    { schema: { tags, params, body: shape.MoveOut, response: done } },
    (request) => moveOut(request.ctx, request.params.id, request.body),
  )
  app.post(
    '/api/register/occupancies/:id/stay',
    { schema: { tags, params, body: shape.OnlyOnce, response: done } },
    (request) => stayAfterAll(request.ctx, request.params.id, request.body),
  )
}

/** What is done to what is known of a person. */
const personRoutes: Routes = async (app) => {
  app.post(
    '/api/register/people/:id',
    { schema: { tags, params, body: shape.ChangePerson, response: done } },
    (request) => changePerson(request.ctx, request.params.id, request.body),
  )
  app.post(
    '/api/register/people/:id/homes',
    { schema: { tags, params, body: shape.MoveIn, response: done } },
    (request) => moveIn(request.ctx, request.params.id, request.body),
  )
  app.post(
    '/api/register/people/:id/identity',
    {
      config: looks,
      schema: { tags, params, body: shape.SeeIdentity, response: { 200: shape.SeenIdentity } },
    },
    (request) => seeIdentity(request.ctx, request.params.id, request.body),
  )
  app.post(
    '/api/register/people/:id/consents',
    { schema: { tags, params, body: shape.GiveConsent, response: done } },
    (request) => giveConsent(request.ctx, request.params.id, request.body),
  )
  app.post(
    '/api/register/people/:id/care',
    { schema: { tags, params, body: shape.FlagCare, response: done } },
    (request) => flagCare(request.ctx, request.params.id, request.body),
  )
  app.post(
    '/api/register/consents/:id/withdraw',
    { schema: { tags, params, body: shape.OnlyOnce, response: done } },
    (request) => withdrawConsent(request.ctx, request.params.id, request.body),
  )
  app.post(
    '/api/register/care/:id/review',
    { schema: { tags, params, body: shape.ReviewCare, response: done } },
    (request) => reviewCare(request.ctx, request.params.id, request.body),
  )
  app.post(
    '/api/register/care/:id/end',
    { schema: { tags, params, body: shape.OnlyOnce, response: done } },
    (request) => endCare(request.ctx, request.params.id, request.body),
  )
}

/** The register of homes and people (实有人口、实有房屋). */
export const registerRoutes: Routes = async (app) => {
  await app.register(readRoutes)
  await app.register(homeRoutes)
  await app.register(personRoutes)
  await app.register(registerImportRoutes)
}
