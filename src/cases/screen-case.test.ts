import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { currentMatters, importCatalogue } from '../matters/door.ts'
import type { World } from '../testing/world.ts'
import { openWorld } from '../testing/world.ts'
import type { Receipt } from './contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const act = (body: object = {}) => ({ requestId: randomUUID(), ...body })

test('a matter that was taken out of the catalogue is not chosen any more; a case that has it goes on', async () => {
  const report = () =>
    world
      .anonymous()
      .does<Receipt>('/api/reports', act({ words: '楼道灯不亮', areaId: world.places.building1.id }))
  const [before, after] = [await report(), await report()]
  const desk = world.as('community')
  const screen = act({ matter: 'FA02', summary: '楼道灯不亮待修' })
  await desk.does(`/api/cases/${before.caseId}/screen`, screen)

  const left = (await currentMatters(world.system)).filter(({ code }) => code !== 'FA02')
  await importCatalogue(
    world.system,
    left.map(({ id: _id, ...matter }) => matter),
    { retire: true },
  )

  const refused = await desk.post(`/api/cases/${after.caseId}/screen`, { ...screen, ...act() })
  expect(refused.refusal).toBe('matter_unknown')
  const solve = {
    report: act({ words: '灯泡松了', areaId: world.places.building1.id }),
    matter: 'FA02',
    summary: '楼道灯泡松动',
    note: '拧紧了',
  }
  expect((await world.as('worker').post('/api/reports/solved', solve)).refusal).toBe('matter_unknown')
  await desk.does(`/api/cases/${before.caseId}/dispatch`, act())
})
