import { expect, test } from 'vitest'
import { browserTests, reads } from './browser.ts'
import { bringCases } from './pages.ts'

const site = browserTests()

test('from any page a case is found and opened by keys alone, and the question is the address', async () => {
  await bringCases(site.world)
  const page = await site.open('/console/map', { screen: 'desk', as: 'centre' })
  await reads(page, '地图')
  await page.keyboard.press('Control+k')
  await reads(page, '想找哪件事？')
  const box = page.getByRole('searchbox', { name: '查找诉求' })
  await expect.poll(() => box.evaluate((field) => field === document.activeElement)).toBe(true)
  await page.keyboard.type('地下车库')
  await page.keyboard.press('Enter')
  await reads(page, '找到 1 件')
  expect(new URL(page.url()).searchParams.get('q')).toBe('地下车库')
  expect(await page.locator('.queue-list mark').first().textContent()).toBe('地下车库')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/console\/cases\//)
  await page.goBack()
  await reads(page, '找到 1 件')
  await page.keyboard.press('Escape')
  await reads(page, '想找哪件事？')
})

test('a question is kept by name, asked again by it, and taken away', async () => {
  const page = await site.open('/console/find?q=地下车库&state=open', { screen: 'desk', as: 'centre' })
  await reads(page, '找到 1 件')
  await page.getByRole('button', { name: '保存为视图' }).click()
  await page.getByRole('dialog').getByRole('textbox').fill('车库的灯')
  await page.keyboard.press('Enter')
  const view = page.getByRole('link', { name: '车库的灯' })
  await view.waitFor()
  expect(await view.getAttribute('aria-current')).toBe('page')

  await page.goto(`${site.address}/console/find`)
  await reads(page, '想找哪件事？')
  await view.click()
  await reads(page, '找到 1 件')
  const { searchParams } = new URL(page.url())
  expect([searchParams.get('q'), searchParams.get('state')]).toEqual(['地下车库', 'open'])
  await page.getByRole('button', { name: '移除视图“车库的灯”' }).click()
  await reads(page, '想找哪件事？')
  expect(await view.count()).toBe(0)
})
