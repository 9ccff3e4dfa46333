import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../testing/world.ts'
import { personAt } from '../../testing/world-client.ts'
import type { Me } from '../contract.ts'
import type { NewKey, ServiceAccounts } from './contract.ts'

/** What the desk and reporting answer, as far as it is looked at here: the room of cases stands above. */
interface Receipt {
  readonly caseId: string
}
interface DeskPage {
  readonly rows: readonly { readonly id: string }[]
}

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const program = (key: string, more: Record<string, string> = {}) =>
  personAt(world.app, async () => ({ authorization: `Bearer ${key}`, ...more }))
const asked = (more: object = {}) => ({
  name: '12345 热线',
  acts: ['case.accept_on_behalf', 'case.see'],
  areaId: world.places.street1.id,
  endsOn: '2027-06-30',
  ...more,
})
const open = (more: object = {}) => world.as('administrator').does<NewKey>('/api/services', asked(more))
const report = (areaId: string) => ({ requestId: randomUUID(), words: '楼道灯不亮', areaId })
const rowsOf = async (id: string) => {
  const { rows } = await world.as('administrator').sees<ServiceAccounts>('/api/services')
  return rows.find((row) => row.id === id)!
}

test('a key opens its acts in its area, by the same rule as any post, and nothing else', async () => {
  const { key, accountId } = await open()
  const me = await program(key).sees<Me>('/api/me')
  expect(me.account).toEqual({ id: accountId, kind: 'staff', name: '12345 热线' })
  expect(me.acts.filter((act) => !world.system.who.acts.includes(act))).toEqual(
    expect.arrayContaining(['case.accept_on_behalf', 'case.see']),
  )
  const here = await world.anonymous().does<Receipt>('/api/reports', report(world.places.grid1.id))
  const there = await world.anonymous().does<Receipt>('/api/reports', report(world.places.street2.id))
  const { rows } = await program(key).sees<DeskPage>('/api/desk?queue=open')
  expect(rows.map(({ id }) => id)).toEqual([here.caseId])
  expect((await program(key).get(`/api/cases/${here.caseId}`)).status).toBe(200)
  expect((await program(key).get(`/api/cases/${there.caseId}`)).refusal).toBe('not_found')
  const screen = { requestId: randomUUID(), matter: 'FA02', summary: '某小区楼道灯不亮' }
  expect((await program(key).post(`/api/cases/${here.caseId}/screen`, screen)).refusal).toBe('not_permitted')
  for (const path of ['/api/accounts', '/api/services', '/api/permissions', '/api/second-factor-kinds'])
    expect((await program(key).get(path)).refusal, path).toBe('not_permitted')
  expect((await program(key).post('/api/services', asked())).refusal).toBe('not_permitted')
})

test('what is for staff as such stays shut to a key', async () => {
  const { key } = await open()
  const { grid1 } = world.places
  for (const path of [
    '/api/bodies',
    '/api/links',
    '/api/delegations',
    '/api/catalogue/days',
    `/api/grids/${grid1.id}/team`,
  ])
    expect((await program(key).get(path)).refusal, path).toBe('not_permitted')
  expect((await world.as('worker').get('/api/bodies')).status).toBe(200)
})

test('what comes by a key stands in the journal under its account', async () => {
  const { key, accountId, keyId } = await open()
  const body = { ...report(world.places.grid1.id), source: 'phone' }
  const { caseId } = await program(key).does<Receipt>('/api/reports', report(body.areaId))
  const lines = await world.sql<{ actor: string }>('owner', 'select actor from journal where subject = $1', [
    caseId,
  ])
  expect(lines).toEqual([{ actor: `account:${accountId}` }])
  const own = await world.sql<{ kind: string; data: { keyId?: string } }>(
    'owner',
    'select kind, data from journal where subject = $1 order by n',
    [accountId],
  )
  expect(own.map(({ kind, data }) => [kind, data.keyId])).toEqual([
    ['service.opened', undefined],
    ['service.key_given', keyId],
  ])
})

test('a key is kept by its hash alone, and its last use is noted', async () => {
  const { key, accountId } = await open()
  expect(key).toMatch(/^linli_sk_[\w-]{43}$/)
  expect(JSON.stringify(await world.sql('owner', 'select * from service_keys'))).not.toContain(key.slice(9))
  expect((await rowsOf(accountId)).keys[0]).toMatchObject({ usedAt: null, opens: true, endsOn: '2027-06-30' })
  await program(key).sees('/api/me')
  expect((await rowsOf(accountId)).keys[0]!.usedAt).toBe(
    world.clock.now().toString({ smallestUnit: 'millisecond' }),
  )
})

