import type { FastifyReply, FastifyRequest } from 'fastify'
import { newId } from '../../kernel/ids.ts'
import type { Name } from '../../kernel/names.ts'
import * as names from '../../kernel/names.ts'
import { tongueOf } from '../../kernel/tongue.ts'
import { emergencyLines, firstLines } from '../../matters/doors.contract.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { firstLanguage, type Language } from '../../web/words/language.ts'
import { type PlainWords, plainWords } from '../../web/words/plain.ts'
import { clientOf, proofOf } from './form.ts'
import { type Html, html } from './html.ts'

/** What every plain page is written with. */
export interface Plain {
  readonly ctx: Ctx
  readonly language: Language
  readonly words: PlainWords
  readonly nowMs: number
  /** This page in the other language; after a form was sent, the first page. */
  readonly inOtherLanguage: string
  /** An address of the plain pages in the reader's language, escaped for a query. */
  readonly to: (path: string, query?: Readonly<Record<string, string | undefined>>) => string
  /** The hidden fields of a form, which prove later that this server wrote it for this browser. */
  readonly proof: () => Html
}

/** A name in the language of the page. */
export const nameIn = ({ language }: Plain, name: Name): string => names.nameIn(language, name)

/** A place as one reads it in the language of the page. */
export const placeIn = ({ language }: Plain, place: { readonly names: readonly Name[] }): string =>
  names.placeIn(language, place)

/** What somebody wrote, marked with its language where that is not the page's, so that it is read out right. */
export const asWritten = ({ words }: Plain, said: string): Html => {
  const { lang } = tongueOf(said)
  return lang === undefined || lang === words.common.language
    ? html`${said}`
    : html`<span lang="${lang}">${said}</span>`
}

/** The language that the address names, else the browser's. */
function languageOf(request: FastifyRequest): Language {
  const { lang } = request.query as { lang?: string }
  if (lang === 'zh' || lang === 'en') return lang
  const accepted = request.headers['accept-language'] ?? ''
  return firstLanguage(accepted.split(',').map((one) => one.split(';')[0]!.trim()))
}

function inOtherLanguage({ method, url, query }: FastifyRequest, language: Language): string {
  const said = new URLSearchParams(method === 'GET' ? (query as Record<string, string>) : {})
  said.set('lang', language === 'zh' ? 'en' : 'zh')
  return `${method === 'GET' ? url.split('?')[0] : '/plain'}?${said}`
}

export function plainOf(request: FastifyRequest, reply: FastifyReply): Plain {
  const language = languageOf(request)
  const { ctx } = request
  return {
    ctx,
    language,
    words: plainWords[language],
    nowMs: ctx.clock.now().epochMilliseconds,
    inOtherLanguage: inOtherLanguage(request, language),
    to: (path, query = {}) => {
      const said = new URLSearchParams({ lang: language })
      for (const [key, value] of Object.entries(query)) if (value) said.set(key, value)
      return `/plain${path}?${said}`
    },
    proof: () => {
      const requestId = newId(ctx.clock.now().epochMilliseconds)
      const proof = proofOf(ctx.district, clientOf(request, reply), requestId)
      return html`<input type="hidden" name="requestId" value="${requestId}"><input type="hidden" name="proof" value="${proof}">`
    },
  }
}

/** A whole page, sent as it is: nothing of it is kept on the way, since it may be about somebody's own case. */
export function sendPage(reply: FastifyReply, plain: Plain, title: string, body: Html): FastifyReply {
  const { words, language, to } = plain
  const { tabs } = words.faces.portal
  const other = language === 'zh' ? 'en' : 'zh'
  const page = html`<!doctype html>
<html lang="${words.common.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.common.facts(title, words.plain.name)}</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/plain/plain.css">
</head>
<body>
<nav aria-label="${tabs.label}">
<a href="${to('')}">${words.plain.home}</a>
<a href="${to('/report')}">${tabs.report}</a>
<a href="${to('/follow')}">${tabs.follow}</a>
<a href="${to('/board')}">${tabs.board}</a>
<a href="${plain.inOtherLanguage}" lang="${other === 'zh' ? 'zh-CN' : 'en'}">${words.plain.otherLanguage}</a>
</nav>
<main>
<h1>${asWritten(plain, title)}</h1>
${body}
</main>
</body>
</html>`
  return reply.header('cache-control', 'no-store').type('text/html; charset=utf-8').send(page.html)
}

/** The numbers that come first, to be tapped. */
export const emergencyNotice = (plain: Plain): Html =>
  html`<p class="notice"><b>${plain.words.report.emergency.notice}</b>
${firstLines.map((line) => html`<a href="tel:${line}">${line} ${nameIn(plain, emergencyLines[line])}</a> `)}</p>`
