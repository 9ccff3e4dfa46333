import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../testing/world.ts'
import { type Browser, browserAt } from '../../testing/world-browser.ts'
import { worldPassword } from '../../testing/world-people.ts'
import type { Me } from '../contract.ts'
import type { GivenDelegation } from '../delegation/contract.ts'
import type { OwnSecurity, RecoveryCodes, TotpToSetUp } from './security.contract.ts'
import { codeOf, stepSeconds } from './totp.rule.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

let addresses = 0
const password = worldPassword
const open = () => browserAt(world.app, { ip: `10.8.${addresses++}.1` })
const enter = (browser: Browser, username: string) =>
  browser.post('/api/auth/sign-in/username', { username, password })
const second = (browser: Browser, code: string) => browser.post('/api/auth/second-factor', { code })
const nameOf = async (browser: Browser) => (await browser.get<Me>('/api/me')).body.account?.name

/** What an app on a phone does with the secret that was typed in. */
function appWith({ secret }: TotpToSetUp) {
  const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...secret].map((sign) => signs.indexOf(sign).toString(2).padStart(5, '0')).join('')
  const bytes = bits.match(/.{8}/g)!.map((byte) => Number.parseInt(byte, 2))
  const step = () => Math.floor(world.clock.now().epochMilliseconds / 1000 / stepSeconds)
  return (later = 0) => codeOf(Buffer.from(bytes), step() + later)
}
const nextCode = () => world.clock.set(world.clock.now().add({ seconds: stepSeconds }).toString())

const factorLinesOf = (name: keyof World['staff']) =>
  world.sql<{ kind: string; actor: string }>(
    'owner',
    `select kind, actor from journal where subject = $1 and kind ~ '^account.(second|recovery)' order by n`,
    [world.staff[name].accountId],
  )

async function setUp(username: string) {
  const browser = open()
  await enter(browser, username)
  const begun = await browser.post<TotpToSetUp>('/api/auth/totp/begin', { password })
  const code = appWith(begun.body)
  const { codes } = (await browser.post<RecoveryCodes>('/api/auth/totp/confirm', { code: code() })).body
  nextCode()
  return { browser, code, codes }
}

test('with a second factor the password alone is nobody, and each code is good once', async () => {
  const { browser, code } = await setUp('street')
  const { secondFactor } = (await browser.get<OwnSecurity>('/api/my/security')).body
  expect(secondFactor).toMatchObject({ codesLeft: 10, isRequired: false })

  const fresh = open()
  expect((await enter(fresh, 'street')).body).toEqual({ signedIn: false, needs: 'second_factor' })
  expect(await nameOf(fresh)).toBeUndefined()
  expect((await fresh.get('/api/my/security')).refusal).toBe('sign_in_needed')
  expect(
    (await fresh.post('/api/auth/change-password', { currentPassword: password, newPassword: 'x'.repeat(9) }))
      .refusal,
  ).toBe('sign_in_needed')
  expect(fresh.cookies.has('linli.device')).toBe(false)
  const half = fresh.cookies.get('linli.session_token')
  const used = code()
  expect((await second(fresh, used)).body).toEqual({ signedIn: true, needs: null })
  expect(await nameOf(fresh)).toBe('street')
  expect(fresh.cookies.get('linli.session_token')).not.toBe(half)

  const again = open()
  await enter(again, 'street')
  expect((await second(again, used)).refusal).toBe('code_wrong')
  expect((await second(again, code(-1))).refusal).toBe('code_wrong')
  expect((await second(again, code(1))).status).toBe(200)
  expect((await second(again, code(1))).refusal).toBe('sign_in_needed')
})

test('of two who bring one code at once, one is let in', async () => {
  const { code } = await setUp('street2')
  const both = [open(), open()]
  for (const browser of both) await enter(browser, 'street2')
  const answers = await Promise.all(both.map((browser) => second(browser, code())))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 401])
})

test('each recovery code is good once, however it is typed, and new ones put the old out of force', async () => {
  const { browser, codes } = await setUp('community')
  expect(new Set(codes).size).toBe(10)
  const one = open()
  await enter(one, 'community')
  expect((await second(one, ` ${codes[0]!.toUpperCase().replaceAll('-', ' ')}`)).status).toBe(200)
  const two = open()
  await enter(two, 'community')
  expect((await second(two, codes[0]!)).refusal).toBe('code_wrong')
  expect((await browser.get<OwnSecurity>('/api/my/security')).body.secondFactor?.codesLeft).toBe(9)
  expect((await browser.post('/api/auth/recovery-codes', { password: 'wrong-one' })).refusal).toBe(
    'sign_in_wrong',
  )
  const renewed = (await browser.post<RecoveryCodes>('/api/auth/recovery-codes', { password })).body.codes
  expect((await second(two, codes[1]!)).refusal).toBe('code_wrong')
  expect((await second(two, renewed[0]!)).status).toBe(200)
  expect((await factorLinesOf('community')).map(({ kind }) => kind)).toEqual([
    'account.second_factor_set',
    'account.recovery_codes_renewed',
  ])
})

test('what is in force is not confirmed again: the codes that were shown stay good', async () => {
  const { browser, code, codes } = await setUp('department')
  expect((await browser.post('/api/auth/totp/confirm', { code: code() })).refusal).toBe(
    'second_factor_stands',
  )
  const fresh = open()
  await enter(fresh, 'department')
  expect((await second(fresh, codes[0]!)).status).toBe(200)
})

