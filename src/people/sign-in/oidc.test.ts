import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemClock } from '../../platform/clock.ts'
import { openWorld, type World } from '../../testing/world.ts'
import { type Browser, browserAt } from '../../testing/world-browser.ts'
import type { Me } from '../contract.ts'

const clientId = 'linli'
const callback = 'http://linli.test/api/auth/oidc/callback'
let world: World
let issuer: string
let close: () => Promise<void>
/** Who sits before the provider next: subject and name. */
let person = { subject: 's-1', name: 'centre' }

/** How often the provider was asked where its doors are. */
let discoveries = 0

beforeAll(async () => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const names = new Map<string, string>()
  const provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: 'a secret/of both', redirect_uris: [callback] }],
    findAccount: (_ctx, id) => ({
      accountId: id,
      claims: () => ({ sub: id, preferred_username: names.get(id) ?? '' }),
    }),
    claims: { openid: ['sub'], profile: ['preferred_username'] },
    conformIdTokenClaims: false,
    cookies: { keys: ['a key of the test'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({ clientId, accountId: oidc.session!.accountId! })
      grant.addOIDCScope('openid profile')
      await grant.save()
      return grant
    },
    pkce: { required: () => true },
  })
  const handle = provider.callback()
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/.well-known/')) discoveries++
    if (!request.url?.startsWith('/interaction/')) return handle(request, response)
    names.set(person.subject, person.name)
    const login = { accountId: person.subject }
    return provider.interactionFinished(request, response, { login })
  })
  close = () => new Promise((resolve) => server.close(() => resolve()))
  const oidc = {
    issuer,
    clientId,
    clientSecret: 'a secret/of both',
    callback,
    nameClaim: 'preferred_username',
  }
  world = await openWorld({ now: systemClock.now().toString(), oidc })
})
afterAll(async () => {
  await world.close()
  await close()
})

/** Goes to the provider and back, as a browser follows; answers with where the provider sent it. */
async function throughProvider(start: string): Promise<string> {
  const jar = new Map<string, string>()
  for (let url = start; ; ) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(url, { redirect: 'manual', headers: { cookie } })
    for (const set of answer.headers.getSetCookie()) {
      const [name, value] = set.split(';')[0]!.split('=')
      jar.set(name!, value!)
    }
    const next = answer.headers.get('location')
    if (next === null) throw new Error(`the provider answered ${answer.status} ${await answer.text()}`)
    url = new URL(next, url).href
    if (url.startsWith(callback)) return url.slice('http://linli.test'.length)
  }
}
const go = (browser: Browser, url: string) =>
  world.app.inject({
    url,
    cookies: Object.fromEntries(browser.cookies),
    headers: { 'sec-fetch-site': 'cross-site' },
  })
async function leave(browser: Browser): Promise<string> {
  const away = await world.app.inject({
    url: '/api/auth/oidc',
    cookies: Object.fromEntries(browser.cookies),
  })
  for (const { name, value } of away.cookies) browser.cookies.set(name, value)
  return away.headers.location!
}
async function signIn(browser: Browser) {
  const back = await go(browser, await throughProvider(await leave(browser)))
  for (const { name, value } of back.cookies) browser.cookies.set(name, value)
  return back
}
const nameOf = async (browser: Browser) => (await browser.get<Me>('/api/me')).body.account?.name

test('staff sign in at the provider, and are known by its subject from then on', async () => {
  person = { subject: 's-1', name: 'centre' }
  const browser = browserAt(world.app)
  const back = await signIn(browser)
  expect([back.statusCode, back.headers.location]).toEqual([303, '/console/'])
  expect(await nameOf(browser)).toBe('centre')
  // Another name at the provider is still the same person.
  person = { subject: 's-1', name: 'administrator' }
  const again = browserAt(world.app)
  await signIn(again)
  expect(await nameOf(again)).toBe('centre')
})

test.each([
  ['nobody here', { subject: 's-2', name: 'nobody.here' }],
  ['an account that another subject holds', { subject: 's-3', name: 'centre' }],
  ['no name', { subject: 's-4', name: '' }],
])('%s is let in as nobody', async (_, who) => {
  person = who
  const browser = browserAt(world.app)
  const back = await signIn(browser)
  expect(back.headers.location).toBe('/console/?sso=refused')
  expect(await nameOf(browser)).toBeUndefined()
})

test('an answer that was meant for another browser, is made up, or comes twice, opens nothing', async () => {
  person = { subject: 's-5', name: 'street' }
  const [own, thief] = [browserAt(world.app), browserAt(world.app)]
  const url = await throughProvider(await leave(own))
  await leave(thief)
  const refused = async (browser: Browser, at: string) =>
    expect((await go(browser, at)).headers.location, at).toBe('/console/?sso=refused')
  await refused(thief, url)
  await refused(browserAt(world.app), url)
  await refused(own, url.replace(/code=[^&]+/, 'code=made-up'))
  const forged = browserAt(world.app)
  const other = own.cookies.get('linli.oidc')!.replace(/.$/, (last) => (last === '_' ? '-' : '_'))
  forged.cookies.set('linli.oidc', other)
  await refused(forged, url)
  expect((await go(own, url)).headers.location).toBe('/console/')
  await refused(own, url)
})

