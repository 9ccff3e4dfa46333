import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import type { HomeCard } from '../../people/register/read.contract.ts'
import { addHome } from '../register-acts.ts'
import { browserTests, look, reads } from './browser.ts'
import { bringRegister, type RegisteredHome } from './register-pages.ts'

const site = browserTests()
let home: RegisteredHome
beforeAll(async () => {
  home = await bringRegister(site.world)
})

const card = () => site.world.as('worker').sees<HomeCard>(`/api/register/homes/${home.homeId}`)
const tap = (page: Page, role: 'button' | 'link', name: string) =>
  page.getByRole(role, { name, exact: true }).tap()

test('a grid worker updates a household at the door: confirms, notes who left, takes it back, enters who came', async () => {
  const page = await site.open('/field/grid', { screen: 'phone', as: 'worker' })
  await tap(page, 'link', '上门登记')
  await tap(page, 'link', '柳岸小区3栋')
  await reads(page, '房屋 2 套')
  await page.getByRole('link', { name: /2单元501/ }).tap()
  await reads(page, '顾清秋', '沈长风', '还没有上门核对', '另有 1 名未满 14 周岁的孩子')
  expect(await page.getByText('顾小满').count()).toBe(0)
  await look(page, 'field-door-home-phone')

  await tap(page, 'button', '都还住在这里')
  await reads(page, '今天已经核对过')
  expect((await card()).home.confirmedOn).toBe('2026-11-18')

  await tap(page, 'button', '沈长风搬走了')
  await page.getByRole('dialog').getByRole('button', { name: '搬走了' }).tap()
  await reads(page, '最近搬走的')
  expect((await card()).home.living).toBe(2)
  await tap(page, 'button', '沈长风还在住')
  await reads(page, '已改回：还在住')
  expect((await card()).home.living).toBe(3)

  await tap(page, 'button', '有新来的人')
  await page.getByLabel('姓名').fill('何立冬')
  await page.getByRole('radio', { name: /^租户/ }).check()
  await look(page, 'field-door-person-phone')
  await tap(page, 'button', '保存')
  await reads(page, '已登记何立冬', '租户')
  expect((await card()).home).toMatchObject({ living: 4, renting: 1 })

  await tap(page, 'button', '改电话：何立冬')
  await page.getByLabel('手机号').fill('13800020009')
  await tap(page, 'button', '保存')
  await reads(page, '电话已更新', '138****0009')
})

test('a desk finds a person by initials and sees the number for a purpose; a care flag stands on the page alone', async () => {
  const page = await site.open('/console/register', { screen: 'desk', as: 'community' })
  await page.getByLabel('找人、找房').fill('gqq')
  await page.getByRole('link', { name: /顾清秋/ }).waitFor()
  expect(await page.getByText('残疾').count()).toBe(0)
  await look(page, 'console-register-found')
  await page.getByRole('link', { name: /顾清秋/ }).click()
  await reads(page, '残疾', '走路不便，愿意有人帮忙取药。', '顾小满')
  await page.getByRole('button', { name: '查看完整号码' }).click()
  await page.getByRole('button', { name: '查看', exact: true }).click()
  await reads(page, '请选一项', '请写具体做什么')
  await look(page, 'console-register-see')
  await page.getByRole('dialog').getByText('替本人办事', { exact: true }).click()
  await page.getByLabel('具体做什么').fill('办高龄津贴，核对证件')
  await page.getByRole('button', { name: '查看', exact: true }).click()
  await reads(page, /999999195603070\w{3}/)
  const looks = await site.world.sql('reader', `select purpose, words from looks where what = 'identity'`)
  expect(looks).toEqual([{ purpose: 'service', words: '办高龄津贴，核对证件' }])
  expect(await page.title()).not.toContain('顾清秋')
})

test('a desk moves in whom the register knows, reviews a flag, and closes a home once nobody is left in it', async () => {
  const desk = site.world.as('community')
  const empty = await addHome(desk, site.world.places.building1.id, '2单元503')
  const page = await site.open(`/console/register/homes/${empty}`, { screen: 'desk', as: 'community' })
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
  await press('登记过的人搬来')
  await press('登记搬来')
  await reads(page, '请先找到搬来的人，再选上', '请选一种关系')
  await page.getByLabel('找登记过的人').fill('沈长风')
  await page.getByRole('radio', { name: /沈长风/ }).check()
  await page.getByRole('radio', { name: /^租户/ }).check()
  await press('登记搬来')
  await reads(page, '已登记搬来', '138****0002')
  await press('注销这套房屋')
  await reads(page, '还登记着人的房屋不能注销')
  await press('沈长风搬走了')
  await page.getByRole('dialog').getByRole('button', { name: '搬走了' }).click()
  await page.getByRole('button', { name: '注销', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: '注销', exact: true }).click()
  await page.getByRole('region', { name: '房屋列表' }).waitFor()
  const closed = await desk.sees<HomeCard>(`/api/register/homes/${empty}`)
  expect([closed.endedOn, closed.can.update]).toEqual(['2026-11-18', false])

  const owner = await site.open(`/console/register/people/${home.ownerId}`, {
    screen: 'desk',
    as: 'community',
  })
  await owner.getByRole('button', { name: '复核：残疾' }).click()
  await owner.getByLabel('到哪天为止').first().fill('2027-09-01')
  await owner.getByRole('button', { name: '仍然需要' }).click()
  await reads(owner, /2026年11月18日复核过/, /到 2027年9月1日/)
})

test('the centre counts, and finds nobody', async () => {
  const page = await site.open('/console/register', { screen: 'desk', as: 'centre' })
  await reads(page, '东渡街道', '2 套')
  expect(await page.getByLabel('找人、找房').count()).toBe(0)
  await page.getByRole('button', { name: '东渡街道' }).click()
  await reads(page, '柳巷社区')
})
