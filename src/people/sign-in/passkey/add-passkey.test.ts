import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  addPasskey,
  askPasskey,
  beginPasskey,
  newResident as residentAt,
  signInBy,
  testOrigin,
} from '../../../testing/passkey-acts.ts'
import { type Forged, softwareAuthenticator } from '../../../testing/software-authenticator.ts'
import { openWorld, type World } from '../../../testing/world.ts'
import { type Browser, browserAt } from '../../../testing/world-browser.ts'
import { type StaffName, worldPassword } from '../../../testing/world-people.ts'
import { dropSignIn } from '../../rights/erasure.sql.ts'
import { peopleKeepers } from '../../rights/retention.ts'
import type { OwnSecurity } from '../security.contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

let phones = 0
const newResident = () => residentAt(world, `1380000${String(++phones).padStart(4, '0')}`)
async function staff(username: StaffName) {
  const browser = browserAt(world.app)
  const answer = await browser.post('/api/auth/sign-in/username', { username, password: worldPassword })
  return { browser, accountId: world.staff[username].accountId, answer }
}
const staffWithPasskey = async (username: StaffName) => {
  const { browser, accountId } = await staff(username)
  return { browser, accountId, ...(await addPasskey(browser, { password: worldPassword })) }
}
const passkeysOf = async (browser: Browser) =>
  (await browser.get<OwnSecurity>('/api/my/security')).body.passkeys
const rowsOf = (accountId: string) =>
  world.sql('owner', 'select id from auth_passkeys where user_id = $1', [accountId])

const p256 = (x: string, y: string) => Buffer.from(`a5010203262001215820${x}225820${y}`, 'hex')

test.each<[string, Forged]>([
  ['made at a page of another origin', { origin: 'https://linli.example.net' }],
  ['made for another host', { rpId: 'linli.example.net' }],
  ['made for another challenge', { challenge: 'A'.repeat(43) }],
  ['that is an answer to a sign-in', { type: 'webauthn.get' }],
  ['made in a frame', { crossOrigin: true }],
  ['of a device that nobody unlocked', { flags: 0x01 }],
  ['whose id could be guessed', { credentialId: 'AAAA' }],
  ['whose point lies beside the curve', { key: p256('11'.repeat(32), '22'.repeat(32)) }],
  ['of a kind that is not taken', { key: Buffer.from('a30107033a0000ffff2001', 'hex') }],
  ['without a key', { key: Buffer.alloc(0) }],
  [
    'with more behind its key',
    { key: Buffer.concat([p256('11'.repeat(32), '22'.repeat(32)), Buffer.alloc(1)]) },
  ],
])('a passkey %s is not added', async (_what, forged) => {
  const { browser, accountId } = await newResident()
  const made = softwareAuthenticator(testOrigin).make(await beginPasskey(browser), forged)
  expect((await browser.post('/api/my/passkeys', made)).refusal).toBe('passkey_wrong')
  expect(await rowsOf(accountId)).toEqual([])
})

test('what one account was asked for no other adds, and a passkey that stands is nobody else’s', async () => {
  const mine = await newResident()
  const theirs = await newResident()
  const device = softwareAuthenticator(testOrigin)
  const made = device.make(await beginPasskey(mine.browser))
  for (const [name, value] of mine.browser.cookies)
    if (name === 'linli.passkey') theirs.browser.cookies.set(name, value)
  expect((await theirs.browser.post('/api/my/passkeys', made)).refusal).toBe('passkey_wrong')
  const signing = device.make({ ...(await beginPasskey(mine.browser)), ...(await askPasskey(mine.browser)) })
  expect((await mine.browser.post('/api/my/passkeys', signing)).refusal).toBe('passkey_wrong')
  await addPasskey(mine.browser, { device })
  const again = device.make(await beginPasskey(theirs.browser))
  expect((await theirs.browser.post('/api/my/passkeys', again)).refusal).toBe('passkey_wrong')
  expect([await passkeysOf(mine.browser), await passkeysOf(theirs.browser)]).toMatchObject([[{}], []])
})

test('a session alone adds none: a resident’s must be new, staff show the password', async () => {
  const { browser } = await newResident()
  const nobody = browserAt(world.app)
  const late = softwareAuthenticator(testOrigin).make(await beginPasskey(browser))
  world.clock.advance({ minutes: 15 })
  expect((await browser.post('/api/my/passkeys/begin', {})).refusal).toBe('fresh_sign_in_needed')
  expect((await browser.post('/api/my/passkeys', late)).refusal).toBe('passkey_wrong')
  const worker = (await staff('worker')).browser
  expect((await worker.post('/api/my/passkeys/begin', {})).refusal).toBe('sign_in_wrong')
  expect((await worker.post('/api/my/passkeys/begin', { password: 'guessed' })).refusal).toBe('sign_in_wrong')
  expect((await nobody.post('/api/my/passkeys/begin', {})).refusal).toBe('sign_in_needed')
  expect((await nobody.post('/api/my/passkeys', late)).refusal).toBe('sign_in_needed')
})

