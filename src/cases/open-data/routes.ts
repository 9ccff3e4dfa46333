import { Readable } from 'node:stream'
import { Refusal } from '../../kernel/refusal.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { floodLimit } from '../../platform/http/flood.ts'
import type { Routes } from '../../platform/http/server.ts'
import { csvLines } from '../../platform/sheet/write-sheet.ts'
import { OpenDataMonths, OpenDataQuery } from './open-data.contract.ts'
import { openFeature, openHead, openLine } from './open-data.rule.ts'
import { openCases, openDataMonths } from './open-data.ts'

const tags = ['open-data']
/** A file is a month of a city: few are asked for, and each costs. */
const most = { anonymous: 60, account: 120 }
const types = { csv: 'text/csv; charset=utf-8', geojson: 'application/geo+json; charset=utf-8' } as const

/** What the public board shows, for other programs. */
export const openDataRoutes: Routes = async (app) => {
  app.get('/api/open-data', { schema: { tags, response: { 200: OpenDataMonths } } }, (request) =>
    openDataMonths(request.ctx),
  )
  app.get(
    '/api/open-data/cases',
    // A head alone would have the whole month read to no end.
    { schema: { tags, querystring: OpenDataQuery }, config: floodLimit(most), exposeHeadRoute: false },
    async (request, reply) => {
      const { ctx, query } = request
      const { months } = await openDataMonths(ctx)
      if (!months.includes(query.month)) throw new Refusal('not_found', { kind: 'month' })
      const written = query.format === 'csv' ? asCsv(ctx, query) : asGeoJson(ctx, query)
      return reply
        .type(types[query.format])
        .header('content-disposition', `attachment; filename="cases-${query.month}.${query.format}"`)
        .send(Readable.from(written))
    },
  )
}

async function* asCsv(ctx: Ctx, query: OpenDataQuery): AsyncGenerator<string> {
  const rows = async function* () {
    for await (const row of openCases(ctx, query)) yield openLine(row, query.language)
  }
  yield* csvLines(openHead(query.language), rows())
}

async function* asGeoJson(ctx: Ctx, query: OpenDataQuery): AsyncGenerator<string> {
  yield '{"type":"FeatureCollection","features":['
  let between = ''
  for await (const row of openCases(ctx, query)) {
    yield between + openFeature(row)
    between = ',\n'
  }
  yield ']}\n'
}
