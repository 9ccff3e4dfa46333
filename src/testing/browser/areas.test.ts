import { expect, test } from 'vitest'
import type { AreaPath } from '../../areas/contract.ts'
import { browserTests, choose, look, reads } from './browser.ts'

const site = browserTests()

test('an administrator moves a grid to another community, and ends it once it holds nothing', async () => {
  const { grid2, community1, community2 } = site.world.places
  const book = (under: string, area: string) => `/console/areas?in=${under}&area=${area}`
  const page = await site.open(book(community1.id, grid2.id), { screen: 'desk', as: 'administrator' })
  await page.getByRole('button', { name: '换上级' }).click()
  await page.getByRole('button', { name: '看会改变什么' }).first().click()
  await reads(page, '请选新的上级')
  await choose(page.getByLabel('新的上级'), '石桥社区', /石桥社区$/)
  await page.getByRole('button', { name: '看会改变什么' }).first().click()
  const move = page.getByRole('button', { name: '把柳巷第二网格归到石桥社区' })
  await move.waitFor()
  await look(page, 'console-areas-move')
  await move.click()
  await reads(page, '柳巷第二网格已经换了上级')
  const moved = await site.world.as('administrator').sees<AreaPath>(`/api/areas/${grid2.id}`)
  expect(moved.steps.at(-2)?.id).toBe(community2.id)

  await page.goto(new URL(book(community2.id, grid2.id), page.url()).href)
  await page.getByRole('button', { name: '撤销', exact: true }).click()
  await reads(page, '撤销柳巷第二网格？')
  await look(page, 'console-areas-end')
  await page.getByRole('dialog').getByRole('button', { name: '撤销' }).click()
  await reads(page, '柳巷第二网格已经撤销')
  const left = await site.world.as('administrator').sees<AreaPath[]>('/api/areas/find?text=柳巷第二网格')
  expect(left).toEqual([])
})

test('an area that holds others is told what comes first, and a street has nowhere else to go', async () => {
  const { community1, street1, street2, district } = site.world.places
  const at = `/console/areas?in=${street1.id}&area=${community1.id}`
  const page = await site.open(at, { screen: 'desk', as: 'administrator' })
  await page.getByRole('button', { name: '撤销', exact: true }).click()
  await reads(page, '请先把它们划走或者撤销。')
  const dialog = page.getByRole('dialog')
  expect(await dialog.getByRole('button', { name: '撤销' }).count()).toBe(0)
  await dialog.getByRole('button', { name: '取消' }).click()
  await page.goto(new URL(`/console/areas?in=${district.id}&area=${street2.id}`, page.url()).href)
  await reads(page, '调整西塘街道')
  expect(await page.getByRole('button', { name: '换上级' }).count()).toBe(0)
})
