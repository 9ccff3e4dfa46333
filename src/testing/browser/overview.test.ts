import { expect, test } from 'vitest'
import type { Receipt } from '../../cases/contract.ts'
import { act } from '../world-client.ts'
import { browserTests, look, reads } from './browser.ts'

const site = browserTests()

test('the overview counts a report as it comes in, and each number opens the list of that length', async () => {
  const { world } = site
  const report = (words: string) =>
    world.anonymous().does<Receipt>('/api/reports', act({ words, place: world.places.building1.placeCode }))
  await report('一楼灯不亮')
  await report('二楼灯不亮')
  const desk = await site.open('/console/overview', { screen: 'desk', as: 'centre' })
  await reads(desk, '未结 2 件')
  // Somebody elsewhere reports; nobody touches this page.
  await report('三楼灯不亮')
  await reads(desk, '未结 3 件', '受理 3 件', '正常 3 件')
  await look(desk, 'console-overview-live')

  const lists: { href: string; count: number }[] = await desk
    .locator('.book a[href*="/console/desk"]')
    .evaluateAll((links) =>
      links.map((link) => ({
        href: link.getAttribute('href') ?? '',
        count: Number(/\d+/.exec(link.textContent ?? '')?.[0]),
      })),
    )
  expect(lists.length).toBeGreaterThan(5)
  for (const { href, count } of lists) {
    const search = new URLSearchParams(href.split('?')[1])
    const query = new URLSearchParams({ limit: '100' })
    const names: Readonly<Record<string, string>> = { area: 'areaId', unit: 'unitId' }
    for (const [name, value] of search) query.set(names[name] ?? name, value)
    const { rows } = await world.as('centre').sees<{ rows: object[] }>(`/api/desk?${query}`)
    expect([href, rows.length]).toEqual([href, count])
  }

  await desk.getByRole('link', { name: '受理 3 件' }).click()
  await reads(desk, '数字背后的诉求', '共 3 件')
  expect(await desk.locator('.row-table tbody tr').count()).toBe(3)
  await desk.getByRole('link', { name: '回到总览' }).click()
  await desk.getByRole('link', { name: '东渡街道' }).click()
  await reads(desk, '未结 3 件')
  await desk.getByRole('link', { name: '正常 3 件' }).first().click()
  await reads(desk, '不含演练和保密件')
})
