import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from './world.ts'
import type { StaffName } from './world-people.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

/** Whoever may take the list out, and what has to be asked with it; an administrator without more where not named. */
const asked = (): Readonly<Record<string, { readonly by?: StaffName; readonly query?: string }>> => ({
  '/api/assessment/sheet': { by: 'centre' },
  '/api/desk/export': { by: 'centre', query: '?queue=open' },
  '/api/dispute-figures/sheet': { by: 'street' },
  '/api/figures/report/file': { by: 'centre', query: '?kind=month&start=2026-11-01' },
  '/api/figures/report/sheet': { by: 'centre', query: '?kind=month&start=2026-11-01' },
  '/api/hand-overs/export': { by: 'centre', query: '?month=2026-11' },
  '/api/grid-days/sheet': { by: 'centre' },
  '/api/rounds/estates/sheet': { by: 'centre' },
  '/api/passed-on/sheet': { by: 'centre' },
  '/api/rounds/items/sheet': { by: 'centre' },
  '/api/imports/sheet': { by: 'centre' },
  '/api/visits/sheet': { by: 'community', query: `?areaId=${world.places.community1.id}` },
})

const addresses = (): string[] => {
  const { paths = {} } = world.app.swagger() as { paths?: Record<string, object> }
  return Object.keys(paths).filter(
    (path) => /\/(sheet|file|export|sheets)$/.test(path) && 'get' in paths[path]! && !path.includes('{'),
  )
}

test('every list that goes out of an address leaves a line with who took it', async () => {
  const actors = async () =>
    (
      await world.sql<{ actor: string }>('owner', `select actor from journal where kind like '%.exported'`)
    ).map(({ actor }) => actor)
  await world.app.ready()
  const found = addresses()
  expect(found.length).toBeGreaterThan(5)
  expect(Object.keys(asked()).filter((path) => !found.includes(path))).toEqual([])
  for (const path of found) {
    const { by = 'administrator', query = '' } = asked()[path] ?? {}
    const taker = `account:${world.staff[by].accountId}`
    const own = (list: readonly string[]) => list.filter((actor) => actor === taker).length
    const before = await actors()
    const { statusCode } = await world.app.inject({
      url: `${path}${query}`,
      headers: await world.as(by).headers(),
    })
    expect(statusCode, path).toBe(200)
    const after = await actors()
    expect([after.length, own(after)], path).toEqual([before.length + 1, own(before) + 1])
  }
  expect((await world.verify()).flaws).toEqual([])
})
