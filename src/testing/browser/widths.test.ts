import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { browserTests, look } from './browser.ts'
import { bringCases, type Cases, visit, visits } from './pages.ts'

/** CSS pixels that a finger needs (WCAG 2.2, 2.5.5). */
const fingerPx = 44

const site = browserTests()
let cases: Cases
beforeAll(async () => {
  cases = await bringCases(site.world)
  await site.settled()
})

/** Elements that make the page wider than its window, which a reader would have to push sideways. */
const tooWide = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const wide = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 0.5,
    )
    return wide.map((element) => `${element.tagName.toLowerCase()}.${element.className}`)
  })

/** Things to tap that are lower than a finger: what stands in bars and on its own, not links inside a sentence. */
const tooLow = (page: Page, leastPx: number): Promise<readonly string[]> =>
  page.evaluate((least) => {
    const targets = [
      ...document.querySelectorAll<HTMLElement>('nav a, header a, button, summary, select, .button'),
    ]
    const seen = targets.filter((target) => target.checkVisibility() && !target.matches('.skip'))
    const low = seen.filter((target) => target.getBoundingClientRect().height < least - 0.5)
    return low.map(
      (target) =>
        `${target.tagName.toLowerCase()}.${target.className} “${target.textContent?.trim()}” ${Math.round(target.getBoundingClientRect().height)} px`,
    )
  }, leastPx)

test.each(visits)('$name fits a small phone, also in large type, and is tapped by a finger', async (one) => {
  const page = await visit(site, one, cases, { screen: 'phone' })
  expect(await tooWide(page), 'wider than the phone').toEqual([])
  expect(await tooLow(page, fingerPx), 'lower than a finger').toEqual([])
  await page.getByRole('button', { name: '大字' }).click()
  await page.getByRole('button', { name: '标准字号' }).waitFor()
  await look(page, `${one.name}-phone-large`)
  const pushed = await tooWide(page)
  await page.getByRole('button', { name: '标准字号' }).click()
  expect(pushed, 'wider than the phone in large type').toEqual([])
})

test('what is too wide and too low is seen', async () => {
  const page = await site.open('/me', { screen: 'phone' })
  await page.evaluate(() => {
    const bar = document.createElement('nav')
    bar.innerHTML = '<a href="/" style="display: block; width: 400px; height: 20px">x</a>'
    document.body.append(bar)
  })
  expect(await tooWide(page)).toContain('a.')
  expect(await tooLow(page, fingerPx)).toContain('a. “x” 20 px')
})
