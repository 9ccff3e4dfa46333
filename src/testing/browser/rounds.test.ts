import { expect, test } from 'vitest'
import type { EstatePageOne } from '../../rounds/contract.ts'
import type { GridDay } from '../../rounds/grid-day.contract.ts'
import { photo } from '../photo.ts'
import { browserTests, look, reads } from './browser.ts'

const site = browserTests()

test('a worker walks an estate, one finding becomes a case, and checks in on the day in the grid', async () => {
  const { world } = site
  world.clock.set('2026-11-28T09:30:00+08:00')
  const page = await site.open('/field/rounds', { screen: 'phone', as: 'worker' })
  await reads(page, '有 1 个小区该查了', '还没查过')
  await page.getByRole('link', { name: /柳岸小区/ }).tap()
  const exit = page.getByRole('group', { name: '疏散通道、安全出口被堵：情况' })
  await exit.getByRole('button', { name: '有隐患' }).tap()
  await page.getByRole('button', { name: '记下这处问题' }).tap()
  await reads(page, '请拍一张照片，或写一句怎么回事。')
  await page.getByLabel('怎么回事').fill('2 单元一楼堆满纸箱')
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: 'exit.jpg', mimeType: 'image/jpeg', buffer: await photo(40) })
  await page.getByRole('img', { name: '第 1 张照片' }).waitFor()
  await look(page, 'field-round-phone')
  // While it is on its way the next thing is looked at, and neither is lost.
  const gate = Promise.withResolvers<void>()
  await page.route('**/api/reports', async (route) => {
    await gate.promise
    await route.continue()
  })
  await page.getByRole('button', { name: '记下这处问题' }).tap()
  const lane = page.getByRole('group', { name: '消防车通道被占：情况' })
  await lane.getByRole('button', { name: '没发现' }).tap()
  expect(await lane.getByRole('button', { name: '有隐患' }).isDisabled()).toBe(true)
  // Nor where the page is left meanwhile.
  await page.getByRole('link', { name: '回到小区列表' }).tap()
  await reads(page, '有 1 个小区该查了')
  gate.resolve()
  await reads(page, '已记下，会作为一件诉求发出')
  await page.getByRole('link', { name: /柳岸小区/ }).tap()
  await reads(page, '已看 2 项，共 14 项')
  await page.unroute('**/api/reports')
  await page.getByRole('button', { name: '其余 12 项都没问题' }).tap()
  await page.getByRole('button', { name: '查完了' }).tap()
  await reads(page, '13 项没问题，1 项有问题，0 项没有')
  await page.getByRole('link', { name: '回到小区列表' }).tap()
  await reads(page, '1 处没解决')
  await site.settled()

  const at = `/api/rounds/estates/${world.places.estate1.id}`
  const { items } = await world.as('community').sees<EstatePageOne>(at)
  const found = items.find(({ item }) => item === 'fire_exit')
  expect(found).toMatchObject({ state: 'found', cases: [{ state: 'open' }] })

  // The next round says so before it asks.
  await page.reload()
  await page.getByRole('link', { name: /柳岸小区/ }).tap()
  await reads(page, `诉求 ${found?.cases[0]?.number} 正在办`)
  await reads(page, '还有 13 项没看', '还有 1 项上次查到过问题')
  await page.getByRole('button', { name: '还是这样' }).tap()

  await page.context().grantPermissions(['geolocation'])
  await page.context().setGeolocation({ longitude: 120.005, latitude: 30.005 })
  await page.goto(`${new URL(page.url()).origin}/field/grid-day`)
  await page.getByRole('button', { name: '我到了，签到' }).tap()
  await reads(page, '在网格里')
  await look(page, 'field-grid-day-phone')
  const day = await world.as('community').sees<GridDay>(`/api/grid-days/${world.places.grid1.id}/2026-11-28`)
  expect(day.roster[0]?.checkIn).toMatchObject({ metres: 0 })
})

test('a report that was begun elsewhere is not taken along: its writer says what becomes of it', async () => {
  site.world.clock.set('2026-11-28T09:30:00+08:00')
  const page = await site.open('/field/report', { screen: 'phone', as: 'worker' })
  const words = page.getByRole('textbox', { name: '什么事' })
  await words.fill('东门口的栏杆倒了')
  await page.goto(`${new URL(page.url()).origin}/field/grid-day`)
  await page.getByRole('button', { name: '记一件居民说的事' }).tap()
  await reads(page, '还有一件没写完', '东门口的栏杆倒了')
  await look(page, 'field-report-begun-phone')
  await page.getByRole('button', { name: '清掉，写新的' }).tap()
  await reads(page, '会记在这次驻点里。')
  expect(await words.inputValue()).toBe('')
})
