import { expect, test } from 'vitest'
import { atRest, browserTests, type Reader } from './browser.ts'

const site = browserTests()

/** A page as it stands before its script has come: the script is never answered. */
async function withoutScript(path: string, reader: Omit<Reader, 'screen'> = {}) {
  const page = await site.open(path, { screen: 'phone', ...reader })
  await page.route(/\/assets\/(?!first-look)[^/]*\.js$/, () => undefined)
  await page.reload({ waitUntil: 'commit' })
  await page.locator('.first-paint').waitFor()
  return page
}

test.each([
  ['/report', 'zh'],
  ['/follow', 'zh'],
  ['/board', 'zh'],
  ['/board', 'en'],
] as const)(
  '%s in %s begins with the heading and the frame that its script draws',
  async (path, language) => {
    const early = await withoutScript(path, { language })
    const seen = async (page: typeof early) => ({
      heading: await page.locator('h1').allInnerTexts(),
      tabs: await page.locator('.tabs a').allInnerTexts(),
      current: await page.locator('.tabs a[aria-current="page"]').allInnerTexts(),
      headingTop: (await page.locator('h1').boundingBox())?.y,
    })
    const late = await site.open(path, { screen: 'phone', language })
    await late.locator('.first-paint').waitFor({ state: 'detached' })
    await atRest(late)
    expect(await seen(early)).toEqual(await seen(late))
  },
)

test('the numbers of an emergency stand there before any script has come, and do not move', async () => {
  const early = await withoutScript('/report')
  const late = await site.open('/report', { screen: 'phone' })
  await late.locator('.first-paint').waitFor({ state: 'detached' })
  await atRest(late)
  const seen = async (page: typeof early) => ({
    numbers: await page
      .locator('.emergency a')
      .evaluateAll((ways) => ways.map((way) => way.getAttribute('href'))),
    says: await page.locator('.emergency').allInnerTexts(),
    stands: await page.locator('.emergency').boundingBox(),
  })
  expect((await seen(early)).numbers).toEqual(['tel:110', 'tel:119', 'tel:120'])
  expect(await seen(early)).toEqual(await seen(late))
})

test('a page without a first paint of its own begins with the frame alone', async () => {
  const page = await withoutScript('/me')
  expect(await page.locator('h1').count()).toBe(0)
  expect(await page.locator('.tabs a').count()).toBe(5)
})

test('a reader of large type never sees the small', async () => {
  const page = await withoutScript('/report', { keeps: { 'linli.type': 'large' } })
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('22px')
})
