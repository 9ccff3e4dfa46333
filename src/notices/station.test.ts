import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestAction, openTestStation, taskOf } from '../testing/station-acts.ts'
import { openWorld, type World } from '../testing/world.ts'
import { act } from '../testing/world-client.ts'
import type { StaffName } from '../testing/world-people.ts'
import type { NoticePage } from './contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const heard = async (name: StaffName) => {
  const { rows } = await world.as(name).sees<NoticePage>('/api/notices')
  return rows
    .filter(({ kind }) => /^(?:action|passed)_/.test(kind))
    .map(({ kind, unit, place }) => [kind, unit?.zh ?? null, place?.zh ?? null])
    .reverse()
}

test('each unit is told of its own task and of the end; who leads, of what was not done', async () => {
  const { stationId } = await openTestStation(world)
  const { actionId } = await openTestAction(world.as('street'), world, ['water', 'urban'], { stationId })
  const water = await taskOf(world, actionId, 'water')
  await world
    .as('water')
    .does(`/api/joint-actions/${actionId}/tasks/${water}/answer`, act({ done: false, note: '抽水车在检修' }))
  await world.as('street').does(`/api/joint-actions/${actionId}/call-off`, act({ reason: '下雨' }))
  await world.followersSettled()
  expect(await heard('water')).toEqual([
    ['action_task', '区水务局', '柳岸小区'],
    ['action_called_off', null, '柳岸小区'],
  ])
  expect(await heard('team')).toEqual([['action_undone', '区水务局', '柳岸小区']])
  for (const name of ['street', 'community', 'centre', 'worker', 'team2'] as const)
    expect(await heard(name), name).toEqual([])
})
