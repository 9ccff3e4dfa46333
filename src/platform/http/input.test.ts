import { randomUUID } from 'node:crypto'
import fastify from 'fastify'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { photo } from '../../testing/photo.ts'
import type { World } from '../../testing/world.ts'
import { openWorld } from '../../testing/world.ts'
import { refuseBrokenTexts } from './clean-input.ts'
import { answerError } from './errors.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const reporting = () => ({
  requestId: randomUUID(),
  words: '路灯不亮',
  place: world.places.building1.placeCode,
})
const half = String.fromCharCode(0xd800)

describe('texts that no column can hold are refused with their field', () => {
  test.each([
    ['NUL', { words: '路灯\0不亮' }, 'words'],
    ['half a pair', { words: `路灯${half}` }, 'words'],
    ['further in', { contact: { name: `王${half}`, phone: '13800000001' } }, 'contact.name'],
    ['in a field that nobody reads', { more: ['\0'] }, 'more.0'],
  ] as const)('%s', async (_what, broken, field) => {
    const answer = await world.anonymous().post('/api/reports', { ...reporting(), ...broken })
    expect(answer).toMatchObject({
      status: 400,
      body: { error: { code: 'input_invalid', facts: { field } } },
    })
  })
  test.each(['/api/board?matter=%00', '/api/board/%00'])('%s', async (path) => {
    expect(await world.anonymous().get(path)).toMatchObject({ status: 400, refusal: 'input_invalid' })
  })
  test('whole pairs and every other character pass', () => {
    const request = { body: { words: '𠮷野家😀\n\t' }, query: {}, params: null }
    expect(() => refuseBrokenTexts(request)).not.toThrow()
  })
  test('a body that is nested deeper than a stack', () => {
    let body: unknown = '\0'
    for (let depth = 0; depth < 200_000; depth += 1) body = [body]
    expect(() => refuseBrokenTexts({ body, query: {}, params: {} })).toThrow('input_invalid')
  })
})

test.each([
  ['no uuid behind it', '2026-11-18T01:00:00Z|------------------------------------'],
  ['a day that is none', '2026-13-45T01:00:00Z|0195f0a0-0000-7000-8000-000000000000'],
  ['a year that no list has', '0000-01-01T00:00:00Z|0195f0a0-0000-7000-8000-000000000000'],
  ['more than a key', '2026-11-18T01:00:00Z|0195f0a0-0000-7000-8000-000000000000|x'],
])('a place in a list with %s is refused', async (_what, key) => {
  const after = Buffer.from(key).toString('base64url')
  expect(await world.anonymous().get(`/api/board?after=${after}`)).toMatchObject({
    status: 400,
    refusal: 'input_invalid',
  })
})

test.each(['1999-12-31T23:59:59+08:00', '0000-01-01T00:00:00Z'])(
  'nothing is reported of %s',
  async (occurredAt) => {
    expect(await world.anonymous().post('/api/reports', { ...reporting(), occurredAt })).toMatchObject({
      status: 400,
      refusal: 'input_invalid',
    })
  },
)

test('a photograph is sent with one report, and never with a second', async () => {
  const person = world.anonymous()
  const upload = { bytes: await photo(55), type: 'image/jpeg' }
  const photos = [(await person.upload<{ fileId: string }>('/api/photos', upload)).body.fileId]
  const first = { ...reporting(), photos }
  expect((await person.post('/api/reports', first)).status).toBe(201)
  expect((await person.post('/api/reports', first)).status).toBe(201)
  const second = await person.post('/api/reports', { ...reporting(), photos })
  expect(second).toMatchObject({ status: 409, refusal: 'photo_used_already' })
})

test.each([
  ['22008', 400, 'input_invalid'],
  ['22P02', 400, 'input_invalid'],
  ['40P01', 409, 'version_conflict'],
  ['40001', 409, 'version_conflict'],
  ['42601', 500, 'internal'],
])('SQLSTATE %s is answered by %i %s', async (state, status, code) => {
  const app = fastify()
  app.setErrorHandler(answerError)
  app.get('/', async () => {
    throw Object.assign(new pg.DatabaseError('said by the database', 0, 'error'), { code: state })
  })
  const answer = await app.inject('/')
  expect(answer.statusCode).toBe(status)
  expect(answer.json()).toMatchObject({ error: { code } })
  expect(answer.body).not.toContain('said by')
})
