import { expect, test } from 'vitest'
import type { Receipt } from '../../cases/contract.ts'
import { act } from '../world-client.ts'
import { browserTests, look, reads } from './browser.ts'
import { listsAreAsLong } from './lists-as-long.ts'

const site = browserTests()

test('the overview counts a report as it comes in, and each number opens the list of that length', async () => {
  const { world } = site
  const report = (words: string) =>
    world.anonymous().does<Receipt>('/api/reports', act({ words, place: world.places.building1.placeCode }))
  const { caseId } = await report('一楼灯不亮')
  const { caseId: second } = await report('二楼灯不亮')
  const desk = await site.open('/console/overview', { screen: 'desk', as: 'centre' })
  await reads(desk, '未结 2 件')
  // Somebody elsewhere reports; nobody touches this page.
  const { caseId: third } = await report('三楼灯不亮')
  await reads(desk, '未结 3 件', '受理 3 件', '正常 3 件')
  await look(desk, 'console-overview-live')

  await listsAreAsLong(desk, world, '.book')

  await desk.getByRole('link', { name: '受理 3 件' }).click()
  await reads(desk, '数字背后的诉求', '共 3 件')
  expect(await desk.locator('.row-table tbody tr').count()).toBe(3)
  await desk.getByRole('link', { name: '回到总览' }).click()
  await desk.getByRole('link', { name: '东渡街道' }).click()
  await reads(desk, '未结 3 件')
  await desk.getByRole('link', { name: '正常 3 件' }).first().click()
  await reads(desk, '不含演练和保密件')

  // All are one thing: what many report leads to its reports.
  for (const id of [second, third])
    await world.as('centre').does(`/api/cases/${id}/join`, act({ into: caseId }))
  await desk.goto('/console/overview')
  await reads(desk, '未结 1 件', '3 人反映')
  await listsAreAsLong(desk, world, '.book')
  await desk.getByRole('link', { name: '3 人反映' }).click()
  await reads(desk, '同一件事的诉求', '共 3 件')
  expect(await desk.locator('.row-table tbody tr').count()).toBe(3)
})
