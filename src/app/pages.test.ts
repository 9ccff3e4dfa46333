import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import fastify from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { servePages } from './pages.ts'

let app: FastifyInstance
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'linli-pages-'))
  for (const face of ['.', 'report', 'field', 'console', 'kit', 'assets']) {
    await mkdir(join(folder, face), { recursive: true })
    await writeFile(join(folder, face, 'index.html'), face)
  }
  await writeFile(join(folder, 'assets', 'portal-Ab12.js'), 'portal')
  await writeFile(join(folder, 'field', 'worker.js'), 'worker')
  await mkdir(join(folder, '.vite'))
  await writeFile(join(folder, '.vite', 'manifest.json'), '{}')
  app = fastify()
  app.setNotFoundHandler((_request, reply) => reply.code(404).send('nothing'))
  await servePages(app, folder)
})
afterAll(async () => {
  await app.close()
  await rm(folder, { recursive: true })
})

const get = (url: string, accept = 'text/html') => app.inject({ url, headers: { accept } })

test.each([
  ['/', '.'],
  ['/board', '.'],
  ['/fields', '.'],
  ['/report', 'report'],
  ['/report/?place=8F3K', 'report'],
  ['/report/of/nothing', '.'],
  ['/field', 'field'],
  ['/field/report?from=qr', 'field'],
  ['/console/queue/1', 'console'],
  ['/kit/', 'kit'],
])('%s is answered by the page in %s, asked for anew each time', async (url, face) => {
  const reply = await get(url)
  expect([reply.statusCode, reply.body]).toEqual([200, face])
  expect(reply.headers['cache-control']).toBe('public, max-age=0')
})

test('an asset is kept for good, another file is asked for anew', async () => {
  const asset = await get('/assets/portal-Ab12.js', '*/*')
  expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable')
  expect((await get('/field/worker.js', '*/*')).headers['cache-control']).toBe('public, max-age=0')
})

test.each(['/assets/gone.js', '/gone.png', '/api/gone', '/.vite/manifest.json', '/field/%2e%2e/%2e%2e/x.js'])(
  '%s is not answered by a page',
  async (url) => expect((await get(url)).body).not.toMatch(/^(\.|field)$/),
)

test.each(['*/*', 'text/*;q=0.8', undefined])('who takes %s takes a page', async (accept) => {
  const reply = await app.inject({ url: '/', headers: accept === undefined ? {} : { accept } })
  expect([reply.statusCode, reply.body]).toEqual([200, '.'])
})

test('only who takes a page is given one', async () => {
  expect((await get('/board', 'application/json')).statusCode).toBe(404)
  expect((await get('/api/gone', '*/*')).statusCode).toBe(404)
  expect((await app.inject({ method: 'POST', url: '/board' })).statusCode).toBe(404)
})
