import { readFileSync } from 'node:fs'
import type { FastifyContextConfig, FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { followedCase } from '../../cases/door.ts'
import { BoardQuery } from '../../cases/story.contract.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { plainCookies } from '../../people/door.ts'
import { heardAs } from '../../platform/http/errors.ts'
import { floodLimit } from '../../platform/http/flood.ts'
import type { Routes } from '../../platform/http/server.ts'
import { sayRefusal } from '../../web/words/say-refusal.ts'
import { boardCase, boardList } from './board-pages.ts'
import { ActForm, addWords, CodeForm, codeForm, ownCasePage, rate, receiptPage } from './follow-pages.ts'
import { closeReceipt, mustBeOurs, openReceipt } from './form.ts'
import { type Html, html } from './html.ts'
import { emergencyNotice, type Plain, plainOf, sendPage } from './page.ts'
import { ReportForm, reportForm, sendReport } from './report-pages.ts'

const style = readFileSync(new URL('plain.css', import.meta.url), 'utf8')
/** The place of a scanned code; an address that names several, or none that can be one, names no place. */
const Scanned = z.object({ place: z.string().max(40) })
const Language = { lang: z.enum(['zh', 'en']).optional() }
const reports = floodLimit({ anonymous: 30, account: 30 })
// The pages that a receipt code opens, too: the code comes in a cookie, which its sender may write as it likes.
const attempts = floodLimit({ anonymous: 120, account: 120 })
const hidden = { hide: true } as const

/**
 * Pages that the server writes whole, for browsers without scripts: the board, reporting, following. They know no
 * account, so a form of another site could do nothing in anybody's name; forms carry a proof all the same.
 */
export const plainRoutes: Routes = async (app) => {
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  )
  app.setErrorHandler(sayError)
  app.get('/plain/plain.css', { schema: hidden }, (_request, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', 'public, max-age=3600').send(style),
  )
  const page = (
    path: string,
    write: (plain: Plain, request: FastifyRequest) => Promise<Page>,
    config: FastifyContextConfig = {},
  ) =>
    app.get(path, { config, schema: hidden }, async (request, reply) => {
      const plain = plainOf(request, reply)
      const { title, body } = await write(plain, request)
      return sendPage(reply, plain, title, body)
    })
  page('/plain', async (plain) => ({ title: plain.words.plain.name, body: homePage(plain) }))
  page('/plain/board', async (plain, { query }) => ({
    title: plain.words.portal.board.title,
    body: await boardList(plain, boardQuery(query)),
  }))
  page('/plain/board/:number', async (plain, { params }) =>
    boardCase(plain, (params as { number: string }).number.slice(0, 30)),
  )
  page('/plain/report', async (plain, { query }) => ({
    title: plain.words.report.title,
    body: await reportForm(plain, Scanned.safeParse(query).data?.place),
  }))
  page(
    '/plain/receipt',
    async (plain, { cookies }) => {
      const code = cookies[plainCookies.receipt] ?? ''
      const found = await followedCase(plain.ctx, null)
      return { title: plain.words.report.receipt.title, body: receiptPage(plain, found, code) }
    },
    attempts,
  )
  page('/plain/follow', async (plain) => ({ title: plain.words.follow.title, body: codeForm(plain) }))
  page('/plain/follow/case', ownCaseOrForm, attempts)
  // Whoever lost the way here has no scripts: the portal's page would show nothing.
  app.get('/plain/*', { schema: hidden }, (request, reply) => {
    const plain = plainOf(request, reply)
    if ((request.params as { '*': string })['*'] === '') return reply.redirect(plain.to(''))
    const { notFound, notFoundNext } = plain.words.common.states
    const body = html`<p>${notFoundNext}</p><p><a href="${plain.to('')}">${plain.words.plain.home}</a></p>`
    return sendPage(reply.code(404), plain, notFound, body)
  })
  await app.register(forms)
}

async function ownCaseOrForm(plain: Plain): Promise<Page> {
  try {
    return await ownCasePage(plain)
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'not_found')) throw error
    const { follow } = plain.words
    return { title: follow.title, body: html`<p role="alert">${follow.notFound}</p>${codeForm(plain)}` }
  }
}

interface Page {
  readonly title: string
  readonly body: Html
}

/** What is sent: checked to be ours, done, and answered by an address that can be opened again without doing it again. */
const forms: Routes = async (app) => {
  const querystring = z.object(Language)
  app.post(
    '/plain/report',
    { config: reports, schema: { ...hidden, querystring, body: ReportForm } },
    async (request, reply) => {
      mustBeOurs(request, request.body)
      const plain = plainOf(request, reply)
      const sent = await sendReport(plain, request.body)
      if (!('receipt' in sent)) return sendPage(reply, plain, sent.title, sent.body)
      openReceipt(request, reply, sent.receipt.receiptCode)
      return reply.redirect(plain.to('/receipt'), 303)
    },
  )
  app.post(
    '/plain/follow',
    { config: attempts, schema: { ...hidden, querystring, body: CodeForm } },
    async (request, reply) => {
      mustBeOurs(request, request.body)
      openReceipt(request, reply, request.body.code.toUpperCase().replace(/[^0-9A-Z-]/g, ''))
      return reply.redirect(plainOf(request, reply).to('/follow/case'), 303)
    },
  )
  app.post(
    '/plain/follow/close',
    { schema: { ...hidden, querystring, body: ActForm } },
    async (request, reply) => {
      mustBeOurs(request, request.body)
      closeReceipt(reply)
      return reply.redirect(plainOf(request, reply).to('/follow'), 303)
    },
  )
  for (const [name, work] of [
    ['add', addWords],
    ['rate', rate],
  ] as const)
    app.post(
      `/plain/follow/${name}`,
      { config: attempts, schema: { ...hidden, querystring, body: ActForm } },
      async (request, reply) => {
        mustBeOurs(request, request.body)
        const plain = plainOf(request, reply)
        await work(plain, request.body)
        return reply.redirect(plain.to('/follow/case'), 303)
      },
    )
}

/** A filter that makes no sense shows the whole board rather than a "no". */
function boardQuery(query: unknown): BoardQuery {
  const { community, ...rest } = query as Record<string, string>
  const parsed = BoardQuery.safeParse({ ...rest, ...(community ? { community } : {}) })
  return parsed.success ? parsed.data : BoardQuery.parse({})
}

function homePage(plain: Plain): Html {
  const { words, to } = plain
  const { tabs, reportButton } = words.faces.portal
  return html`<p>${words.plain.lead}</p>
${emergencyNotice(plain)}
<ul class="rows">
<li><a href="${to('/report')}">${reportButton}</a></li>
<li><a href="${to('/follow')}">${tabs.follow}</a></li>
<li><a href="${to('/board')}">${tabs.board}</a></li>
</ul>
<p>${words.portal.me.help}</p>
<p><a href="/">${words.plain.full}</a></p>`
}

/** A "no" as a page, with the status that the API would answer with. */
function sayError(error: FastifyError | Refusal, request: FastifyRequest, reply: FastifyReply) {
  const plain = plainOf(request, reply)
  const { words } = plain
  const refusal = heardAs(error, request, reply)
  const said =
    refusal === null
      ? words.common.states.brokenNext
      : sayRefusal(words.refusals, refusal.code, refusal.facts)
  const body = html`<p role="alert">${said}</p><p><a href="${plain.to('')}">${words.plain.home}</a></p>`
  return sendPage(reply.code(refusal?.status ?? 500), plain, words.plain.problem, body)
}
