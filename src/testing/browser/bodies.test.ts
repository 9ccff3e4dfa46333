import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { BodyPage } from '../../organisations/body.contract.ts'
import type { LinkPage } from '../../people/offices/link.contract.ts'
import { browserTests, choose, reads } from './browser.ts'

const site = browserTests()
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

const pick = (page: Page, form: string, label: string, typed: string, wanted?: string | RegExp) =>
  choose(page.getByRole('form', { name: form }).getByLabel(label, { exact: true }), typed, wanted)

test('a street founds an owners’ committee, fills its chair, and links a cadre to a grid', async () => {
  const page = await site.open('/console/bodies', { screen: 'desk', as: 'street' })
  await press(page, '新设组织')
  const form = page.getByRole('form', { name: '新设组织' })
  await choose(form.getByLabel('种类', { exact: true }), '业委会')
  await form.getByLabel('名称', { exact: true }).fill('柳岸小区业主委员会')
  await form.getByLabel('编号').fill('YW-01')
  await choose(form.getByLabel('服务区域'), '柳岸', /柳岸小区$/)
  await press(page, '设立')
  await reads(page, '已设立柳岸小区业主委员会')
  const [body] = (await site.world.as('street').sees<BodyPage>('/api/bodies?kind=owners_committee')).rows
  expect(body).toMatchObject({ code: 'YW-01', phase: 'active' })

  await page.getByRole('link', { name: '柳岸小区业主委员会' }).first().click()
  await reads(page, '职务和任职', '柳岸小区的四方', '空缺')
  await press(page, '主任：任职')
  await pick(page, '主任：任职', '谁来任职', '顾望舒', /^新的人/)
  await page.getByRole('form', { name: '主任：任职' }).getByRole('button', { name: '任职' }).click()
  await reads(page, '顾望舒已任职', '2026年11月18日至2031年11月18日')
  await press(page, '顾望舒离任：主任')
  await page.getByRole('dialog').getByRole('button', { name: '离任' }).click()
  await reads(page, '顾望舒已离任', '以前的任职（1）')

  await page.goto(new URL('/console/links', page.url()).href)
  await press(page, '新加联系')
  await pick(page, '新加联系', '哪一类', '联点干部')
  await pick(page, '新加联系', '谁来联系', '沈立冬', /^新的人/)
  await pick(page, '新加联系', '联系点', '柳巷第一', '柳巷第一网格')
  await press(page, '建立联系')
  await reads(page, '联点干部：沈立冬')
  const { rows } = await site.world.as('street').sees<LinkPage>('/api/links')
  expect(rows).toMatchObject([{ kind: 'cadre', holder: { name: '沈立冬' }, endsOn: '2029-11-18' }])
})
