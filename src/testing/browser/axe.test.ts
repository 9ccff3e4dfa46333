import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { browserTests, type Look, look, reads, type Screen, wear } from './browser.ts'
import { bringCases, type Cases, looksOf, visit, visits } from './pages.ts'

const screens: readonly Screen[] = ['phone', 'desk']

const looks: readonly Look[] = ['light', 'dark', 'large']

/** Rules that colours can break: all that a change of theme can make wrong. */
const rulesOfColour = ['color-contrast', 'link-in-text-block']

/** Beyond what axe asks by itself, best practice and trifles included: targets of 24 px (WCAG 2.2, 2.5.8). */
const asked = { rules: { 'target-size': { enabled: true } } }

/** What axe finds wrong, each with the rule, its weight and where. Pages without frames need no second window. */
async function wrongOn(page: Page, rules?: string[]): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode()
  const { violations } = await (rules ? axe.withRules(rules) : axe.options(asked)).analyze()
  return violations.flatMap(({ id, impact, nodes }) =>
    nodes.map(({ target }) => `${id} (${impact}) ${target.join(' ')}`),
  )
}

/** In every look, on one page: a reader may change it while the page stands open. */
async function nothingIsWrongOn(page: Page, name: string, screen: Screen, worns = looks): Promise<void> {
  const wrong: Record<string, readonly string[]> = {}
  const { width, height } = page.viewportSize()!
  for (const worn of worns) {
    await wear(page, worn)
    // A window as high as its page: what lies under a bar at the foot is reached by scrolling, and is no smaller for it.
    const whole = await page.evaluate(() => document.documentElement.scrollHeight)
    await page.setViewportSize({ width, height: Math.max(height, whole) })
    await look(page, `${name}-${screen}-${worn}`)
    const found = await wrongOn(page, worn === 'dark' ? rulesOfColour : undefined)
    if (found.length > 0) wrong[worn] = found
  }
  await wear(page, 'light')
  expect(wrong).toEqual({})
}

describe('axe finds nothing wrong', () => {
  const site = browserTests()
  let cases: Cases
  beforeAll(async () => {
    cases = await bringCases(site.world)
    await site.settled()
  })
  const each = screens.flatMap((screen) => visits.map((one) => ({ ...one, screen })))
  test.each(each)('on $name at $screen width', async ({ screen, ...one }) => {
    await nothingIsWrongOn(await visit(site, one, cases, { screen }), one.name, screen, looksOf(one, looks))
  })

  test.each(screens)('on the gallery of parts at %s width', async (screen) => {
    const page = await site.open('/kit', { screen })
    await reads(page, '邻里的部件')
    await nothingIsWrongOn(page, 'kit', screen)
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
    await nothingIsWrongOn(page, 'console-set-up', screen)
  })
})
