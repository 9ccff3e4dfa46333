import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bareDistrict } from '../../testing/bare-district.ts'
import { systemClock } from '../clock.ts'
import type { Who } from '../ctx.ts'
import { systemWho } from '../system.ts'
import { householdOf } from './flood.ts'
import { buildServer, type Routes } from './server.ts'

const perMinute = 5
const bare = await bareDistrict(systemClock)
let app: FastifyInstance
beforeAll(async () => {
  const rooms: Routes[] = [async (room) => void room.get('/api/here', async ({ ip }) => ({ ip }))]
  const someone = { ...systemWho([]), kind: 'anonymous' as Who['kind'] }
  app = await buildServer({
    district: bare.district,
    clock: systemClock,
    must: () => undefined,
    committed: () => undefined,
    ready: async () => true,
    rooms,
    log: false,
    limits: { perMinute },
    trustedProxies: ['10.1.0.7'],
    whoOf: async ({ headers }) => ({ ...someone, accountId: String(headers['x-account'] ?? '') || null }),
  })
})
afterAll(async () => {
  await app.close()
  await bare.close()
})

const ask = (remoteAddress: string, headers: Record<string, string> = {}) =>
  app.inject({ url: '/api/here', remoteAddress, headers })
const flood = async (remoteAddress: string, headers: Record<string, string> = {}): Promise<number[]> => {
  const codes: number[] = []
  while (codes.length <= perMinute) codes.push((await ask(remoteAddress, headers)).statusCode)
  return codes
}
const stoppedAtLast = [...Array<number>(perMinute).fill(200), 429]

test('a flood from an address stops its strangers and not the accounts behind it', async () => {
  expect(await flood('10.9.0.1')).toEqual(stoppedAtLast)
  expect((await ask('10.9.0.1')).statusCode).toBe(429)
  expect((await ask('10.9.0.1', { 'x-account': 'one' })).statusCode).toBe(200)
})

test('an account is counted wherever it asks from, and alone', async () => {
  expect(await flood('10.9.0.2', { 'x-account': 'two' })).toEqual(stoppedAtLast)
  expect((await ask('10.9.0.3', { 'x-account': 'two' })).statusCode).toBe(429)
  expect((await ask('10.9.0.2', { 'x-account': 'three' })).statusCode).toBe(200)
})

describe('where a request came from', () => {
  const forwarded = { 'x-forwarded-for': '198.51.100.4' }
  test.each([
    ['10.1.0.7', '198.51.100.4'],
    ['10.1.0.8', '10.1.0.8'],
  ])('is told by a proxy that is named: %s', async (from, ip) => {
    expect((await ask(from, forwarded)).json()).toEqual({ ip })
  })
})

test.each([
  ['198.51.100.4', '198.51.100.4'],
  ['::ffff:198.51.100.4', '198.51.100.4'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:DB8:1:2::9', '2001:db8:1:2'],
  ['2001:db8::9', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
])('%s counts as %s', (ip, household) => {
  expect(householdOf(ip)).toBe(household)
})
