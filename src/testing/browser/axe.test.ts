import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { browserTests, look, reads, type Screen } from './browser.ts'
import { bringCases, type Cases, visit, visits } from './pages.ts'

const screens: readonly Screen[] = ['phone', 'desk']

/** Rules that colours can break: all that a change of theme can make wrong. */
const rulesOfColour = ['color-contrast', 'link-in-text-block']

/** What axe finds wrong, each with the rule, its weight and where. Pages without frames need no second window. */
async function wrongOn(page: Page, rules?: string[]): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode()
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze()
  return violations.flatMap(({ id, impact, nodes }) =>
    nodes.map(({ target }) => `${id} (${impact}) ${target.join(' ')}`),
  )
}

/** In light and in dark, on one page: the reader's theme may change while it stands open. */
async function nothingIsWrongOn(page: Page, name: string, screen: Screen): Promise<void> {
  const wrong: Record<string, readonly string[]> = {}
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await look(page, `${name}-${screen}-${colorScheme}`)
    const found = await wrongOn(page, colorScheme === 'dark' ? rulesOfColour : undefined)
    if (found.length > 0) wrong[colorScheme] = found
  }
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
    await nothingIsWrongOn(await visit(site, one, cases, { screen }), one.name, screen)
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
