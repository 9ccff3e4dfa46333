import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { type Findings, wrongInLooks } from './axe.ts'
import { browserTests, look, wear } from './browser.ts'
import { bringCases, type Cases, type Visit, visit, visits } from './pages.ts'
import { coveredOn, cutOffOn, tooSmallOn, tooWideOn } from './shape.ts'
import { isConsole, looksAt, looksOf } from './visit-looks.ts'

/** CSS pixels that a finger needs (WCAG 2.2, 2.5.5), and that it is given in large type. */
const fingerPx = 44
const largeFingerPx = 56

const site = browserTests()
let cases: Cases
beforeAll(async () => {
  cases = await bringCases(site.world)
  await site.settled()
})

/** Text of 200 percent (WCAG 2.2, 1.4.4): on phones all type doubled, in the console a window half as wide. */
async function doubleText(page: Page, one: Visit): Promise<void> {
  if (isConsole(one)) return page.setViewportSize({ width: 720, height: 900 })
  const type = one.isPlain ? 'font-size' : '--type'
  await page.evaluate((name) => document.documentElement.style.setProperty(name, '32px'), type)
}

/** What a finger and an eye find wrong on a small phone, in normal and in large type. */
async function wrongInShape(page: Page, one: Visit): Promise<Findings> {
  const wrong: Findings = {}
  for (const worn of looksOf(one, ['light', 'large'])) {
    await wear(page, worn)
    const leastPx = worn === 'large' && !isConsole(one) ? largeFingerPx : fingerPx
    wrong[`${worn}: wider than the phone`] = await tooWideOn(page)
    wrong[`${worn}: smaller than a finger`] = await tooSmallOn(page, leastPx)
    wrong[`${worn}: cut off`] = await cutOffOn(page)
  }
  await wear(page, 'light')
  return wrong
}

/** What is lost on the same page at twice the text. */
async function wrongAtTwice(page: Page, one: Visit): Promise<Findings> {
  await doubleText(page, one)
  await look(page, `${one.name}-phone-doubled`)
  return {
    'twice the text: wider than the phone': await tooWideOn(page),
    'twice the text: cut off': await cutOffOn(page),
    'twice the text: covered': await coveredOn(page),
  }
}

test.each(visits)(
  '$name is right on a small phone: its shape, by axe, and at twice the text',
  async (one) => {
    const page = await visit(site, one, cases, { screen: 'phone' })
    const wrong = {
      ...(await wrongInShape(page, one)),
      ...(await wrongInLooks(page, `${one.name}-phone`, looksAt('phone', one))),
      ...(await wrongAtTwice(page, one)),
    }
    expect(Object.entries(wrong).filter(([, found]) => found.length > 0)).toEqual([])
  },
)

test('what is too wide, too small, cut off and covered is seen', async () => {
  const page = await site.open('/me', { screen: 'phone' })
  await page.evaluate(() => {
    const bar = document.createElement('nav')
    bar.innerHTML = `<a href="/" style="display: block; width: 400px; height: 20px">x</a>
      <p style="width: 20px; overflow: hidden; white-space: nowrap">words that are cut</p>
      <button style="position: absolute; top: 300px">under</button>
      <button style="position: absolute; top: 300px">above</button>`
    document.body.append(bar)
  })
  expect(await tooWideOn(page)).toContain('a.')
  expect(await tooSmallOn(page, fingerPx)).toContain('a. “x” 400 × 20 px')
  expect(await cutOffOn(page)).toContain('p. “words that are cut”')
  expect(await coveredOn(page)).toContain('button. “under” under button.')
})
