import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { World } from '../testing/world.ts'
import { openWorld } from '../testing/world.ts'
import type { Receipt } from './contract.ts'
import type { Suggestions } from './screening.contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

test('after an area has moved, an open case is suggested to the team of the street that it lies in now', async () => {
  const act = (body: object = {}) => ({ requestId: randomUUID(), ...body })
  const report = act({ words: '沿街商铺占道经营', areaId: world.places.grid1.id })
  const { caseId } = await world.anonymous().does<Receipt>('/api/reports', report)
  const at = `/api/cases/${caseId}`
  await world.as('community').does(`${at}/screen`, act({ matter: 'FA03', summary: '沿街商铺占道经营' }))
  const answering = async () =>
    (await world.as('centre').sees<Suggestions>(`${at}/suggestions`)).answering?.id
  expect(await answering()).toBe(world.units.team1)

  const move = act({ parentId: world.places.street2.id, fromDay: '2026-11-18' })
  await world.as('administrator').does(`/api/areas/${world.places.community1.id}/move`, move)
  await world.followersSettled()
  expect(await answering()).toBe(world.units.team2)
})
