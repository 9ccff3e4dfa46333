import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { statementsOf } from '../../../platform/migrate.ts'
import {
  addPasskey,
  askPasskey,
  beginPasskey,
  passkeyDoor,
  newResident as residentAt,
  signInBy,
  testOrigin,
} from '../../../testing/passkey-acts.ts'
import {
  type Forged,
  type SoftwareAuthenticator,
  softwareAuthenticator,
} from '../../../testing/software-authenticator.ts'
import { openWorld, type World } from '../../../testing/world.ts'
import { type Browser, browserAt } from '../../../testing/world-browser.ts'
import type { OwnSecurity } from '../security.contract.ts'
import type { PasskeyAsked } from './contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

let phones = 0
const newResident = () => residentAt(world, `1390000${String(++phones).padStart(4, '0')}`)
const signIn = (device: SoftwareAuthenticator, forged: Forged = {}) => signInBy(world, device, forged)
const passkeysOf = async (browser: Browser) =>
  (await browser.get<OwnSecurity>('/api/my/security')).body.passkeys
const linesOf = async (accountId: string) => {
  const lines = await world.sql<{ kind: string; actor: string }>(
    'owner',
    `select kind, actor from journal where subject = $1 and kind like 'account.passkey%' order by n`,
    [accountId],
  )
  return lines.map(({ kind, actor }) => `${kind} by ${actor}`)
}

test('a resident adds a passkey, is told, signs in by it from any browser, and removes it', async () => {
  const { browser, accountId } = await newResident()
  const wanted = await beginPasskey(browser)
  expect(wanted).toMatchObject({ rpId: 'localhost', rpName: '望江区（演示）', standing: [] })
  expect(wanted.user.name).toMatch(/^139\*+\d+$/)
  const { device, passkey } = await addPasskey(browser)
  expect(await passkeysOf(browser)).toEqual([passkey])
  expect(passkey).toMatchObject({ system: 'iphone', browser: 'safari', usedAt: null })
  expect((await beginPasskey(browser)).standing).toEqual([device.credentialId])

  world.clock.advance({ hours: 3 })
  const first = await signIn(device)
  expect([first.body, first.who]).toEqual([{ signedIn: true, needs: null }, accountId])
  expect((await signIn(device)).who).toBe(accountId)
  expect((await passkeysOf(browser))[0]!.usedAt).toBe(
    world.clock.now().toString({ smallestUnit: 'millisecond' }),
  )

  await world.followersSettled()
  const { rows } = (await browser.get<{ rows: unknown[] }>('/api/notices')).body
  expect(rows).toMatchObject([{ kind: 'account_passkey_added', caseId: null, facts: {} }])

  const other = (await newResident()).browser
  expect((await other.post(`/api/my/passkeys/${passkey.id}/remove`)).refusal).toBe('passkey_unknown')
  expect((await first.browser.post(`/api/my/passkeys/${passkey.id}/remove`)).status).toBe(200)
  expect(await passkeysOf(browser)).toEqual([])
  expect(await signIn(device)).toMatchObject({ refusal: 'passkey_wrong', who: null })
  expect(await linesOf(accountId)).toEqual([
    `account.passkey_added by account:${accountId}`,
    'account.passkey_first_used by anonymous',
    `account.passkey_removed by account:${accountId}`,
  ])
})

/** What brings keys over that were kept as DER. */
const keysToCose = new URL('../../../../db/district/0043-passkeys-cose.sql', import.meta.url)

test.each(['es256', 'ed25519', 'rs256'] as const)('a key of the kind %s signs in', async (kind) => {
  const { browser, accountId } = await newResident()
  const { device, passkey } = await addPasskey(browser, {
    device: softwareAuthenticator(testOrigin, { kind }),
  })
  expect((await signIn(device)).who).toBe(accountId)
  const keptAsDer = 'update auth_passkeys set public_key = $2 where id = $1'
  await world.sql('owner', keptAsDer, [passkey.id, device.spki])
  for (const statement of statementsOf(await readFile(keysToCose, 'utf8')))
    await world.sql('owner', statement)
  expect((await signIn(device)).who).toBe(accountId)
})

test('a device that does not count signs in again and again; one that did must go on', async () => {
  const { browser, accountId } = await newResident()
  const { device } = await addPasskey(browser, {
    device: softwareAuthenticator(testOrigin, { counts: false }),
  })
  expect((await signIn(device)).who).toBe(accountId)
  expect((await signIn(device)).who).toBe(accountId)
  expect((await signIn(device, { signCount: 7 })).who).toBe(accountId)
  for (const signCount of [7, 6, 0])
    expect(await signIn(device, { signCount })).toMatchObject({ refusal: 'passkey_wrong', who: null })
  expect((await signIn(device, { signCount: 8 })).who).toBe(accountId)
})

