import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { foundBy, type LighthousePhone, openLighthousePhone } from './lighthouse.ts'
import { openSite, type Site } from './site.ts'

// What Lighthouse finds in a page does not depend on how busy the machine is; how fast the page is does, and is
// measured by `npm run bench -- lighthouse`.

let site: Site
let phone: LighthousePhone
beforeAll(async () => {
  site = await openSite()
  phone = await openLighthousePhone()
})
afterAll(async () => {
  await phone?.close()
  await site?.close()
})

const categories = ['accessibility', 'best-practices']
const foundOn = async (path: string) => {
  const result = await phone.measure(`${site.address}${path}`, categories)
  return categories.flatMap((category) => foundBy(result, category))
}

test.each(['/', '/report', '/follow', '/board'])('Lighthouse finds nothing wrong on %s', async (path) => {
  expect(await foundOn(path)).toEqual([])
})

test('and does find what is wrong', async () => {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end('<!doctype html><title>x</title><img src="data:,"><script>nothing()</script>')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const result = await phone.measure(
    `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    categories,
  )
  server.close()
  const found = categories.map((category) => foundBy(result, category).length)
  expect(Math.min(...found)).toBeGreaterThan(0)
})
