import type { InjectOptions } from 'fastify'
import { ReportForm } from '../../app/plain/report-pages.ts'
import { plainCookies } from '../../people/door.ts'
import type { Stored } from './store-all-texts.ts'
import { hostileText } from './store-texts.ts'

/** A page that the server wrote itself. */
export interface WrittenPage {
  readonly url: string
  readonly status: number
  readonly type: string
  readonly text: string
}
const said = encodeURIComponent(hostileText(8000))
/** Addresses of the plain pages as they are asked for; whatever a query or a path says may come back in the page. */
const pages = ({ receipt, own }: Stored): Readonly<Record<string, string>> => ({
  '/plain': `/plain?lang=${said}&x=${said}`,
  '/plain/board': `/plain/board?matter=${said}&community=${said}&after=${said}&near=${said}`,
  '/plain/board#': '/plain/board',
  '/plain/board/:number': `/plain/board/${receipt.number}`,
  '/plain/board/:number#own': `/plain/board/${own.number}?lang=en&x=${said}`,
  '/plain/board/:number#none': `/plain/board/${said}`,
  '/plain/report': `/plain/report?place=${said}`,
  '/plain/receipt': '/plain/receipt',
  '/plain/follow': `/plain/follow?x=${said}`,
  '/plain/follow/case': '/plain/follow/case',
  '/plain/*': `/plain/${said}?x=${said}`,
})

/** Addresses of the plain pages that no request here asks for, by the server's own list of routes; none, if all is well. */
export async function pagesLeft(stored: Stored): Promise<string[]> {
  const { app } = stored.world
  await app.ready()
  const asked = Object.keys(pages(stored)).map((path) => path.split('#')[0])
  const way: string[] = []
  return app
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      const [, indent = '', part = '', methods = ''] = /^([│ ]*)[├└]── (\S+) \((.*)\)/.exec(line) ?? []
      way.splice(indent.length / 4, Number.POSITIVE_INFINITY, part === '*' ? '/*' : part)
      const path = way.join('')
      return path.startsWith('/plain') && methods.includes('GET') && !path.endsWith('.css') ? [path] : []
    })
    .filter((path) => !asked.includes(path))
}

/** Every page that the server writes, to whoever holds the receipt of a case and to whoever sends a form. */
export async function readPages(stored: Stored): Promise<WrittenPage[]> {
  const { app, places } = stored.world
  const read: WrittenPage[] = []
  const ask = async (url: string, options: InjectOptions = {}) => {
    const cookie = `${plainCookies.receipt}=${stored.receipt.receiptCode}; ${plainCookies.client}=${client}`
    const answer = await app.inject({ ...options, url, headers: { cookie, ...options.headers } })
    const type = String(answer.headers['content-type'] ?? '')
    read.push({ url, status: answer.statusCode, type, text: answer.body })
    return answer
  }
  for (const url of Object.values(pages(stored))) await ask(url)
  const form = (await ask(`/plain/report?place=${places.building1.placeCode}`)).body
  const proven = Object.fromEntries(
    [...form.matchAll(/name="(requestId|proof)" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!]),
  )
  const send = (url: string, fields: Record<string, string>) =>
    ask(url, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(fields).toString(),
    })
  // Words of an emergency: the form comes back, every field of it carried along.
  const names = Object.keys(ReportForm.shape).filter((name) => !(name in proven) && name !== 'notEmergency')
  const fields = Object.fromEntries(
    names.map((name, index) => [name, hostileText(8100 + index).slice(0, 10)]),
  )
  await send('/plain/report', { ...proven, ...fields, words: `家里着火了 ${hostileText(8200)}` })
  await send('/plain/report', { ...proven, ...fields, [hostileText(8300)]: 'x' })
  await send('/plain/follow', { ...proven, code: hostileText(8400) })
  await send('/plain/follow/rate', { ...proven, words: hostileText(8500) })
  return read
}
const client = 'ab'.repeat(32)