describe('signing in', () => {
  let device: SoftwareAuthenticator
  let accountId: string
  let other: { device: SoftwareAuthenticator; handle: string }
  beforeAll(async () => {
    const mine = await newResident()
    device = (
      await addPasskey(mine.browser, { device: softwareAuthenticator(testOrigin, { counts: false }) })
    ).device
    accountId = mine.accountId
    const theirs = await newResident()
    const { user } = await beginPasskey(theirs.browser)
    other = { device: (await addPasskey(theirs.browser)).device, handle: user.handle }
  })

  test.each<[string, (other: { device: SoftwareAuthenticator; handle: string }) => Forged]>([
    ['a page of another origin', () => ({ origin: 'https://linli.example.net' })],
    ['the same host by another way', () => ({ origin: 'https://localhost' })],
    ['the same host at another port', () => ({ origin: 'http://localhost:8080' })],
    ['a key asked for by another host', () => ({ rpId: 'linli.example.net' })],
    ['a challenge of its own making', () => ({ challenge: 'A'.repeat(43) })],
    ['what was signed when a key was made', () => ({ type: 'webauthn.create' })],
    ['a page inside another’s frame', () => ({ crossOrigin: true })],
    ['a device that nobody unlocked', () => ({ flags: 0x01 })],
    ['a device at which nobody was', () => ({ flags: 0x04 })],
    ['a copy of what has no copies', () => ({ flags: 0x15 })],
    ['more that does not follow', () => ({ flags: 0x85 })],
    ['the handle of another account', ({ handle }) => ({ userHandle: handle })],
    ['no account’s handle', () => ({ userHandle: 'AAAA' })],
    ['another account’s passkey', ({ device }) => ({ credentialId: device.credentialId })],
    ['a passkey that nobody has', () => ({ credentialId: 'A'.repeat(43) })],
  ])('%s gets the one answer', async (_what, forged) => {
    const answer = await signIn(device, forged(other))
    expect(answer).toMatchObject({ status: 401, who: null })
    expect(answer.body).toEqual({ error: { code: 'passkey_wrong', facts: {} } })
    expect((await signIn(device)).who).toBe(accountId)
  })

  test('an answer is good once, in the browser that was asked, for five minutes', async () => {
    const browser = browserAt(world.app)
    const answer = device.answer(await askPasskey(browser))
    const cookies = new Map(browser.cookies)
    const stranger = browserAt(world.app)
    await askPasskey(stranger)
    expect((await stranger.post(passkeyDoor, answer)).refusal).toBe('passkey_wrong')
    expect((await browserAt(world.app).post(passkeyDoor, answer)).refusal).toBe('passkey_wrong')
    expect((await browser.post(passkeyDoor, answer)).status).toBe(200)
    for (const [name, value] of cookies) browser.cookies.set(name, value)
    expect((await browser.post(passkeyDoor, answer)).refusal).toBe('passkey_wrong')

    const late = device.answer(await askPasskey(browser))
    world.clock.advance({ minutes: 5 })
    expect((await browser.post(passkeyDoor, late)).refusal).toBe('passkey_wrong')
  })

  test('a wrong answer uses its challenge up', async () => {
    const browser = browserAt(world.app)
    const challenge = await askPasskey(browser)
    const cookies = new Map(browser.cookies)
    expect((await browser.post(passkeyDoor, device.answer(challenge, { flags: 1 }))).refusal).toBe(
      'passkey_wrong',
    )
    for (const [name, value] of cookies) browser.cookies.set(name, value)
    expect((await browser.post(passkeyDoor, device.answer(challenge))).refusal).toBe('passkey_wrong')
  })

  test('a host that the request only claims opens nothing', async () => {
    const send = async (url: string, host: string, payload?: object, cookie = '') =>
      world.app.inject({ method: 'POST', url, headers: { host, cookie }, ...(payload ? { payload } : {}) })
    for (const host of ['linli.example.net', 'localhost.example.net', 'localhost@example.net', 'a/b']) {
      const begin = await send(`${passkeyDoor}/begin`, host)
      if (begin.statusCode !== 200) continue
      const challenge = begin.json<PasskeyAsked>()
      const { name, value } = begin.cookies[0]!
      const forged = { origin: `http://${host}`, rpId: challenge.rpId }
      const answer = await send(passkeyDoor, host, device.answer(challenge, forged), `${name}=${value}`)
      expect([host, answer.statusCode, answer.json().error.code]).toEqual([host, 401, 'passkey_wrong'])
    }
  })

  test('what is asked for is the same whoever asks, and names nobody', async () => {
    const { browser } = await newResident()
    for (const who of [browser, browserAt(world.app)]) {
      const { challenge, ...rest } = await askPasskey(who)
      expect(challenge).toMatch(/^[\w-]{43}$/)
      expect(rest).toEqual({ rpId: 'localhost', timeoutMs: 300_000 })
    }
  })

  test.each([
    ['nothing', {}],
    ['an answer too long', { credentialId: 'A'.repeat(2000) }],
    ['no base64url', { credentialId: '***' }],
    ['what is not asked', { accountId: 'x' }],
  ])('%s is no answer', async (_what, change) => {
    const browser = browserAt(world.app)
    const whole = device.answer(await askPasskey(browser))
    const body = Object.keys(change).length === 0 ? {} : { ...whole, ...change }
    expect((await browser.post(passkeyDoor, body)).refusal).toBe('input_invalid')
  })
})
