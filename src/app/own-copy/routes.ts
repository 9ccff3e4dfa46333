import { z } from 'zod'
import { dayOf } from '../../platform/clock.ts'
import { floodLimit } from '../../platform/http/flood.ts'
import type { Routes } from '../../platform/http/server.ts'
import { SheetLanguage, sendFile, sendSheet } from '../../platform/sheet/send-sheet.ts'
import { ownCopy } from './own-copy.ts'
import { ownSheet } from './own-sheet.ts'

// Everything of one person at once: a few times suffice.
const copies = floodLimit({ anonymous: 5, account: 20 })
const tags = ['rights']

/** A copy of all that is held of whoever asks, for programs and for people. */
export const ownCopyRoutes: Routes = async (app) => {
  app.get('/api/my/copy', { config: copies, schema: { tags } }, async (request, reply) => {
    const { ctx } = request
    const day = dayOf(ctx.clock.now(), ctx.district.timeZone)
    const bytes = Buffer.from(`${JSON.stringify(await ownCopy(ctx), null, 1)}\n`)
    return sendFile(reply, bytes, `my-information-${day}.json`, 'application/json')
  })
  app.get(
    '/api/my/copy/workbook',
    { config: copies, schema: { tags, querystring: z.object({ language: SheetLanguage }) } },
    async (request, reply) =>
      sendSheet(
        reply,
        request.ctx,
        ownSheet(request.ctx, await ownCopy(request.ctx), request.query.language),
      ),
  )
}