test('secrets and recovery codes lie nowhere in the clear', async () => {
  const { codes } = await setUp('head')
  const { accountId } = world.staff.head
  const rows = await world.sql<{ secret_sealed: Buffer; code_hash: Buffer }>(
    'owner',
    'select t.secret_sealed, c.code_hash from auth_totp t join auth_recovery_code c using (user_id) where user_id = $1',
    [accountId],
  )
  expect(rows).toHaveLength(10)
  expect(rows[0]!.secret_sealed).toHaveLength(12 + 20 + 16)
  const kept = rows.map(({ code_hash }) => code_hash.toString('latin1')).join()
  for (const code of codes) expect(kept).not.toContain(code.replaceAll('-', ''))
})

test('codes cannot be guessed at without end, and half a session lasts ten minutes', async () => {
  const { code } = await setUp('community2')
  const thief = open()
  await enter(thief, 'community2')
  const waits = []
  for (let i = 0; i < 6; i++) {
    const { body } = await second(thief, code() === '000000' ? '000001' : '000000')
    waits.push((body as { error: { facts: { waitSeconds: number } } }).error.facts.waitSeconds)
  }
  expect(waits).toEqual([0, 0, 0, 5, 5, 5])
  expect((await second(thief, code())).refusal).toBe('code_wrong')
  world.clock.advance({ minutes: 10 })
  expect((await second(thief, code())).refusal).toBe('sign_in_needed')
})

test('a kind of post can ask for it: its holders set it up before anything else', async () => {
  const administrator = world.as('administrator')
  expect((await world.as('centre').put('/api/second-factor-kinds', { kinds: [] })).refusal).toBe(
    'not_permitted',
  )
  const standing = open()
  await enter(standing, 'community3')
  expect((await administrator.put('/api/second-factor-kinds', { kinds: ['community_desk'] })).body).toEqual({
    kinds: ['community_desk'],
  })
  expect(await administrator.sees('/api/second-factor-kinds')).toEqual({ kinds: ['community_desk'] })
  // Who is at work goes on, and is asked within the hour.
  expect(await nameOf(standing)).toBe('community3')
  world.clock.advance({ hours: 1 })
  await standing.get('/api/me')
  expect((await standing.get('/api/me')).refusal).toBe('second_factor_needed')

  const browser = open()
  expect((await enter(browser, 'community3')).body).toEqual({ signedIn: true, needs: 'enrolment' })
  expect((await browser.get('/api/desk?queue=open')).refusal).toBe('second_factor_needed')
  const begun = (await browser.post<TotpToSetUp>('/api/auth/totp/begin', { password })).body
  expect(decodeURIComponent(begun.address)).toContain('望江区（演示）:community3')
  expect((await browser.post('/api/auth/totp/confirm', { code: 'abcdef' })).refusal).toBe('code_wrong')
  await browser.post('/api/auth/totp/confirm', { code: appWith(begun)() })
  expect(await nameOf(browser)).toBe('community3')
  expect(await nameOf(standing)).toBeUndefined()
  await browser.post('/api/auth/totp/remove', { password })
  const next = open()
  expect((await enter(next, 'community3')).body).toEqual({ signedIn: true, needs: 'enrolment' })
})

test('whoever stands in for a post that asks for it sets it up too, while the post is lent', async () => {
  const administrator = world.as('administrator')
  await administrator.put('/api/second-factor-kinds', { kinds: ['administrator'] })
  const centre = open()
  await enter(centre, 'centre')
  const isRequired = async () =>
    (await centre.get<OwnSecurity>('/api/my/security')).body.secondFactor?.isRequired
  expect(await isRequired()).toBe(false)
  const today = world.clock.now().toZonedDateTimeISO('Asia/Shanghai').toPlainDate()
  const given = await administrator.does<GivenDelegation>('/api/delegations', {
    requestId: randomUUID(),
    postId: world.staff.administrator.postId,
    toAccountId: world.staff.centre.accountId,
    endsOn: today.add({ days: 2 }).toString(),
  })
  expect(await isRequired()).toBe(true)
  const stands = open()
  expect((await enter(stands, 'centre')).body).toEqual({ signedIn: true, needs: 'enrolment' })
  expect((await stands.get('/api/accounts')).refusal).toBe('second_factor_needed')
  await administrator.does(`/api/delegations/${given.delegationId}/end`, { requestId: randomUUID() })
  expect((await enter(open(), 'centre')).body).toEqual({ signedIn: true, needs: null })
  await administrator.put('/api/second-factor-kinds', { kinds: [] })
})

test('an administrator takes it away for whoever has lost it, and the record says so', async () => {
  const { browser } = await setUp('team')
  const { accountId } = world.staff.team
  const administrator = world.as('administrator')
  const path = `/api/accounts/${accountId}/reset-second-factor`
  expect((await world.as('centre').post(path)).refusal).toBe('not_permitted')
  expect(await administrator.does(path)).toEqual({ accountId, sessionsEnded: 1 })
  expect(await nameOf(browser)).toBeUndefined()
  expect((await administrator.post(path)).refusal).toBe('second_factor_missing')
  const own = `/api/accounts/${world.staff.administrator.accountId}/reset-second-factor`
  expect((await administrator.post(own)).refusal).toBe('account_is_own')
  expect((await enter(open(), 'team')).body).toEqual({ signedIn: true, needs: null })
  const lines = await world.sql<{ kind: string; actor: string }>(
    'owner',
    `select kind, actor from journal where subject = $1 and kind like 'account.second%' order by n`,
    [accountId],
  )
  expect(lines).toEqual([
    { kind: 'account.second_factor_set', actor: `account:${accountId}` },
    { kind: 'account.second_factor_reset', actor: `account:${world.staff.administrator.accountId}` },
  ])
})
