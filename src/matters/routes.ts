import { z } from 'zod'
import type { Routes } from '../platform/http/server.ts'
import { announceYear } from './announce-year.ts'
import { readYear } from './calendar.ts'
import {
  AnnounceYear,
  CalendarYear,
  Matter,
  OfficeNow,
  PublicMatter,
  SuggestedMatter,
  SuggestMatters,
} from './contract.ts'
import { listMatters, readMatter, suggestFor } from './matters.ts'
import { officeNow } from './office-now.ts'

const ByCode = z.object({ code: Matter.shape.code })
const ByYear = z.object({ year: z.coerce.number().int().min(1990).max(2200) })
const tags = ['matters']

export const matterRoutes: Routes = async (app) => {
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
