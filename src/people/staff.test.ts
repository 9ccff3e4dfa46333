import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../testing/world.ts'
import { type Browser, browserAt } from '../testing/world-browser.ts'
import { worldPassword } from '../testing/world-people.ts'
import type { PlaceName } from '../testing/world-places.ts'
import type { UnitName } from '../testing/world-units.ts'
import type { EndedPost, GivenPost, GridWorkers, Me, OpenedAccount } from './contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const newcomer = (accountName: string, kind: string, areaId: string, unitId: string | null = null) => ({
  accountName,
  password: worldPassword,
  name: '王敏',
  posts: [{ kind, areaId, unitId }],
})

/** Signs in by a password that a colleague has set, and changes it. */
async function signedIn(username: string): Promise<Browser> {
  const browser = browserAt(world.app)
  await browser.post('/api/auth/sign-in/username', { username, password: worldPassword })
  const change = { currentPassword: worldPassword, newPassword: 'chosen-by-myself' }
  await browser.post('/api/auth/change-password', change)
  return browser
}
const meOf = async (browser: Browser) => (await browser.get<Me>('/api/me')).body

test('the administrator opens an account with a post; a street desk may not', async () => {
  const body = newcomer('王敏', 'community_desk', world.places.community1.id, world.units.committee1)
  expect((await world.as('street').post('/api/accounts', body)).refusal).toBe('not_permitted')
  expect((await world.resident().post('/api/accounts', body)).refusal).toBe('not_permitted')
  expect((await world.anonymous().post('/api/accounts', body)).refusal).toBe('sign_in_needed')
  const opened = await world.as('administrator').does<OpenedAccount>('/api/accounts', body)
  const me = await meOf(await signedIn('王敏'))
  expect(me.account).toEqual({ id: opened.accountId, kind: 'staff', name: '王敏' })
  expect(me.posts).toMatchObject([
    { kind: 'community_desk', area: { kind: 'community', nameZh: '柳巷社区' } },
  ])
  const lines = await world.sql<{ kind: string; data: unknown }>(
    'owner',
    'select kind, data from journal where chain = $1 and subject = any ($2) order by n',
    [world.places.district.id, [opened.accountId, ...opened.postIds]],
  )
  expect(lines.map(({ kind }) => kind)).toEqual(['account.opened', 'post.given', 'account.password_changed'])
  expect(JSON.stringify(lines)).not.toContain('王敏')
})

test('a name that is taken leaves nothing behind', async () => {
  const count = async () =>
    world.sql<{ accounts: number }>('owner', 'select count(*) as accounts from accounts')
  const before = await count()
  const again = newcomer('CENTRE', 'centre', world.places.district.id)
  expect((await world.as('administrator').post('/api/accounts', again)).refusal).toBe('account_exists')
  expect(await count()).toEqual(before)
})

test.each([
  ['post_place_wrong', 'street_desk', 'community1', null],
  ['post_place_wrong', 'grid_worker', 'district', null],
  ['unit_unknown', 'unit_desk', 'street1', null],
  ['unit_unknown', 'unit_desk', 'street1', '018f0000-0000-7000-8000-000000000000'],
] as const)('%s: a %s in %s', async (refusal, kind, place, unitId) => {
  const body = newcomer(`new-${kind}-${place}`, kind, world.places[place].id, unitId)
  expect((await world.as('administrator').post('/api/accounts', body)).refusal).toBe(refusal)
})

test.each([
  // A desk belongs to the body of its area, a unit's post stands where the unit does.
  ['street_desk', { areaId: 'street1' }, 'street1', 'office1'],
  ['grid_worker', { areaId: 'grid1' }, 'grid1', 'committee1'],
  ['unit_desk', { unitId: 'property1' }, 'estate1', 'property1'],
  ['centre', {}, 'district', 'centre'],
  ['evaluator', {}, 'district', null],
] as const)('a %s with %j stands in %s, of %s', async (kind, said, place, unit) => {
  const { accountId } = world.staff.water
  const { areaId, unitId }: { areaId?: PlaceName; unitId?: UnitName } = said
  const { postId } = await world.as('administrator').does<GivenPost>('/api/posts', {
    accountId,
    kind,
    ...(areaId && { areaId: world.places[areaId].id }),
    ...(unitId && { unitId: world.units[unitId] }),
  })
  const rows = await world.sql('owner', 'select area_id, unit_id from posts where id = $1', [postId])
  expect(rows).toEqual([{ area_id: world.places[place].id, unit_id: unit && world.units[unit] }])
})

test('a post of an area that nobody names is refused', async () => {
  const { accountId } = world.staff.water
  const answer = await world.as('administrator').post('/api/posts', { accountId, kind: 'grid_worker' })
  expect(answer.refusal).toBe('input_invalid')
})