test('keys that open nothing are refused alike, and cookies beside them count for nothing', async () => {
  const { key, keyId } = await open()
  const { cookie } = await world.as('administrator').headers()
  await world.as('administrator').does(`/api/service-keys/${keyId}/stop`)
  const madeUp = `linli_sk_${'A'.repeat(43)}`
  for (const wrong of [key, madeUp, 'x', key.slice(0, -1), `${key}x`]) {
    const answer = await program(wrong, { cookie: cookie! }).get('/api/me')
    expect(answer, wrong).toEqual({
      status: 401,
      refusal: 'sign_in_needed',
      body: { error: { code: 'sign_in_needed', facts: {} } },
    })
  }
  const other = await open()
  const me = await program(other.key, { cookie: cookie! }).sees<Me>('/api/me')
  expect(me.account!.id).toBe(other.accountId)
  expect((await world.as('administrator').post(`/api/service-keys/${keyId}/stop`)).refusal).toBe(
    'key_unknown',
  )
})

test('a new key comes beside the old one, which ends after its grace', async () => {
  const { key, accountId } = await open()
  world.clock.advance({ minutes: 1 })
  const body = { endsOn: '2027-09-30', graceHours: 24 }
  const turned = await world.as('administrator').does<NewKey>(`/api/services/${accountId}/turn`, body)
  expect([
    (await program(key).get('/api/me')).status,
    (await program(turned.key).get('/api/me')).status,
  ]).toEqual([200, 200])
  world.clock.advance({ hours: 24 })
  expect((await program(key).get('/api/me')).status).toBe(401)
  expect((await program(turned.key).sees<Me>('/api/me')).acts).toContain('case.accept_on_behalf')
  expect((await rowsOf(accountId)).keys.map(({ opens }) => opens)).toEqual([true, false])
})

test('a key opens nothing from its last day on, and all end with their account at once', async () => {
  const day = { endsOn: '2026-11-25' }
  const short = await open(day)
  const before = world.clock.now().toString()
  world.clock.set('2026-11-24T23:59:59+08:00')
  expect((await program(short.key).get('/api/me')).status).toBe(200)
  world.clock.set('2026-11-25T00:00:00+08:00')
  expect((await program(short.key).get('/api/me')).status).toBe(401)
  world.clock.set(before)
  const { key, accountId } = await open()
  expect(await world.as('administrator').does(`/api/services/${accountId}/end`)).toEqual({ stopped: 1 })
  expect((await program(key).get('/api/me')).status).toBe(401)
  const turn = { endsOn: '2027-09-30' }
  expect((await world.as('administrator').post(`/api/services/${accountId}/turn`, turn)).refusal).toBe(
    'account_unknown',
  )
})

test.each([
  ['input_invalid', { endsOn: '2026-11-18' }],
  ['input_invalid', { endsOn: '2028-11-18' }],
  ['input_invalid', { acts: [] }],
  ['input_invalid', { acts: ['people.manage'] }],
  ['input_invalid', { acts: ['case.see_reporter'] }],
  ['area_unknown', { areaId: randomUUID() }],
  ['service_place_wrong', { acts: ['export.run'] }],
])('%s: no service account with %j', async (refusal, more) => {
  expect((await world.as('administrator').post('/api/services', asked(more))).refusal).toBe(refusal)
})

test('only administrators keep service accounts, and the server’s role cannot read a hash', async () => {
  const { accountId } = await open()
  for (const name of ['centre', 'street', 'worker'] as const) {
    expect((await world.as(name).post('/api/services', asked())).refusal).toBe('not_permitted')
    expect((await world.as(name).get('/api/services')).refusal).toBe('not_permitted')
    expect((await world.as(name).post(`/api/services/${accountId}/end`)).refusal).toBe('not_permitted')
  }
  await expect(world.sql('app', 'select key_hash from service_keys')).rejects.toMatchObject({ code: '42501' })
  expect(await world.sql('app', 'select id from service_keys')).toEqual([])
  // No post is given to a program, and no name signs it in.
  const post = { accountId, kind: 'administrator', areaId: world.places.district.id }
  expect((await world.as('administrator').post('/api/posts', post)).refusal).toBe('account_unknown')
})

test('a district’s key sees what the streets see, and not what is confidential', async () => {
  const { key } = await open({ acts: ['case.see', 'export.run'], areaId: world.places.district.id })
  const who = (await program(key).sees<Me>('/api/me')).acts
  expect(who).toEqual(expect.arrayContaining(['case.see', 'export.run']))
  expect(who).not.toContain('case.see_reporter')
  const page = await program(key).sees<DeskPage>('/api/desk?queue=open')
  expect(page.rows.length).toBeGreaterThan(0)
})
