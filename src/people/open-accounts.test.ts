import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../testing/world.ts'
import type { Me } from './contract.ts'
import { actingAs, invitedResident, openAccounts } from './door.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const password = 'linli-test-2026'
const desk = (accountName: string, unitId: string) => ({
  accountName,
  name: '社区经办岗',
  posts: [{ kind: 'community_desk' as const, areaId: world.places.community1.id, unitId }],
})
const countAccounts = () =>
  world.sql('owner', 'select (select count(*) from accounts) as a, (select count(*) from auth_user) as u')

async function me(username: string): Promise<Me> {
  const url = '/api/auth/sign-in/username'
  const { cookies } = await world.app.inject({ method: 'POST', url, payload: { username, password } })
  const cookie = cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ')
  return (await world.app.inject({ url: '/api/me', headers: { cookie } })).json<Me>()
}

test('each account of a list signs in with the first password and holds its post', async () => {
  const list = ['desk-a', 'Desk-B'].map((name) => desk(name, world.units.committee1))
  const opened = await openAccounts(world.system, list, password)
  for (const [at, name] of ['desk-a', 'desk-b'].entries()) {
    const { account, posts } = await me(name)
    expect(account?.id).toBe(opened[at]?.accountId)
    expect(posts).toMatchObject([{ id: opened[at]?.postIds[0], kind: 'community_desk' }])
  }
  const kinds = await world.sql<{ kind: string }>(
    'owner',
    'select kind from journal where subject = any ($1) order by n',
    [opened.flatMap(({ accountId, postIds }) => [accountId, ...postIds])],
  )
  expect(kinds.map(({ kind }) => kind)).toEqual([
    'account.opened',
    'post.given',
    'account.opened',
    'post.given',
  ])
})

test.each([
  ['account_exists', () => [desk('fresh', world.units.committee1), desk('CENTRE', world.units.committee1)]],
  ['unit_unknown', () => [desk('fresh', world.units.committee1), desk('fresh2', world.places.grid1.id)]],
])('%s: all or none of a list', async (code, list) => {
  const before = await countAccounts()
  await expect(openAccounts(world.system, list(), password)).rejects.toMatchObject({ code })
  expect(await countAccounts()).toEqual(before)
})

test('an invented resident has one account, and nobody is acted for in a real district', async () => {
  const stage = world.system
  const first = await invitedResident(stage, '13800000009')
  expect(await invitedResident(stage, '138 0000 0009')).toMatchObject({ id: first.id, kind: 'resident' })
  expect(actingAs(stage, first).who).toMatchObject({ accountId: first.id, reach: [], units: [] })
  const real = { ...stage, district: { ...world.district, demonstration: false } }
  expect(() => actingAs(real, first)).toThrow('demonstration')
})
