import { afterAll, beforeAll, expect, test } from 'vitest'
import { readMigrations } from '../../platform/migrate.ts'
import { openWorld, type World } from '../../testing/world.ts'
import { act } from '../../testing/world-client.ts'
import type { Receipt } from '../contract.ts'
import { keptSteps } from './case-ladder.ts'
import { climbLadders } from './climb.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const report = (words: string) =>
  world.anonymous().does<Receipt>('/api/reports', act({ words, areaId: world.places.building1.id }))
const climbedAt = async (local: string) => {
  world.clock.set(`${local}+08:00`)
  await world.followersSettled()
  return climbLadders(world.system)
}
const fromDays = () => world.sql('app', 'select distinct from_day::text as day from ladder_steps')

test('a district that comes to the ladder with work in hand is not flooded; what starts the next day climbs', async () => {
  const migrations = await readMigrations(new URL('../../../db/district/', import.meta.url))
  const { statements } = migrations.find(({ name }) => name.startsWith('0052-'))!
  const [moveSteps, forgetNext] = statements.filter((statement) => !statement.startsWith('alter'))
  const again = async () => {
    await world.sql('owner', moveSteps!)
    await world.sql('owner', forgetNext!)
    // A migration runs before the program does.
    keptSteps.forget(world.system)
  }
  // A new district: the steps hold from its first day.
  expect(await fromDays()).toEqual([{ day: '2026-01-01' }])
  // The day is that of the place, late in the evening too.
  world.clock.set('2026-11-18T23:30:00+08:00')
  for (const words of ['楼道堆物', '路灯不亮', '井盖松动']) await report(words)
  await world.followersSettled()
  await again()
  expect(await fromDays()).toEqual([{ day: '2026-11-19' }])
  await report('当晚的新事')
  expect(await climbedAt('2026-12-30T10:00:00')).toBe(0)
  await report('升级以后的事')
  expect(await climbedAt('2026-12-31T10:00:00')).toBe(1)
  // Where the ladder has climbed before, its steps stay.
  await again()
  expect(await fromDays()).toEqual([{ day: '2026-11-19' }])
})
