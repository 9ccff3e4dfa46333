import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../testing/world.ts'
import { type Browser, browserAt } from '../../testing/world-browser.ts'
import { worldPassword } from '../../testing/world-people.ts'
import type { PasswordReset } from '../accounts.contract.ts'
import type { Me } from '../contract.ts'
import type { OwnSecurity } from './security.contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36'
const wechat = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Mobile/15E148 MicroMessenger/8.0.50'

async function signedIn(
  username: string,
  where: { ip?: string; agent?: string } = {},
  password = worldPassword,
) {
  const browser = browserAt(world.app, where)
  const answer = await browser.post('/api/auth/sign-in/username', { username, password })
  if (answer.status !== 200) throw new Error(`${username}: ${JSON.stringify(answer.body)}`)
  return browser
}
const nameOf = async (browser: Browser) => (await browser.get<Me>('/api/me')).body.account?.name
const sessionsOf = async (browser: Browser) =>
  (await browser.get<OwnSecurity>('/api/my/security')).body.sessions
const linesOf = (accountId: string) =>
  world.sql<{ kind: string }>('owner', 'select kind from journal where subject = $1 order by n', [accountId])

test('one’s own sessions are seen with their device, and ended one by one or all but this', async () => {
  const office = await signedIn('street', { ip: '10.20.30.40', agent: windows })
  const phone = await signedIn('street', { ip: '2001:db8:1:2::7', agent: wechat })
  const third = await signedIn('street')
  const other = await signedIn('street2')

  const sessions = await sessionsOf(phone)
  const device = ({ system, browser, sourceMasked, isThis }: (typeof sessions)[number]) =>
    [system, browser, sourceMasked, isThis].join(' ')
  expect(sessions.map(device).sort()).toEqual([
    'iphone wechat 2001:db8:* true',
    'other other 10.1.*.* false',
    'windows chrome 10.20.*.* false',
  ])
  const atOffice = sessions.find(({ system }) => system === 'windows')!
  expect((await other.post(`/api/my/sessions/${atOffice.id}/end`)).refusal).toBe('session_unknown')
  expect(await nameOf(office)).toBe('street')
  expect((await phone.post(`/api/my/sessions/${atOffice.id}/end`)).body).toEqual({ ended: 1 })
  expect(await nameOf(office)).toBeUndefined()
  expect((await phone.post('/api/my/sessions/end-others')).body).toEqual({ ended: 1 })
  expect(await nameOf(third)).toBeUndefined()
  expect([await nameOf(phone), await nameOf(other)]).toEqual(['street', 'street2'])
  expect(await sessionsOf(phone)).toHaveLength(1)
  expect((await browserAt(world.app).get('/api/my/security')).refusal).toBe('sign_in_needed')
})

test('a resident sees and ends their own sessions, and has no second factor', async () => {
  const resident = world.resident('13911110000')
  const { sessions, secondFactor } = await resident.sees<OwnSecurity>('/api/my/security')
  expect(sessions).toMatchObject([{ isThis: true, sourceMasked: 'local' }])
  expect(secondFactor).toBeNull()
  expect((await resident.post('/api/auth/totp/begin', { password: 'x' })).refusal).toBe('sign_in_needed')
})

test.each(['a member of staff', 'a resident'])(
  'use of a session of %s is noted to the hour',
  async (whose) => {
    const browser = whose === 'a resident' ? null : await signedIn('centre')
    const seenAt = async () => {
      const sessions = browser
        ? await sessionsOf(browser)
        : (await world.resident('13911110000').sees<OwnSecurity>('/api/my/security')).sessions
      return sessions[0]!.seenAt
    }
    const before = await seenAt()
    world.clock.advance({ minutes: 59 })
    expect(await seenAt()).toBe(before)
    world.clock.advance({ minutes: 1 })
    expect(await seenAt()).toBe(world.clock.now().toString({ smallestUnit: 'millisecond' }))
  },
)

test('an account that is closed and a post that ends are felt on the very next request', async () => {
  const worker = await signedIn('worker2')
  const team = await signedIn('team2')
  expect((await team.get<Me>('/api/me')).body.acts).toContain('case.sign')
  await world.as('administrator').does('/api/posts/end', { postId: world.staff.team2.postId })
  const after = (await team.get<Me>('/api/me')).body
  expect([after.posts, after.acts.includes('case.sign')]).toEqual([[], false])
  expect((await team.get('/api/desk?queue=open')).refusal).toBe('not_permitted')
  const { accountId } = world.staff.worker2
  await world.as('administrator').does(`/api/accounts/${accountId}/close`, { requestId: crypto.randomUUID() })
  expect(await nameOf(worker)).toBeUndefined()
  const rows = await world.sql('owner', 'select id from auth_session where user_id = $1', [accountId])
  expect(rows).toEqual([])
})

