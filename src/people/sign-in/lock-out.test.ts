import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../testing/world.ts'
import { type Browser, browserAt } from '../../testing/world-browser.ts'
import { worldPassword } from '../../testing/world-people.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

interface Wrong {
  readonly error: { readonly code: string; readonly facts: { readonly waitSeconds: number } }
}
const attempt = (browser: Browser, username: string, password: string) =>
  browser.post<Wrong>('/api/auth/sign-in/username', { username, password })
const knownBrowser = async (name: string, ip: string) => {
  const browser = browserAt(world.app, { ip })
  expect((await attempt(browser, name, worldPassword)).status).toBe(200)
  browser.cookies.delete('linli.session_token')
  return browser
}

test('unknown names and known ones are answered alike at every step, waits too', {
  timeout: 120_000,
}, async () => {
  const answers = async (name: string, ip: string) => {
    const browser = browserAt(world.app, { ip })
    const said = []
    for (let i = 0; i < 8; i++) said.push(await attempt(browser, name, `guess-${i}`))
    return said
  }
  const known = await answers('centre', '10.9.0.1')
  expect(await answers('nobody.here', '10.9.0.2')).toEqual(known)
  expect(await answers('§§§', '10.9.0.3')).toEqual(known)
  expect(known.map(({ status }) => status)).toEqual(Array(8).fill(401))
  expect(known.map(({ body }) => body.error.facts.waitSeconds)).toEqual([0, 0, 0, 5, 5, 5, 5, 5])
})

test('whoever has to wait is not let in by the right password, and is once it is over', async () => {
  const browser = browserAt(world.app, { ip: '10.9.1.1' })
  for (let i = 0; i < 4; i++) await attempt(browser, 'street', `guess-${i}`)
  expect((await attempt(browser, 'street', worldPassword)).refusal).toBe('sign_in_wrong')
  world.clock.set(world.clock.now().add({ seconds: 5 }).toString())
  expect((await attempt(browser, 'street', worldPassword)).status).toBe(200)
})

test('strangers shut nobody out: neither from elsewhere nor from the same office on a known device', {
  timeout: 120_000,
}, async () => {
  const own = await knownBrowser('community', '10.9.2.1')
  const strangers = Array.from({ length: 4 }, (_, i) => browserAt(world.app, { ip: `10.9.3.${i}` }))
  for (const stranger of strangers)
    for (let i = 0; i < 5; i++) await attempt(stranger, 'community', `guess-${i}`)
  const colleague = browserAt(world.app, { ip: '10.9.2.1' })
  for (let i = 0; i < 58; i++) await attempt(colleague, i % 2 ? 'community' : `name-${i}`, `guess-${i}`)

  // Somewhere new, the owner has the attempts that everybody has there.
  expect((await attempt(browserAt(world.app, { ip: '10.9.4.1' }), 'community', worldPassword)).status).toBe(
    200,
  )
  expect((await attempt(own, 'community', worldPassword)).status).toBe(200)
  expect((await attempt(colleague, 'community', worldPassword)).refusal).toBe('sign_in_wrong')
  const flood = []
  for (let i = 0; i < 5; i++) flood.push((await attempt(colleague, 'community', 'more')).refusal)
  expect(flood).toContain('too_many_requests')
  expect((await attempt(own, 'community', worldPassword)).status).toBe(200)
})

test('a device is known for its own people alone, and its cookie cannot be made up', async () => {
  const own = await knownBrowser('community2', '10.9.5.1')
  const wrong = async (browser: Browser, name: string) => {
    for (let i = 0; i < 4; i++) await attempt(browser, name, `guess-${i}`)
    return attempt(browser, name, worldPassword)
  }
  const other = browserAt(world.app, { ip: '10.9.5.1' })
  expect((await wrong(other, 'community2')).refusal).toBe('sign_in_wrong')
  expect((await attempt(own, 'community2', worldPassword)).status).toBe(200)
  expect((await wrong(own, 'community3')).refusal).toBe('sign_in_wrong')
  const [id, mark] = own.cookies.get('linli.device')!.split('.')
  for (const forged of [`${'A'.repeat(22)}.${mark}`, `${id}.${'A'.repeat(27)}`, '', 'x'.repeat(5000)]) {
    other.cookies.set('linli.device', forged)
    expect((await attempt(other, 'community2', worldPassword)).refusal, forged.slice(0, 60)).toBe(
      'sign_in_wrong',
    )
  }
})

test('a stolen device is counted as well', async () => {
  const stolen = await knownBrowser('team', '10.9.6.1')
  const said = []
  for (let i = 0; i < 6; i++)
    said.push((await attempt(stolen, 'team', `guess-${i}`)).body.error.facts.waitSeconds)
  expect(said).toEqual([0, 0, 0, 5, 5, 5])
})

test('an answer takes as long whether the name is known, unknown or has to wait', {
  timeout: 120_000,
}, async () => {
  const times = { known: [] as number[], unknown: [] as number[], waiting: [] as number[] }
  const waiting = browserAt(world.app, { ip: '10.9.7.200' })
  for (let i = 0; i < 4; i++) await attempt(waiting, 'head', 'guess')
  const timed = async (kind: keyof typeof times, browser: Browser, name: string) => {
    const from = process.cpuUsage()
    expect((await attempt(browser, name, 'not-the-password')).refusal).toBe('sign_in_wrong')
    const { user, system } = process.cpuUsage(from)
    times[kind].push(user + system)
  }
  for (let i = 0; i < 7; i++) {
    await timed('known', browserAt(world.app, { ip: `10.9.7.${i}` }), 'head')
    await timed('unknown', browserAt(world.app, { ip: `10.9.8.${i}` }), `nobody-${i}`)
    await timed('waiting', waiting, 'head')
  }
  // The processor's time, not the clock's, and the least of each: what else the machine does adds to neither.
  const quickest = Object.values(times).map((all) => Math.min(...all))
  // One class: the hash is nearly all of it. Half as long would mean that it was left out.
  expect(Math.min(...quickest)).toBeGreaterThan(Math.max(...quickest) / 2)
})