test('a post that ends is gone on the next request, and a new one is there', async () => {
  const administrator = world.as('administrator')
  const community2 = world.as('community2')
  const { accountId, postId } = world.staff.community2
  expect((await community2.sees<Me>('/api/me')).acts).toContain('case.screen')
  const ended = await administrator.does<EndedPost>('/api/posts/end', { postId })
  expect(ended.endsOn).toBe('2026-11-18')
  const without = await community2.sees<Me>('/api/me')
  expect(without.posts).toEqual([])
  expect(without.acts).not.toContain('case.screen')
  expect((await administrator.post('/api/posts/end', { postId })).refusal).toBe('post_unknown')
  const areaId = world.places.community3.id
  const given = await administrator.does<GivenPost>('/api/posts', {
    accountId,
    kind: 'community_desk',
    areaId,
  })
  expect((await community2.sees<Me>('/api/me')).posts).toMatchObject([
    { id: given.postId, unit: { id: world.units.committee3 } },
  ])
  const stranger = { accountId: postId, kind: 'community_desk', areaId }
  expect((await administrator.post('/api/posts', stranger)).refusal).toBe('account_unknown')
  expect((await world.as('street').post('/api/posts/end', { postId: given.postId })).refusal).toBe(
    'not_permitted',
  )
})

test('a post is held from its first day to the day before its last', async () => {
  const administrator = world.as('administrator')
  const term = { startsOn: '2026-11-20', endsOn: '2026-11-23' }
  const { accountId } = world.staff.head
  const areaId = world.places.district.id
  const { postId } = await administrator.does<GivenPost>('/api/posts', {
    accountId,
    kind: 'evaluator',
    areaId,
    ...term,
  })
  const holds = async (at: string) => {
    world.clock.set(at)
    const { posts } = await world.as('head').sees<Me>('/api/me')
    return posts.some(({ id }) => id === postId)
  }
  expect(await holds('2026-11-19T23:59:59+08:00')).toBe(false)
  expect(await holds('2026-11-20T00:00:00+08:00')).toBe(true)
  expect(await holds('2026-11-22T23:59:59+08:00')).toBe(true)
  expect(await holds('2026-11-23T00:00:00+08:00')).toBe(false)
})

test('who looks after a place is open to everyone, and nobody wider than a grid is shown', async () => {
  const ask = (areaId: string) => world.anonymous().sees<GridWorkers>(`/api/grid-worker?areaId=${areaId}`)
  const { people } = await ask(world.places.building1.id)
  const areaId = world.places.grid1.id
  expect(people).toEqual([{ kind: 'grid_worker', name: '小周', phone: '0999-8880001', areaId }])
  expect((await ask(world.places.community1.id)).people).toEqual([])
})

test('a request with a session asks the database once who that is, by the token’s index', async () => {
  const headers = await world.as('centre').headers()
  const pool = world.district.pools.auth
  let asked = 0
  const count = () => {
    asked += 1
  }
  pool.on('acquire', count)
  await world.app.inject({ url: '/api/me', headers })
  expect(asked).toBe(1)
  await world.app.inject({ url: '/api/me', headers: { 'x-linli-client': 'ab'.repeat(32) } })
  await world.app.inject({ url: '/api/me', headers: { cookie: 'linli.session_token=forged.AAAA' } })
  expect(asked).toBe(1)
  pool.off('acquire', count)
  const indexes = await world.sql<{ indexdef: string }>(
    'owner',
    `select indexdef from pg_indexes where schemaname = current_schema() and tablename = 'auth_session'`,
  )
  expect(indexes.map(({ indexdef }) => indexdef).join()).toContain('(token)')
})

test('a resident’s own SQL in the server’s role sees no account and no post but its own', async () => {
  const me = await world.resident().sees<Me>('/api/me')
  await world.resident('13900000002').sees<Me>('/api/me')
  const settings = { accountId: me.account!.id }
  const accounts = await world.sql('app', 'select id from accounts', [], settings)
  expect(accounts).toEqual([{ id: me.account!.id }])
  const posts = await world.sql<{ kind: string }>('app', 'select distinct kind from posts', [], settings)
  expect(posts).toEqual([{ kind: 'grid_worker' }])
  expect(await world.sql('app', 'select id from accounts')).toEqual([])
  const secrets = [
    'auth_user',
    'auth_session',
    'auth_account',
    'auth_verification',
    'auth_outbox',
    'auth_totp',
  ]
  for (const table of secrets)
    for (const role of ['app', 'reader'] as const)
      await expect(world.sql(role, `select * from ${table}`, [], settings)).rejects.toMatchObject({
        code: '42501',
      })
  await expect(
    world.sql(
      'app',
      `insert into posts (id, account_id, kind, area_id, starts_on) values ($1, $2, 'administrator', $3, '2026-01-01')`,
      [me.account!.id, me.account!.id, world.places.district.id],
      settings,
    ),
  ).rejects.toMatchObject({ code: '42501' })
})
