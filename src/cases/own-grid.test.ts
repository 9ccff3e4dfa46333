import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { photo } from '../testing/photo.ts'
import type { World } from '../testing/world.ts'
import { openWorld } from '../testing/world.ts'
import type { StaffName } from '../testing/world-people.ts'
import type { PlaceName } from '../testing/world-places.ts'
import type { Receipt } from './contract.ts'
import type { CaseStory } from './story.contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
  const { accountId } = world.staff.worker2
  const post = { kind: 'grid_worker', unitId: world.units.committee1, areaId: world.places.grid1.id }
  await world.as('administrator').does('/api/posts', { accountId, ...post })
})
afterAll(() => world.close())

const report = (more: object = {}) => ({ requestId: randomUUID(), words: '路边的井盖松动', ...more })
const placeOf = async ({ caseId }: Receipt) =>
  (await world.as('centre').sees<CaseStory>(`/api/cases/${caseId}`)).place.areaId

test.each<[string, StaffName, PlaceName]>([
  ['a grid worker of one grid', 'worker', 'grid1'],
  ['a grid worker of two', 'worker2', 'community1'],
  ['a desk', 'community', 'district'],
])('a report without a place from %s', async (_, name, place) => {
  const receipt = await world.as(name).does<Receipt>('/api/reports', report())
  expect(await placeOf(receipt)).toBe(world.places[place].id)
})

test('the place that a grid worker names counts, and a resident has no grid', async () => {
  const named = report({ areaId: world.places.grid2.id })
  expect(await placeOf(await world.as('worker').does<Receipt>('/api/reports', named))).toBe(
    world.places.grid2.id,
  )
  expect(await placeOf(await world.anonymous().does<Receipt>('/api/reports', report()))).toBe(
    world.places.district.id,
  )
})

test('what is mended on the spot without a place was mended in the own grid', async () => {
  const worker = world.as('worker')
  const bytes = await photo(3)
  const { body } = await worker.upload<{ fileId: string }>('/api/photos', { bytes, type: 'image/jpeg' })
  const solved = { matter: 'FA02', summary: '井盖已复位', note: '已放平', photos: [body.fileId] }
  const receipt = await worker.does<Receipt>('/api/reports/solved', { report: report(), ...solved })
  expect(await placeOf(receipt)).toBe(world.places.grid1.id)
})
