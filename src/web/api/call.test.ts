import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { en } from '../words/en.ts'
import { zh } from '../words/zh.ts'
import { call } from './call.ts'
import { newRequestId } from './identity.ts'
import { isRefusal, type Problem, sayProblem } from './problem.ts'

interface Answer {
  readonly status: number
  readonly body?: string
  /** Breaks the connection instead of answering. */
  readonly cut?: boolean
}

let server: Server | undefined
const heard: { method: string; body: string; headers: IncomingMessage['headers'] }[] = []

/** A server that gives these answers in turn; returns its address. */
async function answering(...answers: readonly Answer[]): Promise<string> {
  heard.length = 0
  server = createServer((request, reply) => {
    let body = ''
    request.on('data', (part) => {
      body += part
    })
    request.on('end', () => {
      const answer = answers[Math.min(heard.length, answers.length - 1)]!
      heard.push({ method: request.method!, body, headers: request.headers })
      if (answer.cut) request.socket.destroy()
      else reply.writeHead(answer.status).end(answer.body)
    })
  })
  await new Promise<void>((done) => server?.listen(0, '127.0.0.1', done))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

afterEach(() => new Promise<void>((done) => (server ? server.close(() => done()) : done())))

const quick = { retryAfterMs: [1, 1, 1] }
const problemOf = (work: Promise<unknown>): Promise<Problem> =>
  work.then(
    () => expect.fail('was not refused'),
    (error: Problem) => error,
  )

test('sends JSON, the phone’s secret and the receipt code, and answers with JSON', async () => {
  const at = await answering({ status: 200, body: '{"n":1}' })
  expect(await call('POST', `${at}/api/x`, { a: '字' }, { receipt: 'R-1' })).toEqual({ n: 1 })
  const [request] = heard
  expect(request?.body).toBe('{"a":"字"}')
  expect(request?.headers['x-linli-client']).toMatch(/^[0-9a-f]{64}$/)
  expect(request?.headers['x-linli-receipt']).toBe('R-1')
})

test('a post with a request id is sent again, the same, until an answer comes', async () => {
  const at = await answering({ status: 0, cut: true }, { status: 503 }, { status: 201, body: '{"ok":true}' })
  const body = { requestId: newRequestId(), words: 'x' }
  expect(await call('POST', `${at}/api/cases`, body, quick)).toEqual({ ok: true })
  expect(heard.map((request) => request.body)).toEqual(Array(3).fill(JSON.stringify(body)))
  expect(new Set(heard.map(({ headers }) => headers['x-linli-client'])).size).toBe(1)
})

test('a post without a request id is never sent twice, nor is one that was answered with a "no"', async () => {
  let at = await answering({ status: 0, cut: true })
  expect(await problemOf(call('POST', `${at}/x`, { words: 'x' }, quick))).toMatchObject({ kind: 'offline' })
  expect(heard).toHaveLength(1)
  at = await answering({ status: 409, body: '{"error":{"code":"version_conflict"}}' })
  await problemOf(call('POST', `${at}/x`, { requestId: newRequestId() }, quick))
  expect(heard).toHaveLength(1)
})

test('after the last try the reader is told that there is no network', async () => {
  const at = await answering({ status: 0, cut: true })
  const problem = await problemOf(call('POST', `${at}/x`, { requestId: newRequestId() }, quick))
  expect(heard).toHaveLength(4)
  expect(sayProblem(zh, problem)).toContain('现在没有网络')
  expect(sayProblem(en, problem), 'no stop of another language').toMatch(/^[^\u3000-\u303f]+\.$/)
})

test('a "no" comes with its code and facts, and is worded', async () => {
  const at = await answering({
    status: 422,
    body: '{"error":{"code":"matter_unknown","facts":{"matter":"GG12"}}}',
  })
  const problem = await problemOf(call('GET', `${at}/x`))
  expect(problem).toMatchObject({ kind: 'refused', status: 422, facts: { matter: 'GG12' } })
  expect(isRefusal(problem, 'matter_unknown')).toBe(true)
  expect(sayProblem(en, problem)).toContain('GG12')
})

test.each([
  ['a code of a newer server', 422, '{"error":{"code":"brand_new"}}', 'refused', '请刷新页面再试'],
  [
    'the name of something that every object has',
    422,
    '{"error":{"code":"toString"}}',
    'refused',
    '请刷新页面再试',
  ],
  ['a "no" for now', 503, '{"error":{"code":"codes_not_sent"}}', 'refused', '验证码短信'],
  ['a fault', 500, '{"error":{"code":"internal","facts":{"requestId":"r-1"}}}', 'broken', '系统出了问题'],
  ['a page of a proxy', 404, '<html>', 'broken', '系统出了问题'],
  ['a good status without JSON', 200, '<html>', 'broken', '系统出了问题'],
])('%s', async (_what, status, body, kind, said) => {
  const at = await answering({ status, body })
  const problem = await problemOf(call('GET', `${at}/x`))
  expect(problem).toMatchObject({ kind, status, reference: status === 500 ? 'r-1' : null })
  expect(sayProblem(zh, problem)).toContain(said)
})

test('204 has no body', async () => {
  const at = await answering({ status: 204 })
  expect(await call('DELETE', `${at}/x`)).toBeUndefined()
})
