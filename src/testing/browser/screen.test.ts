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

test('with every list full nothing is cut and nothing lies below the edge', async () => {
  const { world } = site
  for (const thing of ['电梯', '井盖', '车棚', '水泵']) {
    const ids: string[] = []
    for (const words of ['坏了', '又坏了', '没人修']) ids.push((await report(`${thing}${words}`)).caseId)
    const summary = `${thing}几天没人修，${'进出的老人和孩子都要绕路，'.repeat(4)}请尽快修好`
    await world.as('centre').does(`/api/cases/${ids[0]}/screen`, act({ matter: 'FA02', summary }))
    for (const id of ids.slice(1))
      await world.as('centre').does(`/api/cases/${id}/join`, act({ into: ids[0] }))
  }
  await site.settled()
  const wall = await site.open('/screen/', { screen: 'hall', as: 'centre' })
  await reads(wall, '3 人反映')
  await atRest(wall)
  const panels = await wall.locator('.hall__column:last-child .panel').evaluateAll((found) =>
    found.map((panel) => ({
      rows: panel.querySelectorAll('li').length,
      cut: panel.scrollHeight - panel.clientHeight,
      foot: Math.round(panel.getBoundingClientRect().bottom),
    })),
  )
  expect(panels.map(({ rows }) => rows)).toEqual([3, 3, 3])
  for (const { cut, foot } of panels) {
    expect(cut).toBeLessThanOrEqual(1)
    expect(foot).toBeLessThanOrEqual(1080)
  }
  const height = await wall.evaluate(() => document.documentElement.scrollHeight)
  expect(height).toBe(1080)
  await look(wall, 'screen-hall-full')
})

test('a post that sees no area is shown the way on', async () => {
  const wall = await site.open('/screen/', { screen: 'hall', as: 'property', isRefused: true })
  await wall.getByRole('link', { name: '去工作台', exact: true }).waitFor()
})
