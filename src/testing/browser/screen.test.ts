import { expect, test } from 'vitest'
import type { Receipt } from '../../cases/contract.ts'
import { act } from '../world-client.ts'
import { atRest, browserTests, look, reads } from './browser.ts'
import { listsAreAsLong } from './lists-as-long.ts'

const site = browserTests()
const report = (words: string) =>
  site.world
    .anonymous()
    .does<Receipt>('/api/reports', act({ words, place: site.world.places.building1.placeCode }))
const openCount = '.hall__total a'

test('the wall counts what others report, survives its server, and each number opens a list of that length', async () => {
  const { world } = site
  const { caseId } = await report('一楼灯不亮')
  await report('二楼灯不亮')
  const wall = await site.open('/screen/', { screen: 'hall', as: 'centre', losesServer: true })
  await wall.locator(openCount, { hasText: '2' }).waitFor()
  // All of it at once: nothing lies below the edge or beside it.
  await atRest(wall)
  const { width, height } = await wall.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement
    return { width: scrollWidth, height: scrollHeight }
  })
  expect([width, height]).toEqual([1920, 1080])

  // Somebody elsewhere reports; nobody touches this page.
  const { caseId: third } = await report('三楼灯不亮')
  await wall.locator(openCount, { hasText: '3' }).waitFor()
  await listsAreAsLong(wall, world, '.hall')
  await look(wall, 'screen-hall')

  const startAgain = await site.stopServing()
  const { caseId: fourth } = await report('四楼灯不亮')
  await reads(wall, '连接断了')
  expect(await wall.locator(openCount).textContent()).toBe('3')
  await startAgain()
  await wall.locator(openCount, { hasText: '4' }).waitFor()
  await wall.getByText('连接断了').waitFor({ state: 'detached' })
  for (const id of [third, fourth])
    await world.as('centre').does(`/api/cases/${id}/join`, act({ into: caseId }))
  await reads(wall, '3 人反映')
  await listsAreAsLong(wall, world, '.hall')

  await wall.getByRole('link', { name: '东渡街道' }).click()
  await reads(wall, '按 Esc 键回到上一级')
  await wall.keyboard.press('Escape')
  await wall.getByRole('heading', { level: 1, name: /望江区/ }).waitFor()
})
