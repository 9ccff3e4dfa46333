import { gunzipSync } from 'node:zlib'
import fastify from 'fastify'
import { expect, test } from 'vitest'
import { compressed } from './compressed.ts'

const app = fastify()
app.addHook('onSend', compressed)
const long = { words: '楼道灯不亮。'.repeat(500) }
app.get('/long', async () => long)
app.post('/long', async () => long)
app.get('/short', async () => ({ words: '灯' }))
app.get('/file', async (_request, reply) => reply.type('image/jpeg').send(Buffer.alloc(5000)))

test('a long answer is compressed for who takes it, and says so', async () => {
  const reply = await app.inject({ url: '/long', headers: { 'accept-encoding': 'br, gzip;q=0.5' } })
  expect(reply.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' })
  expect(JSON.parse(gunzipSync(reply.rawPayload).toString())).toEqual(long)
  expect(reply.headers['content-length']).toBe(String(reply.rawPayload.length))
})

test.each([
  ['who does not take it', 'GET', '/long', ''],
  ['who refuses it', 'GET', '/long', 'gzip;q=0, br'],
  ['what was written', 'POST', '/long', 'gzip'],
  ['what is short', 'GET', '/short', 'gzip'],
  ['a file', 'GET', '/file', 'gzip'],
] as const)('%s: nothing is compressed', async (_of, method, url, takes) => {
  const reply = await app.inject({ method, url, headers: { 'accept-encoding': takes } })
  expect(reply.statusCode).toBe(200)
  expect(reply.headers['content-encoding']).toBeUndefined()
})
