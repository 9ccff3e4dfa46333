import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readSheet } from '../platform/sheet/read-sheet.ts'
import { openWorld, type World } from '../testing/world.ts'
import { type StaffName, worldPassword } from '../testing/world-people.ts'
import type { ClosedAccount, FoundAccounts, PasswordReset, Posters } from './accounts.contract.ts'
import type { Me } from './contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const signIn = async (username: string, password: string) =>
  (
    await world.app.inject({
      method: 'POST',
      url: '/api/auth/sign-in/username',
      payload: { username, password },
    })
  ).statusCode
const act = (body: object = {}) => ({ requestId: randomUUID(), ...body })
const resetOf = (name: StaffName) => `/api/accounts/${world.staff[name].accountId}/reset-password`
const closeOf = (name: StaffName) => `/api/accounts/${world.staff[name].accountId}/close`
const linesOf = async (name: StaffName) =>
  (
    await world.sql<{ kind: string }>(
      'owner',
      'select kind from journal where subject = any ($1) order by n',
      [[world.staff[name].accountId, world.staff[name].postId]],
    )
  ).map(({ kind }) => kind)
const find = async (query: string) => world.as('administrator').sees<FoundAccounts>(`/api/accounts?${query}`)
const names = async (query: string) => (await find(query)).rows.map(({ accountName }) => accountName).sort()

test('a reset gives a password once, ends every session at once and stands on the record', async () => {
  const water = world.as('water')
  expect((await water.sees<Me>('/api/me')).account).not.toBeNull()
  const reset = await world.as('administrator').does<PasswordReset>(resetOf('water'))
  expect(reset.password).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/)
  expect(reset.sessionsEnded).toBe(1)
  expect((await water.sees<Me>('/api/me')).account).toBeNull()
  expect(await signIn('water', worldPassword)).toBe(401)
  expect(await signIn('water', reset.password)).toBe(200)
  expect(await linesOf('water')).toEqual(['account.opened', 'post.given', 'account.password_reset'])
  const told = await world.sql<{ all: string }>(
    'owner',
    'select string_agg(data::text, $1) as all from journal',
    [' '],
  )
  expect(told[0]!.all).not.toContain(reset.password)
})

test('only an administrator resets, never their own, and only for staff who stand', async () => {
  const administrator = world.as('administrator')
  expect((await world.as('centre').post(resetOf('water'))).refusal).toBe('not_permitted')
  expect((await world.anonymous().post(resetOf('water'))).refusal).toBe('sign_in_needed')
  expect((await administrator.post(resetOf('administrator'))).refusal).toBe('account_is_own')
  expect((await administrator.post(`/api/accounts/${randomUUID()}/reset-password`)).refusal).toBe(
    'account_unknown',
  )
  const me = await world.resident().sees<Me>('/api/me')
  const resident = `/api/accounts/${me.account!.id}/reset-password`
  expect((await administrator.post(resident)).refusal).toBe('account_unknown')
})

test('a closed account is out at once, signs in no more, and its name is given to nobody else', async () => {
  const administrator = world.as('administrator')
  const team2 = world.as('team2')
  expect((await team2.sees<Me>('/api/me')).posts).toHaveLength(1)
  expect((await world.as('centre').post(closeOf('team2'), act())).refusal).toBe('not_permitted')
  const body = act()
  const closed = await administrator.does<ClosedAccount>(closeOf('team2'), body)
  expect(closed.postsEnded).toBe(1)
  expect(await administrator.does(closeOf('team2'), body)).toEqual(closed)
  expect((await administrator.post(closeOf('team2'), act())).refusal).toBe('account_unknown')
  // One that is refused in the end leaves the other account as it was.
  expect((await administrator.post(closeOf('property'), body)).refusal).toBe('request_id_reused')
  expect(await signIn('property', worldPassword)).toBe(200)
  expect((await team2.sees<Me>('/api/me')).account).toBeNull()
  expect(await signIn('team2', worldPassword)).toBe(401)
  expect(await linesOf('team2')).toEqual(['account.opened', 'post.given', 'post.ended', 'account.closed'])
  expect(await names('text=team2')).toEqual([])
  const [gone] = (await find('text=team2&closed=true')).rows
  expect(gone).toMatchObject({ accountName: 'team2', closedAt: expect.any(String) })
  const again = { accountName: 'team2', password: worldPassword, name: '新人', posts: [] }
  expect((await administrator.post('/api/accounts', again)).refusal).toBe('account_exists')
  expect((await administrator.post(resetOf('team2'))).refusal).toBe('account_unknown')
})

