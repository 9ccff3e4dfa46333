import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { World } from '../world.ts'

/** Every number within `where` that leads to a list, by its address: the desk's lists and the cases behind a day's count. */
const lists = {
  '/console/desk': { api: '/api/desk', names: { area: 'areaId', unit: 'unitId' } },
  '/console/figures/cases': { api: '/api/figures/cases', names: { area: 'areaId' } },
} as const

/** The reports of one thing, by its case. */
const reportsOf = /^\/console(\/cases\/[^/]+\/reports)$/

/** Follows every number on the page to its list, and holds that list's length to the number. */
export async function listsAreAsLong(page: Page, world: World, where: string): Promise<void> {
  const links: { href: string; count: number }[] = await page.locator(`${where} a`).evaluateAll((found) =>
    found.map((link) => ({
      href: link.getAttribute('href') ?? '',
      // A day may stand before it: the number is that of cases, or the only one.
      count: Number(
        /(\d+) 件/.exec(link.textContent ?? '')?.[1] ?? /\d+/.exec(link.textContent ?? '')?.[0] ?? Number.NaN,
      ),
    })),
  )
  const leading = links.filter(({ href }) => Object.keys(lists).some((path) => href.startsWith(`${path}?`)))
  expect(leading.length).toBeGreaterThan(5)
  for (const { href, count } of links.filter((link) => reportsOf.test(link.href))) {
    const { rows } = await world
      .as('centre')
      .sees<{ rows: object[] }>(href.replace(reportsOf, '/api$1?limit=100'))
    expect([href, rows.length]).toEqual([href, count])
  }
  for (const { href, count } of leading) {
    const [path, search] = href.split('?')
    const { api, names } = lists[path as keyof typeof lists]
    const query = new URLSearchParams({ limit: '100' })
    for (const [name, value] of new URLSearchParams(search))
      query.set((names as Readonly<Record<string, string>>)[name] ?? name, value)
    const { rows } = await world.as('centre').sees<{ rows: object[] }>(`${api}?${query}`)
    expect([href, rows.length]).toEqual([href, count])
  }
}
