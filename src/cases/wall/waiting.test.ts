import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../testing/world.ts'
import { act } from '../../testing/world-client.ts'
import type { Wall } from './contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld({ now: '2026-11-18T09:00:00+08:00' })
})
afterAll(() => world.close())

test('a wall says since when what happened waits to be counted', async () => {
  await world.anonymous().does('/api/reports', act({ words: '楼道灯不亮', areaId: world.places.grid1.id }))
  world.clock.set('2026-11-18T09:01:00+08:00')
  const wall = await world.as('centre').sees<Wall>('/api/wall')
  expect(wall.open.green).toBe(0)
  expect(wall.waitingSince).toBe('2026-11-18T01:00:00.000Z')
})