test('a provider’s own second factor is enough: none has to be set up here', async () => {
  await world.as('administrator').put('/api/second-factor-kinds', { kinds: ['street_desk'] })
  person = { subject: 's-6', name: 'street2' }
  const browser = browserAt(world.app)
  await signIn(browser)
  expect(await nameOf(browser)).toBe('street2')
})

test('an account that a colleague opened is used at once: its first password is asked of nobody', async () => {
  const account = { accountName: 'xiaozhao', password: 'told-by-nobody', name: '小赵', posts: [] }
  await world.as('administrator').does('/api/accounts', account)
  person = { subject: 's-7', name: 'xiaozhao' }
  const browser = browserAt(world.app)
  await signIn(browser)
  expect(await nameOf(browser)).toBe('小赵')
  // The password itself still opens nothing but its own change.
  const byName = browserAt(world.app)
  const { accountName: username, password } = account
  const answer = await byName.post('/api/auth/sign-in/username', { username, password })
  expect(answer.body).toEqual({ signedIn: true, needs: 'password' })
  // And keeps nobody from going to the provider after all.
  await signIn(byName)
  expect(await nameOf(byName)).toBe('小赵')
})

test('a link is on the record once, holds against another, and ends with a reset of the password', async () => {
  const { accountId } = world.staff.team
  const lines = async () =>
    (
      await world.sql<{ kind: string }>(
        'owner',
        `select kind from journal where subject = $1 and kind <> 'account.opened' order by n`,
        [accountId],
      )
    ).map(({ kind }) => kind)
  const enters = async (subject: string) => {
    person = { subject, name: 'team' }
    const browser = browserAt(world.app)
    await signIn(browser)
    return (await nameOf(browser)) === 'team'
  }
  expect([await enters('s-8'), await enters('s-8'), await enters('s-9')]).toEqual([true, true, false])
  expect(await lines()).toEqual(['account.provider_linked'])
  const twice = `insert into auth_account (id, account_id, provider_id, user_id, created_at, updated_at)
    values (gen_random_uuid(), 's-10', 'oidc', $1, now(), now())`
  await expect(world.sql('owner', twice, [accountId])).rejects.toMatchObject({ code: '23505' })
  await world.as('administrator').does(`/api/accounts/${accountId}/reset-password`)
  expect([await enters('s-9'), await enters('s-8')]).toEqual([true, false])
  expect(await lines()).toEqual([
    'account.provider_linked',
    'account.password_reset',
    'account.provider_linked',
  ])
  expect((await world.verify()).flaws).toEqual([])
})

test('without its line no link is made', async () => {
  person = { subject: 's-11', name: 'head' }
  const { accountId } = world.staff.head
  const links = () =>
    world.sql(`owner`, `select id from auth_account where user_id = $1 and provider_id = 'oidc'`, [accountId])
  await world.sql('owner', 'alter table journal add constraint no_more check (n < 0) not valid')
  expect((await signIn(browserAt(world.app))).statusCode).toBe(500)
  await world.sql('owner', 'alter table journal drop constraint no_more')
  expect(await links()).toEqual([])
  await signIn(browserAt(world.app))
  expect(await links()).toHaveLength(1)
})

test('the server’s role takes away a link, and no password', async () => {
  const remove = 'delete from auth_account where user_id = $1 returning provider_id'
  const as = (name: 'administrator' | 'centre') =>
    world.sql('app', remove, [world.staff.centre.accountId], {
      accountId: world.staff[name].accountId,
      acts: name === 'administrator' ? ['people.manage'] : [],
    })
  expect(await as('centre')).toEqual([])
  expect(await as('administrator')).toEqual([{ provider_id: 'oidc' }])
})

test('a place begins often, not without end, and the provider is asked for its doors once in ten minutes', async () => {
  const from = (url: string, remoteAddress: string) => world.app.inject({ url, remoteAddress })
  world.clock.advance({ minutes: 10 })
  const before = discoveries
  const begun = []
  for (let i = 0; i < 121; i++) begun.push((await from('/api/auth/oidc', '10.7.0.1')).statusCode)
  expect([begun[0], begun[119], begun[120]]).toEqual([303, 303, 429])
  expect(discoveries - before).toBe(1)
  expect((await from('/api/auth/oidc/callback?code=a&state=b', '10.7.0.1')).statusCode).toBe(429)
  expect((await from('/api/auth/oidc', '10.7.1.1')).statusCode).toBe(303)
  world.clock.advance({ minutes: 10 })
  expect((await from('/api/auth/oidc', '10.7.1.1')).statusCode).toBe(303)
  expect(discoveries - before).toBe(2)
})

test('without a provider in the settings there is no such way', async () => {
  expect((await browserAt(world.app).get('/api/auth/ways')).body).toEqual({ sso: true })
  const other = await openWorld({ empty: true })
  expect((await browserAt(other.app).get('/api/auth/ways')).body).toEqual({ sso: false })
  expect((await browserAt(other.app).get('/api/auth/oidc')).refusal).toBe('not_found')
  await other.close()
})
