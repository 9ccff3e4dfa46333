import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Receipt } from '../../cases/contract.ts'
import { act } from '../world-client.ts'
import { browserTests, look, reads } from './browser.ts'

const site = browserTests()

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click()

/** Three cases of street 1; the cover that is missing is due last. */
async function bringCases(): Promise<void> {
  const { world } = site
  const street = world.as('street')
  for (const [words, matter] of [
    ['楼道灯不亮，晚上看不见', 'FA02'],
    ['半夜还在放音乐，睡不着', 'HJ03'],
    ['井盖没有了，怕有人踩空', 'FA03'],
  ] as const) {
    const place = world.places.building1.placeCode
    const { caseId } = await world.resident().does<Receipt>('/api/reports', act({ words, place }))
    await street.does(`/api/cases/${caseId}/screen`, act({ matter, publish: false }))
    if (matter === 'FA03') await street.does(`/api/cases/${caseId}/dispatch`, act())
    world.clock.advance({ minutes: 1 })
  }
}

/** What the street's queue shows, from the top. */
async function queueOf(street: Page): Promise<string[]> {
  await street.reload()
  await street.locator('.queue__matter').first().waitFor()
  const rows = await street.locator('.queue__matter').allInnerTexts()
  return rows.map((row) => ['楼道灯不亮', '噪声扰民', '井盖缺失'].find((name) => row.includes(name)) ?? row)
}

/** Declares by the form; hands back the page of what was declared. */
async function declare(centre: Page, how: '演练' | '真的启动'): Promise<void> {
  await centre.goto(new URL('/console/emergency', centre.url()).href)
  await centre.getByRole('radio', { name: how }).check()
  await centre.getByLabel('在哪里').selectOption({ label: '东渡街道' })
  await press(centre, '启动')
  await reads(centre, '请写明依据的预案和响应。')
  await centre.getByLabel('依据的预案和响应').fill('区防汛预案，三级响应')
  await press(centre, '启动')
  await centre.getByRole('dialog').getByRole('button', { name: '启动' }).click()
  await centre.waitForURL(/emergency\/[0-9a-f-]{36}$/)
  await site.world.followersSettled()
  await centre.reload()
}

test('a drill moves no neighbour’s case; a flood puts its matters first until it ends', async () => {
  const { world } = site
  await bringCases()
  const usual = ['楼道灯不亮', '噪声扰民', '井盖缺失']
  const street = await site.open('/console/desk?queue=open', { screen: 'desk', as: 'street' })
  expect(await queueOf(street)).toEqual(usual)

  const centre = await site.open('/console/emergency', { screen: 'desk', as: 'centre' })
  await declare(centre, '演练')
  expect(await queueOf(street)).toEqual(usual)
  const worker = await site.open('/field/', { screen: 'phone', as: 'worker' })
  await reads(worker, '演练', '防汛')
  world.clock.advance({ minutes: 3 })
  await press(worker, '我知道了')
  await reads(worker, '已确认收到，用了 3 分钟')
  await centre.reload()
  await reads(centre, /人没有确认/, '还没有回音的单位')
  await look(centre, 'console-emergency-drill')
  const resident = await site.open('/', { screen: 'phone' })

  await declare(centre, '真的启动')
  expect(await queueOf(street)).toEqual(['井盖缺失', '楼道灯不亮', '噪声扰民'])
  await reads(street, /防汛优先/)
  await look(street, 'console-desk-flood')
  await resident.reload()
  await reads(resident, /不要蹚水/, '119 火警救援')
  await look(resident, 'portal-home-flood')
  await worker.reload()
  await press(worker, '我知道了')
  await reads(worker, '已确认收到')
  await look(worker, 'field-today-flood')

  await press(centre, '再延长 24 小时')
  await reads(centre, '已调整', /后天.* 自动结束/)
  await look(centre, 'console-emergency-flood')
  await press(centre, '结束应急状态')
  await press(centre, '结束')
  await reads(centre, '请写明为什么结束。')
  await centre.getByLabel('为什么结束').fill('雨停了，水退了')
  await press(centre, '结束')
  await reads(centre, '“雨停了，水退了”', '大家用了多久确认')
  await look(centre, 'console-emergency-over')
  expect(await queueOf(street)).toEqual(usual)
})