test('a password that somebody else has set opens nothing but its own change', async () => {
  const { accountId } = world.staff.property
  const before = await signedIn('property')
  const reset = await world
    .as('administrator')
    .does<PasswordReset>(`/api/accounts/${accountId}/reset-password`)
  expect(reset.sessionsEnded).toBe(1)
  expect(await nameOf(before)).toBeUndefined()

  const browser = browserAt(world.app)
  const answer = await browser.post('/api/auth/sign-in/username', {
    username: 'property',
    password: reset.password,
  })
  expect(answer.body).toEqual({ signedIn: true, needs: 'password' })
  for (const path of [
    '/api/me',
    '/api/desk',
    '/api/board',
    '/api/my/security',
    '/api/my/cases',
    '/api/areas/find',
  ])
    expect((await browser.get(path)).refusal, path).toBe('password_change_needed')
  for (const path of ['/api/reports', '/api/accounts', '/api/auth/totp/begin', '/api/my/sessions/end-others'])
    expect((await browser.post(path, { password: reset.password })).refusal, path).toBe(
      'password_change_needed',
    )

  const change = (newPassword: string) =>
    browser.post('/api/auth/change-password', { currentPassword: reset.password, newPassword })
  expect((await change(reset.password)).refusal).toBe('password_same')
  expect((await change('my-own-words-2026')).body).toEqual({ signedIn: true, needs: null })
  expect(await nameOf(browser)).toBe('property')
  const again = await signedIn('property', {}, 'my-own-words-2026')
  expect(await nameOf(again)).toBe('property')
  expect((await linesOf(accountId)).map(({ kind }) => kind)).toEqual([
    'account.opened',
    'account.password_reset',
    'account.password_changed',
  ])
  expect((await world.verify()).flaws).toEqual([])
})

test('the first password of an account that a colleague opened is changed at the first sign-in', async () => {
  const account = { accountName: '新来的', password: 'told-by-somebody', name: '小李', posts: [] }
  await world.as('administrator').does('/api/accounts', account)
  const browser = await signedIn('新来的', {}, account.password)
  expect((await browser.get('/api/me')).refusal).toBe('password_change_needed')
  expect((await browser.post('/api/auth/sign-out')).body).toEqual({ signedIn: false, needs: null })
  expect((await browser.get<Me>('/api/me')).body.account).toBeNull()
})

test('an emergency is heard whatever the session still needs', async () => {
  const { accountId } = world.staff.water
  const reset = await world
    .as('administrator')
    .does<PasswordReset>(`/api/accounts/${accountId}/reset-password`)
  const browser = await signedIn('water', {}, reset.password)
  const alert = { requestId: crypto.randomUUID(), words: '家里着火了快来', areaId: world.places.grid1.id }
  const headers = {
    cookie: `linli.session_token=${encodeURIComponent(browser.cookies.get('linli.session_token')!)}`,
    'x-linli-client': 'ab'.repeat(32),
  }
  const answer = await world.app.inject({ method: 'POST', url: '/api/alerts', payload: alert, headers })
  expect(answer.statusCode).toBe(201)
})

test('a password is changed with the old one alone, and every other session ends', async () => {
  const here = await signedIn('department')
  const there = await signedIn('department')
  const stale = here.cookies.get('linli.session_token')!
  const change = (currentPassword: string) =>
    here.post('/api/auth/change-password', { currentPassword, newPassword: 'another-one-2026' })
  expect((await change('mistaken-2026')).refusal).toBe('sign_in_wrong')
  expect((await change(worldPassword)).body).toEqual({ signedIn: true, needs: null })
  expect(await nameOf(here)).toBe('department')
  expect(await nameOf(there)).toBeUndefined()
  expect(here.cookies.get('linli.session_token')).not.toBe(stale)
})

test('without its line a password does not change', async () => {
  const browser = await signedIn('evaluator')
  await world.sql('owner', 'alter table journal add constraint no_more check (n < 0) not valid')
  const change = { currentPassword: worldPassword, newPassword: 'never-to-be-2026' }
  expect((await browser.post('/api/auth/change-password', change)).status).toBe(500)
  await world.sql('owner', 'alter table journal drop constraint no_more')
  expect(await nameOf(browser)).toBe('evaluator')
  expect(await nameOf(await signedIn('evaluator'))).toBe('evaluator')
})

test('the server’s role can read neither passwords nor tokens, and writes only what is its own', async () => {
  const settings = { accountId: world.staff.head.accountId }
  const as = (text: string) => world.sql('app', text, [], settings)
  for (const text of [
    'select password from auth_account',
    'select token from auth_session',
    'select secret_sealed from auth_totp',
    'select 1 from auth_recovery_code',
    'delete from auth_session',
    'insert into auth_session (id) values (null)',
    `update auth_session set user_id = null`,
  ])
    await expect(as(text), text).rejects.toMatchObject({ code: '42501' })
  await signedIn('head')
  const ids = await as('select distinct user_id from auth_session')
  expect(ids).toEqual([{ user_id: world.staff.head.accountId }])
  const changed = await as(`update auth_account set password = 'x' returning user_id`)
  expect(changed).toEqual([{ user_id: world.staff.head.accountId }])
})
