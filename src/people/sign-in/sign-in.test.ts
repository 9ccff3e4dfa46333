import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemClock } from '../../platform/clock.ts'
import { openWorld, type World } from '../../testing/world.ts'
import { worldPassword } from '../../testing/world-people.ts'
import type { Me, Outbox } from '../contract.ts'

let world: World
beforeAll(async () => {
  // better-auth reads the machine's clock; the world's must not stand apart from it here.
  world = await openWorld({ now: systemClock.now().toString() })
})
afterAll(() => world.close())

const signIn = (username: string, password: string) =>
  world.anonymous().post('/api/auth/sign-in/username', { username, password })

test('staff sign in by name and password, and are told by the cookie alone', async () => {
  const response = await world.app.inject({
    method: 'POST',
    url: '/api/auth/sign-in/username',
    payload: { username: 'Centre', password: worldPassword },
  })
  expect(response.json()).toEqual({ signedIn: true, needs: null })
  const cookie = response.cookies.find(({ name }) => name === 'linli.session_token')!
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
  const me = await world.as('centre').sees<Me>('/api/me')
  expect(me.account).toMatchObject({ kind: 'staff', name: 'centre' })
  expect(me.posts).toMatchObject([{ kind: 'centre', area: { nameZh: '望江区（演示）' } }])
  expect(me.posts[0]!.unit!.nameZh).toBe('区社会治理中心')
  expect(me.acts).toContain('case.close')
})

test('a wrong password and an unknown name get the same answer', async () => {
  const wrong = await signIn('centre', 'not-the-password')
  const unknown = await signIn('nobody.here', 'not-the-password')
  const malformed = await signIn('§§§', 'x')
  expect(wrong).toEqual({
    status: 401,
    refusal: 'sign_in_wrong',
    body: { error: { code: 'sign_in_wrong', facts: { waitSeconds: 0 } } },
  })
  expect(unknown).toEqual(wrong)
  expect(malformed).toEqual(wrong)
})

test('a forged or cut cookie is nobody', async () => {
  const cookie = (await world.as('centre').headers()).cookie?.split('; ')[0]
  // Another first letter than it has: one token in sixty-two begins with any that is named.
  const other = cookie!.replace(/=(.)/, (_, first: string) => (first === 'x' ? '=y' : '=x'))
  for (const forged of [other, cookie!.slice(0, -12), 'linli.session_token=abc']) {
    const response = await world.app.inject({ url: '/api/me', headers: { cookie: forged } })
    expect(response.json<Me>().account, forged).toBeNull()
  }
})

test('a resident signs in by a one-time code from the outbox, and gets an account with a masked name', async () => {
  const me = await world.resident('13911112222').sees<Me>('/api/me')
  expect(me.account).toMatchObject({ kind: 'resident', name: '139****2222' })
  expect(me.posts).toEqual([])
  expect(me.acts).toEqual([
    'case.accept',
    'case.follow',
    'case.rate',
    'board.read',
    'community.read',
    'community.ask',
  ])
  const again = await world.resident('13911112222').sees<Me>('/api/me')
  expect(again.account!.id).toBe(me.account!.id)
  const rows = await world.sql<{ phone: string }>('owner', 'select phone from accounts where id = $1', [
    me.account!.id,
  ])
  expect(rows).toEqual([{ phone: '+8613911112222' }])
})

test('a code is good once, for its telephone, and bears three wrong guesses', async () => {
  const visitor = world.anonymous()
  const verify = (code: string) =>
    visitor.post('/api/auth/phone-number/verify', { phoneNumber: '13933334444', code })
  await visitor.does('/api/auth/phone-number/send-otp', { phoneNumber: '139 3333 4444' })
  const { codes } = await visitor.sees<Outbox>('/api/outbox')
  const { code } = codes.find(({ phoneMasked }) => phoneMasked === '139****4444')!
  const other = code === '000000' ? '000001' : '000000'
  for (let guess = 0; guess < 3; guess++) expect((await verify(other)).refusal).toBe('sign_in_wrong')
  expect((await verify(code)).refusal).toBe('too_many_requests')
  expect((await verify(code)).refusal).toBe('sign_in_wrong')
  expect((await verify('12345x')).refusal).toBe('input_invalid')
})

test('codes are not sent without end to one telephone', async () => {
  const visitor = world.anonymous()
  const send = () => visitor.post('/api/auth/phone-number/send-otp', { phoneNumber: '13955556666' })
  const answers = []
  for (let sent = 0; sent < 6; sent++) answers.push((await send()).refusal)
  expect(answers).toEqual([null, null, null, null, null, 'too_many_requests'])
})

test('no other door of better-auth is open', async () => {
  const visitor = world.anonymous()
  const account = { email: 'a@b.cn', password: 'long-enough-1', name: 'a' }
  for (const path of [
    'sign-up/email',
    'sign-in/email',
    'sign-in/phone-number',
    'update-user',
    'delete-user',
    'is-username-available',
  ])
    expect((await visitor.post(`/api/auth/${path}`, account)).status, path).toBe(404)
  expect((await visitor.get('/api/auth/list-sessions')).status).toBe(404)
})

test('another site cannot sign anybody in', async () => {
  const response = await world.app.inject({
    method: 'POST',
    url: '/api/auth/sign-in/username',
    headers: { 'sec-fetch-site': 'cross-site' },
    payload: { username: 'centre', password: worldPassword },
  })
  expect(response.statusCode).toBe(403)
})

test('use does not lengthen a session, and no address gives one more time', async () => {
  const resident = world.resident('13911110077')
  const headers = await resident.headers()
  const at = world.clock.now()
  const own = async () => (await world.app.inject({ url: '/api/me', headers })).json<Me>().account
  world.clock.advance({ days: 13 })
  expect(await own()).not.toBeNull()
  expect((await world.app.inject({ url: '/api/auth/get-session', headers })).statusCode).toBe(404)
  world.clock.advance({ days: 1 })
  expect(await own()).toBeNull()
  world.clock.set(at.toString())
})

test('a session ends after fourteen days, and keeps neither address nor agent of the browser', async () => {
  const headers = await world.as('street2').headers()
  const at = world.clock.now()
  const rows = await world.sql('owner', 'select ip_address, user_agent from auth_session')
  expect(new Set(rows.map((row) => `${row.ip_address}/${row.user_agent}`))).toEqual(new Set(['null/null']))
  world.clock.advance({ days: 14 })
  const response = await world.app.inject({ url: '/api/me', headers })
  world.clock.set(at.toString())
  expect(response.json<Me>().account).toBeNull()
})