test('nobody closes their own account, nor the last administrator’s', async () => {
  const administrator = world.as('administrator')
  expect((await administrator.post(closeOf('administrator'), act())).refusal).toBe('account_is_own')
  const { accountId } = world.staff.head
  const areaId = world.places.district.id
  const term = { startsOn: '2026-11-18', endsOn: '2026-12-18' }
  await administrator.does('/api/posts', { kind: 'administrator', accountId, areaId, ...term })
  expect((await world.as('head').post(closeOf('administrator'), act())).refusal).toBe('last_administrator')
  await administrator.does('/api/posts', { kind: 'administrator', accountId, areaId })
  expect((await world.as('head').post(closeOf('administrator'), act())).refusal).toBeNull()
  expect((await administrator.get('/api/accounts')).refusal).toBe('sign_in_needed')
})

test('accounts are found by post, unit, area and by posts that end soon', async () => {
  const head = world.as('head')
  const ask = async (query: string) =>
    (await head.sees<FoundAccounts>(`/api/accounts?${query}`)).rows
      .map(({ accountName }) => accountName)
      .sort()
  expect(await ask('kind=grid_worker')).toEqual(['worker', 'worker2'])
  expect(await ask(`unitId=${world.units.team1}`)).toEqual(['head', 'team'])
  expect(await ask(`areaId=${world.places.community1.id}`)).toEqual([
    'community',
    'property',
    'worker',
    'worker2',
  ])
  expect(await ask(`areaId=${world.places.community1.id}&kind=community_desk`)).toEqual(['community'])
  expect(await ask('endsBefore=2026-12-31')).toEqual(['head'])
  expect(await ask('endsBefore=2026-12-18')).toEqual([])
  const first = await head.sees<FoundAccounts>('/api/accounts?limit=2')
  expect([first.rows.length, first.total > 10]).toEqual([2, true])
})

test('the list goes out as on the page, filters said, and nothing secret in it', async () => {
  const headers = await world.as('head').headers()
  const { rawPayload } = await world.app.inject({ url: '/api/accounts/sheet?kind=grid_worker', headers })
  const rows = await Array.fromAsync(readSheet(rawPayload, 'accounts.xlsx'))
  expect(rows.map(({ cells }) => cells.get('B')?.text).sort()).toEqual(['worker', 'worker2', '账号'])
  expect(rows[1]!.cells.get('G')?.text).toContain(' / ')
  expect(JSON.stringify(rows.map(({ cells }) => [...cells.values()]))).not.toMatch(/0999|scrypt|invalid/)
  const { loadExcel } = await import('../platform/sheet/xlsx.ts')
  const workbook = new (await loadExcel()).Workbook()
  await workbook.xlsx.load(rawPayload as unknown as ArrayBuffer)
  const about = workbook.worksheets[1]!.getSheetValues().flat().join(' ')
  expect(about).toContain('筛选: 岗位')
  expect(about).toContain('网格员')
  expect((await world.as('centre').get('/api/accounts/sheet')).refusal).toBe('not_permitted')
})

test('posters show what the public may know of each grid, for staff to print', async () => {
  const areaId = world.places.community1.id
  const ask = `/api/posters?areaId=${areaId}`
  const grids = await world.as('community').sees<Posters>(`${ask}&kind=grid`)
  expect(grids.posters.find((poster) => poster.areaId === world.places.grid1.id)).toMatchObject({
    placeCode: world.places.grid1.placeCode,
    worker: { name: '小周', phone: '0999-8880001' },
  })
  const buildings = await world.as('community').sees<Posters>(`${ask}&kind=building`)
  expect(buildings.posters.map((poster) => poster.areaId)).toContain(world.places.building1.id)
  expect(JSON.stringify(grids)).not.toContain('worker2')
  expect((await world.resident().get(`${ask}&kind=grid`)).refusal).toBe('not_permitted')
  expect((await world.anonymous().get(`${ask}&kind=grid`)).refusal).toBe('sign_in_needed')
  expect((await world.as('community').get(`/api/posters?areaId=${randomUUID()}&kind=grid`)).refusal).toBe(
    'area_unknown',
  )
})

test('a desk’s own SQL in the server’s role closes no account and ends no post', async () => {
  const { accountId, postId } = world.staff.worker
  const settings = { accountId: world.staff.community.accountId, reach: [world.places.district.id] }
  const closed = await world.sql(
    'app',
    'update accounts set ended_at = now() where id = $1 returning id',
    [accountId],
    settings,
  )
  expect(closed).toEqual([])
  const ended = await world.sql(
    'app',
    'update posts set ends_on = starts_on where id = $1 returning id',
    [postId],
    settings,
  )
  expect(ended).toEqual([])
})
