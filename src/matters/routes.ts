import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { isCalendarDay } from '../kernel/entered-day.ts'
import { fieldsAs, sentForm } from '../platform/http/sent-file.ts'
import type { Routes } from '../platform/http/server.ts'
import { SheetLanguage, sendSheet } from '../platform/sheet/send-sheet.ts'
import { announceMatter, previewMatter, retireMatter } from './announce-matter.ts'
import { announceYear } from './announce-year.ts'
import { everyAnswering } from './answering-words.rule.ts'
import { readYear } from './calendar.ts'
import { catalogueDays, catalogueDiff, matterHistory } from './catalogue-history.ts'
import {
  AnnounceMatter,
  AnnounceYear,
  AnsweringOption,
  AskCatalogueDiff,
  CalendarYear,
  CatalogueDays,
  CatalogueDiff,
  CatalogueImport,
  CatalogueTrial,
  DraftMatter,
  Matter,
  MatterAnnounced,
  MatterHistory,
  MatterPreview,
  PublicMatter,
  RetireMatter,
  SuggestedMatter,
  SuggestMatters,
} from './contract.ts'
import { catalogueList } from './export-catalogue.ts'
import { importCatalogueFile, tryCatalogueFile } from './import-catalogue.ts'
import { listMatters, readMatter } from './matters.ts'
import { OfficeNow } from './office-now.contract.ts'
import { officeNow } from './office-now.ts'
import { suggestFor } from './suggest-for.ts'

const ByCode = z.object({ code: Matter.shape.code })
const ByYear = z.object({ year: z.coerce.number().int().min(1990).max(2200) })
const tags = ['matters']

export const matterRoutes: Routes = async (app) => {
  await app.register(catalogueRoutes)
  app.get('/api/matters', { schema: { tags, response: { 200: z.array(PublicMatter) } } }, (request) =>
    listMatters(request.ctx),
  )
  // A reporter's words have no place in an address, which proxies write to their logs.
  app.post(
    '/api/matters/suggest',
    { schema: { tags, body: SuggestMatters, response: { 200: z.array(SuggestedMatter) } } },
    (request) => suggestFor(request.ctx, request.body),
  )
  app.get('/api/matters/:code', { schema: { tags, params: ByCode, response: { 200: Matter } } }, (request) =>
    readMatter(request.ctx, request.params.code),
  )
  app.get('/api/office', { schema: { tags, response: { 200: OfficeNow } } }, (request) =>
    officeNow(request.ctx),
  )
  app.get(
    '/api/calendar/:year',
    { schema: { tags, params: ByYear, response: { 200: CalendarYear } } },
    (request) => readYear(request.ctx, request.params.year),
  )
  app.post(
    '/api/calendar/:year',
    { schema: { tags, params: ByYear, body: AnnounceYear, response: { 200: CalendarYear } } },
    (request) => announceYear(request.ctx, request.params.year, request.body),
  )
}

/** The catalogue's past, its changes and what is announced. */
const catalogueRoutes: Routes = async (app) => {
  const day = z.iso.date().optional()
  app.get(
    '/api/catalogue/answering',
    { schema: { tags, response: { 200: z.array(AnsweringOption) } } },
    async () => everyAnswering(),
  )
  app.get('/api/catalogue/days', { schema: { tags, response: { 200: CatalogueDays } } }, (request) =>
    catalogueDays(request.ctx),
  )
  app.get(
    '/api/catalogue/diff',
    { schema: { tags, querystring: AskCatalogueDiff, response: { 200: CatalogueDiff } } },
    (request) => catalogueDiff(request.ctx, request.query),
  )
  app.get(
    '/api/catalogue/sheet',
    { schema: { tags, querystring: z.object({ day, language: SheetLanguage }) } },
    async (request, reply) => sendSheet(reply, request.ctx, await catalogueList(request.ctx, request.query)),
  )
  const file = { tags, consumes: ['multipart/form-data'] }
  app.post(
    '/api/catalogue/file',
    { schema: { ...file, response: { 201: CatalogueImport } } },
    async (request, reply) => reply.code(201).send(await readFile(request, importCatalogueFile)),
  )
  app.post('/api/catalogue/file/try', { schema: { ...file, response: { 200: CatalogueTrial } } }, (request) =>
    readFile(request, tryCatalogueFile),
  )
  app.get(
    '/api/catalogue/:code',
    { schema: { tags, params: ByCode, response: { 200: MatterHistory } } },
    (request) => matterHistory(request.ctx, request.params.code),
  )
  app.post(
    '/api/catalogue/preview',
    { schema: { tags, body: DraftMatter, response: { 200: MatterPreview } } },
    (request) => previewMatter(request.ctx, request.body),
  )
  app.post(
    '/api/catalogue',
    { schema: { tags, body: AnnounceMatter, response: { 201: MatterAnnounced } } },
    async (request, reply) => reply.code(201).send(await announceMatter(request.ctx, request.body)),
  )
  app.post(
    '/api/catalogue/:code/retire',
    { schema: { tags, params: ByCode, body: RetireMatter, response: { 200: MatterAnnounced } } },
    (request) => retireMatter(request.ctx, request.params.code, request.body),
  )
}

/** Beside a catalogue's file: from which day it holds, and whether what it does not name is ended. */
const BesideFile = z.object({
  fromDay: z.iso.date().refine(isCalendarDay).optional(),
  retire: z.stringbool().default(false),
})

async function readFile<Result>(
  request: FastifyRequest,
  reader: (...of: Parameters<typeof importCatalogueFile>) => Promise<Result>,
): Promise<Result> {
  // Before the file is read into memory: whoever may not import cannot fill it.
  request.ctx.must('matter.manage')
  const form = await sentForm(request)
  const { fromDay, retire } = fieldsAs(form, BesideFile)
  return reader(request.ctx, form.source, form.name, {
    retire,
    ...(fromDay === undefined ? {} : { fromDay }),
  })
}
