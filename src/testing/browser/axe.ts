import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { type Look, look, wear } from './browser.ts'

/** The looks in which every page must be right. */
export const looks: readonly Look[] = ['light', 'dark', 'large']

/** Rules that colours can break: all that a change of theme can make wrong. */
const rulesOfColour = ['color-contrast', 'link-in-text-block']

/** Beyond what axe asks by itself, best practice and trifles included: targets of 24 px (WCAG 2.2, 2.5.8). */
const asked = { rules: { 'target-size': { enabled: true } } }

/** What axe finds wrong, each with the rule, its weight and where. Pages without frames need no second window. */
export async function wrongOn(page: Page, rules?: string[]): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode()
  const { violations } = await (rules ? axe.withRules(rules) : axe.options(asked)).analyze()
  return violations.flatMap(({ id, impact, nodes }) =>
    nodes.map(({ target }) => `${id} (${impact}) ${target.join(' ')}`),
  )
}

/** What axe finds wrong on one page in each of these looks: a reader may change it while the page stands open. */
export async function wrongInLooks(page: Page, name: string, worns = looks): Promise<Findings> {
  const wrong: Findings = {}
  const { width, height } = page.viewportSize()!
  for (const worn of worns) {
    await wear(page, worn)
    // A window as high as its page: what lies under a bar at the foot is reached by scrolling, and is no smaller for it.
    const whole = await page.evaluate(() => document.documentElement.scrollHeight)
    await page.setViewportSize({ width, height: Math.max(height, whole) })
    await look(page, `${name}-${worn}`)
    const found = await wrongOn(page, worn === 'dark' ? rulesOfColour : undefined)
    if (found.length > 0) wrong[worn] = found
  }
  await wear(page, 'light')
  await page.setViewportSize({ width, height })
  return wrong
}

/** What is wrong, by the look or measure that shows it. */
export type Findings = Record<string, readonly string[]>
