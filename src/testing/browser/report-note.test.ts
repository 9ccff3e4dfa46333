import { expect, test } from 'vitest'
import { tellReports } from '../../cases/door.ts'
import { act } from '../world-client.ts'
import { browserTests, look, reads } from './browser.ts'

const site = browserTests()
const month = '/console/figures/report?kind=month'
const box = { name: '按语' }

test('a paragraph that is half written is there after a reload, and stands in the report line by line', async () => {
  const page = await site.open(month, { screen: 'desk', as: 'centre' })
  await page.getByRole('button', { name: '写按语' }).click()
  await page.getByRole('textbox', box).fill('各街道：\n请看附表。')
  await page.reload()
  expect(await page.getByRole('textbox', box).inputValue()).toBe('各街道：\n请看附表。')
  await page.getByRole('textbox', box).fill('请看附表。\n各街道：\n请看附表。')
  await page.getByRole('button', { name: '保存按语' }).click()
  const said = page.getByRole('article').locator('section', { hasText: '按语' }).locator('p')
  await said.waitFor()
  expect((await said.textContent())?.split('\n')).toEqual(['请看附表。', '各街道：', '请看附表。'])
  await page.getByRole('button', { name: '改按语', exact: true }).waitFor()
  await look(page, 'console-report-note')
})

test('where another wrote meanwhile one is told so, and what one wrote is there', async () => {
  const one = await site.open(month, { screen: 'desk', as: 'centre' })
  await one.getByRole('button', { name: '改按语', exact: true }).click()
  await one.getByRole('textbox', box).fill('第一个人写的')
  const other = await site.open(month, { screen: 'desk', as: 'centre' })
  await other.getByRole('button', { name: '改按语', exact: true }).click()
  await other.getByRole('textbox', box).fill('第二个人写的')
  await other.getByRole('button', { name: '保存按语' }).click()
  await other.getByRole('article').getByText('第二个人写的').waitFor()
  await one.reload()
  await reads(one, /您动笔之后，别人改过按语/)
  expect(await one.getByRole('textbox', box).inputValue()).toBe('第一个人写的')
  await one.getByRole('button', { name: '保存按语' }).click()
  await one.getByRole('article').getByText('第一个人写的').waitFor()
})

test('a week that is over is told, and the notice opens its report', async () => {
  const { world } = site
  await world.anonymous().does('/api/reports', act({ words: '路灯不亮', areaId: world.places.grid1.id }))
  await site.settled()
  world.clock.set('2026-11-30T08:30:00+08:00')
  expect(await tellReports(world.system)).toBe(1)
  await site.settled()
  const page = await site.open('/console/notices', { screen: 'desk', as: 'street' })
  await page.getByRole('link', { name: /周报可以看了.*11月23日起/ }).click()
  await page.waitForURL(/kind=week&start=2026-11-23/)
  await reads(page, /2026 年 11 月 23 日至 2026 年 11 月 29 日诉求办理周报/)
})
