import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from './world.ts'
import type { StaffName } from './world-people.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

/** Whoever may take the list out, and what has to be asked with it; an administrator without more where not named. */
const asked: Readonly<Record<string, { readonly by?: StaffName; readonly query?: string }>> = {
  '/api/desk/export': { by: 'centre', query: '?queue=open' },
  '/api/imports/sheet': { by: 'centre' },
}

const addresses = (): string[] => {
  const { paths = {} } = world.app.swagger() as { paths?: Record<string, object> }
  return Object.keys(paths).filter(
    (path) => /\/(sheet|file|export|sheets)$/.test(path) && 'get' in paths[path]! && !path.includes('{'),
  )
}

test('every list that goes out of an address leaves a line with who took it', async () => {
  const lines = async () =>
    world.sql<{ kind: string; actor: string }>(
      'owner',
      `select kind, actor from journal where kind like '%.exported' order by recorded_at, chain, n`,
    )
  await world.app.ready()
  const found = addresses()
  expect(found.length).toBeGreaterThan(5)
  expect(Object.keys(asked).filter((path) => !found.includes(path))).toEqual([])
  for (const path of found) {
    const { by = 'administrator', query = '' } = asked[path] ?? {}
    const before = await lines()
    const { statusCode } = await world.app.inject({
      url: `${path}${query}`,
      headers: await world.as(by).headers(),
    })
    expect(statusCode, path).toBe(200)
    const after = await lines()
    expect(after.length, path).toBe(before.length + 1)
    expect(after.map(({ actor }) => actor)).toContain(`account:${world.staff[by].accountId}`)
  }
  expect((await world.verify()).flaws).toEqual([])
})