test('an account has ten passkeys at most', async () => {
  const { browser } = await newResident()
  for (let index = 0; index < 10; index++) await addPasskey(browser)
  expect((await browser.post('/api/my/passkeys/begin', {})).refusal).toBe('passkey_limit')
  const [oldest] = (await passkeysOf(browser)).slice(-1)
  await browser.post(`/api/my/passkeys/${oldest!.id}/remove`)
  await addPasskey(browser)
})

test('a passkey is both factors, and excuses nobody from the second one beside a password', async () => {
  const { device, accountId } = await staffWithPasskey('street')
  await world.as('administrator').put('/api/second-factor-kinds', { kinds: ['street_desk'] })
  const byPasskey = await signInBy(world, device)
  expect([byPasskey.body, byPasskey.who]).toEqual([{ signedIn: true, needs: null }, accountId])
  world.clock.advance({ hours: 2 })
  expect((await byPasskey.browser.get('/api/desk?queue=open')).status).toBe(200)
  expect((await staff('street')).answer.body).toEqual({ signedIn: true, needs: 'enrolment' })
  await world.as('administrator').put('/api/second-factor-kinds', { kinds: [] })
})

test('a new password, a second factor taken away and a closed account take passkeys along', async () => {
  const administrator = world.as('administrator')
  const reset = await staffWithPasskey('worker')
  await administrator.does(`/api/accounts/${reset.accountId}/reset-password`)
  const lost = await staffWithPasskey('team')
  await world.sql(
    'owner',
    `insert into auth_totp (user_id, secret_sealed, confirmed_at, last_step, created_at)
     values ($1, '\\x00', now(), 0, now())`,
    [lost.accountId],
  )
  await administrator.does(`/api/accounts/${lost.accountId}/reset-second-factor`)
  const closed = await staffWithPasskey('worker2')
  await administrator.does(`/api/accounts/${closed.accountId}/close`, { requestId: crypto.randomUUID() })
  for (const { device, accountId } of [reset, lost, closed]) {
    expect(await rowsOf(accountId)).toEqual([])
    expect(await signInBy(world, device)).toMatchObject({ refusal: 'passkey_wrong', who: null })
  }
})

test('an account that has ended opens nothing, even where its passkey still stands', async () => {
  const { browser, accountId } = await newResident()
  const { device } = await addPasskey(browser)
  await world.sql('owner', 'update accounts set ended_at = now() where id = $1', [accountId])
  expect(await signInBy(world, device)).toMatchObject({ refusal: 'passkey_wrong', who: null })
})

test('an erasure takes a resident’s passkeys along', async () => {
  const { browser, accountId } = await newResident()
  const { device } = await addPasskey(browser)
  await dropSignIn(world.district.pools.auth, accountId)
  expect(await rowsOf(accountId)).toEqual([])
  expect(await signInBy(world, device)).toMatchObject({ refusal: 'passkey_wrong', who: null })
})

test('the server’s role adds and removes one’s own alone, and reads no key', async () => {
  const mine = await newResident()
  const theirs = await newResident()
  await addPasskey(mine.browser)
  await addPasskey(theirs.browser)
  const asMe = { accountId: mine.accountId, kind: 'resident', acts: [] } as const
  const owners = await world.sql('app', 'select distinct user_id from auth_passkeys', [], asMe)
  expect(owners).toEqual([{ user_id: mine.accountId }])
  await expect(world.sql('app', 'select public_key from auth_passkeys', [], asMe)).rejects.toThrow(
    /permission/,
  )
  const removed = 'delete from auth_passkeys where user_id = $1 returning id'
  expect(await world.sql('app', removed, [theirs.accountId], asMe)).toEqual([])
  const planted = `insert into auth_passkeys (id, user_id, credential_id, public_key, sign_count, rp_id,
    device_system, device_browser, created_at)
    values ($1, $2, '\\x01', '\\x01', 0, 'localhost', 'other', 'other', now())`
  await expect(world.sql('app', planted, [crypto.randomUUID(), theirs.accountId], asMe)).rejects.toThrow(
    /row-level security/,
  )
})

test('answered challenges are forgotten with codes', async () => {
  const { browser } = await newResident()
  await addPasskey(browser)
  const kept = () =>
    world.sql<{ n: number }>('owner', 'select count(*)::integer as n from auth_used_challenges')
  expect((await kept())[0]!.n).toBeGreaterThan(0)
  await peopleKeepers.sign_in_codes(world.system, world.clock.now().add({ minutes: 6 }))
  expect(await kept()).toEqual([{ n: 0 }])
})
