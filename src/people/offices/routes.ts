import { z } from 'zod'
import { ChangeLife, LifeChanged } from '../../organisations/body.contract.ts'
import { sentForm } from '../../platform/http/sent-file.ts'
import type { Routes } from '../../platform/http/server.ts'
import { SheetLanguage, sendSheet } from '../../platform/sheet/send-sheet.ts'
import { crossOffices, listAttention } from './attention.ts'
import { BodyFileResult } from './body-file.contract.ts'
import { importBodyFile, tryBodyFile } from './body-file.ts'
import { viewBody } from './body-view.ts'
import { changeBody } from './change-body.ts'
import { AskCoverage, AskLacking, Coverage, Lacking } from './coverage.contract.ts'
import { bodySheets } from './export-bodies.ts'
import { teamOf } from './grid-team.ts'
import {
  EndLink,
  FollowLink,
  GridTeam,
  LinkEnded,
  LinkMade,
  LinkPage,
  ListLinks,
  MakeLink,
} from './link.contract.ts'
import { endLink, followLink, listLinks, makeLink } from './links.ts'
import {
  AskAttention,
  AttentionPage,
  BeginTerm,
  BodyView,
  CrossOffices,
  EndTerm,
  EstateParties,
  FindHolders,
  FoundHolders,
  TermBegun,
  TermEnded,
} from './office.contract.ts'
import { coverageOf, coverageSheet, listLacking } from './org-coverage.ts'
import { partiesOf } from './parties.ts'
import { beginTerm, endTerm, listHolders } from './terms.ts'

const tags = ['offices']
const params = z.object({ id: z.uuid() })

/** Bodies with their people: offices held, links, and what is seen of them all. */
export const officeRoutes: Routes = async (app) => {
  await app.register(lookRoutes)
  await app.register(fileRoutes)
  app.post(
    '/api/bodies/:id/life',
    { schema: { tags, params, body: ChangeLife, response: { 200: LifeChanged } } },
    (request) => changeBody(request.ctx, request.params.id, request.body),
  )
  app.post(
    '/api/terms',
    { schema: { tags, body: BeginTerm, response: { 201: TermBegun } } },
    async (request, reply) => reply.code(201).send(await beginTerm(request.ctx, request.body)),
  )
  app.post(
    '/api/terms/:id/end',
    { schema: { tags, params, body: EndTerm, response: { 200: TermEnded } } },
    (request) => endTerm(request.ctx, request.params.id, request.body),
  )
  app.post(
    '/api/links',
    { schema: { tags, body: MakeLink, response: { 201: LinkMade } } },
    async (request, reply) => reply.code(201).send(await makeLink(request.ctx, request.body)),
  )
  app.post(
    '/api/links/:id/follow',
    { schema: { tags, params, body: FollowLink, response: { 200: LinkMade } } },
    (request) => followLink(request.ctx, request.params.id, request.body),
  )
  app.post(
    '/api/links/:id/end',
    { schema: { tags, params, body: EndLink, response: { 200: LinkEnded } } },
    (request) => endLink(request.ctx, request.params.id, request.body),
  )
}

const lookRoutes: Routes = async (app) => {
  const byArea = z.object({ areaId: z.uuid().optional() })
  app.get('/api/bodies/:id', { schema: { tags, params, response: { 200: BodyView } } }, (request) =>
    viewBody(request.ctx, request.params.id),
  )
  app.get(
    '/api/estates/:id/parties',
    { schema: { tags, params, response: { 200: EstateParties } } },
    (request) => partiesOf(request.ctx, request.params.id),
  )
  app.get('/api/grids/:id/team', { schema: { tags, params, response: { 200: GridTeam } } }, (request) =>
    teamOf(request.ctx, request.params.id),
  )
  app.get(
    '/api/holders',
    { schema: { tags, querystring: FindHolders, response: { 200: FoundHolders } } },
    (request) => listHolders(request.ctx, request.query),
  )
  app.get(
    '/api/attention',
    { schema: { tags, querystring: AskAttention, response: { 200: AttentionPage } } },
    (request) => listAttention(request.ctx, request.query),
  )
  app.get(
    '/api/cross-offices',
    { schema: { tags, querystring: byArea, response: { 200: CrossOffices } } },
    (request) => crossOffices(request.ctx, request.query.areaId),
  )
  app.get(
    '/api/links',
    { schema: { tags, querystring: ListLinks, response: { 200: LinkPage } } },
    (request) => listLinks(request.ctx, request.query),
  )
  app.get(
    '/api/coverage',
    { schema: { tags, querystring: AskCoverage, response: { 200: Coverage } } },
    (request) => coverageOf(request.ctx, request.query.areaId),
  )
  app.get(
    '/api/coverage/lacking',
    { schema: { tags, querystring: AskLacking, response: { 200: Lacking } } },
    (request) => listLacking(request.ctx, request.query),
  )
  app.get(
    '/api/coverage/sheet',
    { schema: { tags, querystring: AskCoverage.extend({ language: SheetLanguage }) } },
    async (request, reply) => {
      const { areaId, language } = request.query
      return sendSheet(reply, request.ctx, await coverageSheet(request.ctx, areaId, language))
    },
  )
}

/** Bodies, offices and holders as a workbook of three pages, in and out. */
const fileRoutes: Routes = async (app) => {
  const form = { tags, consumes: ['multipart/form-data'] }
  app.post(
    '/api/bodies/file',
    { schema: { ...form, response: { 201: BodyFileResult } } },
    async (request, reply) => {
      request.ctx.must('body.manage')
      const { source, name } = await sentForm(request)
      return reply.code(201).send(await importBodyFile(request.ctx, source, name))
    },
  )
  app.post(
    '/api/bodies/file/try',
    { schema: { ...form, response: { 200: BodyFileResult } } },
    async (request) => {
      request.ctx.must('body.manage')
      const { source, name } = await sentForm(request)
      return tryBodyFile(request.ctx, source, name)
    },
  )
  app.get(
    '/api/bodies/sheet',
    { schema: { tags, querystring: z.object({ language: SheetLanguage }) } },
    async (request, reply) =>
      sendSheet(reply, request.ctx, await bodySheets(request.ctx, request.query.language)),
  )
}
