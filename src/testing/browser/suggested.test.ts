import { expect, test } from 'vitest'
import { learnFromScreenings } from '../../cases/door.ts'
import { consoleWords } from '../../web/words/console.ts'
import { decideSixty, reportWords } from '../taught-screenings.ts'
import { wrongInLooks } from './axe.ts'
import { browserTests, reads } from './browser.ts'

const site = browserTests()

test('what the district decided is suggested at screening: how likely, why, from how many; and nothing is chosen for anybody', async () => {
  const { world } = site
  await decideSixty(world)
  await learnFromScreenings(world.system, new AbortController().signal)
  const caseId = await reportWords(world, '摸黑上楼，一脚踩空；外面的路灯不亮')
  const { screen: said } = consoleWords.zh.consoleCase

  const page = await site.open(`/console/cases/${caseId}`, {
    screen: 'desk',
    language: 'zh',
    as: 'community',
  })
  const suggested = page.getByRole('group', { name: said.suggested })
  const first = suggested.getByRole('button').first()
  await first.filter({ hasText: said.likely(90) }).waitFor()
  expect(await first.textContent()).toMatch(/楼道灯不亮.*一脚踩空/)
  await reads(page, said.learned({ taught: 60, tried: 12, right: 12 }))
  // The catalogue's keyword speaks for another, and says nothing of how likely.
  expect(await suggested.getByRole('button').last().textContent()).toMatch(/路灯/)
  expect(await page.locator('.suggested [aria-pressed="true"]').count()).toBe(0)
  expect(await wrongInLooks(page, 'console-suggested-desk')).toEqual({})

  await first.click()
  expect(await first.getAttribute('aria-pressed')).toBe('true')
})
