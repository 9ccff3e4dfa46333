import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import type { CaseStory } from '../../cases/story.contract.ts'
import { browserTests, reads } from './browser.ts'
import { bringCases, type Cases } from './pages.ts'

const site = browserTests()
let cases: Cases
beforeAll(async () => {
  cases = await bringCases(site.world)
  await site.settled()
})

const storyOf = (caseId: string) => site.world.as('street').sees<CaseStory>(`/api/cases/${caseId}`)

/** Whether the whole of an element lies inside the window, where a thumb finds it without pushing sideways. */
const liesInside = (page: Page, name: string): Promise<boolean> =>
  page
    .getByRole('button', { name, exact: true })
    .first()
    .evaluate((element) => {
      const { left, right } = element.getBoundingClientRect()
      return left >= 0 && right <= window.innerWidth
    })

test('a street director on a phone lands on what waits, and decides with two taps', async () => {
  const page = await site.open('/console', { screen: 'phone', as: 'street' })
  await page.getByRole('heading', { name: '待我审批' }).waitFor()
  await reads(page, /申请延期 2 个工作日/, '“整条线路要换，材料后天到”', '同意以后')
  for (const name of ['同意', '不同意']) expect(await liesInside(page, name)).toBe(true)

  // The first tap of a no can be thought over.
  await page.getByRole('button', { name: '不同意', exact: true }).tap()
  await reads(page, /点一条就发出/)
  await page.getByRole('button', { name: '再想想' }).tap()

  await page.getByRole('button', { name: '同意', exact: true }).tap()
  await page.getByRole('button', { name: '确认同意延期' }).tap()
  await reads(page, '现在没有等您审批的申请', /已同意：.*申请延期 2 个工作日/)
  const { requests, parts } = await storyOf(cases.handled.caseId)
  expect(requests).toMatchObject([{ granted: true }])
  expect(parts[0]?.account.extendedMinutes).toBeGreaterThan(0)
})
