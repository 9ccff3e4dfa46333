import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../world.ts'
import { type Address, addressesOf, loosePaths } from './open-api.ts'

let world: World
let addresses: readonly Address[]
beforeAll(async () => {
  world = await openWorld()
  addresses = await addressesOf(world.app)
})
afterAll(() => world.close())

test('every body that is sent refuses a field that nobody described, however deep', () => {
  const loose = addresses.flatMap(({ route, body }) =>
    body === null ? [] : loosePaths(body).map((path) => `${route} ${path}`),
  )
  expect(addresses.filter(({ body }) => body !== null).length).toBeGreaterThan(80)
  expect(loose).toEqual([])
})

test('the walk finds what is open, in lists and in one of several forms too', () => {
  const open = { type: 'object', properties: { name: { type: 'string' } } }
  const closed = { ...open, additionalProperties: false }
  expect(loosePaths(closed)).toEqual([])
  expect(loosePaths({ ...closed, properties: { days: { type: 'array', items: open } } })).toEqual(['.days[]'])
  expect(loosePaths({ anyOf: [closed, open] })).toEqual(['(body)'])
})

/** Single sign-on: the provider may send more along. */
const open = ['/api/auth/oidc/callback']

test('every query refuses a field that its address does not have', async () => {
  const asked = addresses.filter(({ queries, path }) => queries.length > 0 && !open.includes(path))
  expect(asked.length).toBeGreaterThan(40)
  const id = world.places.district.id
  const headers = await world.as('administrator').headers()
  for (const { method, path } of asked) {
    const url = `${path.replace(/\{\w+\}/g, id)}?notAFilter=1`
    const answer = await world.app.inject({ method: method === 'get' ? 'GET' : 'POST', url, headers })
    expect([answer.statusCode, answer.json().error?.code], url).toEqual([400, 'input_invalid'])
  }
})

test('a filter that is spelled wrong writes nothing out', async () => {
  const url = '/api/desk/export?queue=open&areaID=x'
  const answer = await world.app.inject({ url, headers: await world.as('centre').headers() })
  expect(answer.statusCode).toBe(400)
  expect(answer.json()).toMatchObject({ error: { facts: { field: 'areaID', rule: 'unrecognized_keys' } } })
})
