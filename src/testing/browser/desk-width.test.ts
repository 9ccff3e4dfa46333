import { beforeAll, describe, expect, test } from 'vitest'
import { wrongInLooks, wrongOn } from './axe.ts'
import { browserTests, reads, type Screen } from './browser.ts'
import { bringCases, type Cases, visit, visits } from './pages.ts'
import { looksAt } from './visit-looks.ts'

const screens: readonly Screen[] = ['phone', 'desk']

describe('axe finds nothing wrong at a desk', () => {
  const site = browserTests()
  let cases: Cases
  beforeAll(async () => {
    cases = await bringCases(site.world)
    await site.settled()
  })
  test.each(visits)('on $name', async (one) => {
    const page = await visit(site, one, cases, { screen: 'desk' })
    expect(await wrongInLooks(page, `${one.name}-desk`, looksAt('desk', one))).toEqual({})
  })

  test.each(screens)('on the gallery of parts at %s width', async (screen) => {
    const page = await site.open('/kit', { screen })
    await reads(page, '邻里的部件')
    expect(await wrongInLooks(page, `kit-${screen}`)).toEqual({})
  })

  test('and does find what is wrong', async () => {
    const page = await site.open('/me', { screen: 'phone' })
    await reads(page, '用手机号登录')
    await page.evaluate(() => document.querySelector('label')?.remove())
    expect((await wrongOn(page)).join()).toContain('label (critical)')
  })
})

describe('axe finds nothing wrong in an empty installation', () => {
  const site = browserTests({ empty: true })
  test.each(screens)('on the first steps at %s width', async (screen) => {
    const page = await site.open('/console/set-up', { screen })
    await reads(page, '初始设置')
    expect(await wrongInLooks(page, `console-set-up-${screen}`)).toEqual({})
  })
})
