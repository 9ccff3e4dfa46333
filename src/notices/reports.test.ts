import { afterAll, beforeAll, expect, test } from 'vitest'
import { tellReports } from '../cases/door.ts'
import { openWorld, type World } from '../testing/world.ts'
import { act } from '../testing/world-client.ts'
import type { NoticePage } from './contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld({ now: '2026-11-18T09:30:00+08:00' })
})
afterAll(() => world.close())

const told = async (who: 'centre' | 'street' | 'street2' | 'community' | 'worker') =>
  (await world.as(who).sees<NoticePage>('/api/notices')).rows
    .filter(({ kind }) => kind.startsWith('report_'))
    .map(({ kind, facts }) => [kind, facts.start])
const tell = async (): Promise<number> => {
  const count = await tellReports(world.system)
  await world.followersSettled()
  return count
}

test('nothing is told of weeks and months in which nothing was counted', async () => {
  expect(await tell()).toBe(0)
  await world.anonymous().does('/api/reports', act({ words: '路灯不亮', areaId: world.places.grid1.id }))
  await world.followersSettled()
  // The week and the month that it came in still run.
  expect(await tell()).toBe(0)
})

test('a week that is over is told once, to the centre and the desks of streets', async () => {
  world.clock.set('2026-11-23T00:05:00+08:00')
  expect([await tell(), await tell()]).toEqual([1, 0])
  const week = [['report_week', '2026-11-16']]
  expect(await told('centre')).toEqual(week)
  expect(await told('street')).toEqual(week)
  expect(await told('street2')).toEqual(week)
  expect([await told('community'), await told('worker')]).toEqual([[], []])
})

test('a month that is over is told with the week in which it ended, and a rebuild tells the same', async () => {
  world.clock.set('2026-12-01T00:05:00+08:00')
  expect(await tell()).toBe(2)
  const before = await told('centre')
  expect(before.sort()).toEqual([
    ['report_month', '2026-11-01'],
    ['report_week', '2026-11-16'],
    ['report_week', '2026-11-23'],
  ])
  await world.rebuilt()
  expect((await told('centre')).sort()).toEqual(before)
})

test('two servers tell it once', async () => {
  world.clock.set('2026-12-07T00:05:00+08:00')
  const counts = await Promise.all([tellReports(world.system), tellReports(world.system)])
  expect(counts.sort()).toEqual([0, 1])
  expect(await world.verify()).toMatchObject({ flaws: [] })
})
