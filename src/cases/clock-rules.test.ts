import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MatterHistory } from '../matters/contract.ts'
import { openWorld, type World } from '../testing/world.ts'
import type { Receipt } from './contract.ts'
import type { CaseStory, DeskPage } from './story.contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const act = (body: object = {}) => ({ requestId: randomUUID(), ...body })

async function dispatched(): Promise<string> {
  const place = world.places.building1.placeCode
  const { caseId } = await world
    .anonymous()
    .does<Receipt>('/api/reports', act({ words: '楼下的井盖缺了', place }))
  const desk = world.as('street')
  await desk.does(`/api/cases/${caseId}/screen`, act({ matter: 'FA03', summary: '井盖缺失' }))
  await desk.does(`/api/cases/${caseId}/dispatch`, act())
  return caseId
}
const dueOf = async (caseId: string) => {
  const story = await world.as('street').sees<CaseStory>(`/api/cases/${caseId}`)
  const { rows } = await world.as('street').sees<DeskPage>('/api/desk?queue=open')
  const [row] = await world.sql<{ dueMs: string }>(
    'owner',
    'select extract(epoch from due_at) * 1000 as "dueMs" from cases where id = $1',
    [caseId],
  )
  const due = story.parts[0]!.account.dueAt
  expect(rows.find(({ id }) => id === caseId)?.dueAt).toBe(due)
  expect(Number(row!.dueMs)).toBe(Temporal.Instant.from(due!).epochMilliseconds)
  return due!
}

test('a clock that runs keeps the version of its day, through an extension too; the next one has the new', async () => {
  const { versions } = await world.as('centre').sees<MatterHistory>('/api/catalogue/FA03')
  const { id: baseId, ...matter } = versions[0]!.matter
  const resolution = { amount: 99, unit: 'clock_hour' }
  const before = await dispatched()
  const due = await dueOf(before)
  const draft = { matter: { ...matter, resolution }, baseId, fromDay: '2026-11-19' }
  expect((await world.as('centre').post('/api/catalogue', act(draft))).status).toBe(201)
  expect(await dueOf(before)).toBe(due)
  world.clock.set('2026-11-19T09:00:00+08:00')
  expect(await dueOf(before)).toBe(due)
  const after = await dispatched()
  const hours = Temporal.Instant.from('2026-11-19T01:00:00Z').until(Temporal.Instant.from(await dueOf(after)))
  expect(hours.total('hours')).toBe(99)

  await world.as('team').does(`/api/cases/${before}/sign`, act())
  const asked = { kind: 'extension', days: 2, reason: '等产权单位到场' }
  await world.as('team').does(`/api/cases/${before}/request`, act(asked))
  const { requests } = await world.as('street').sees<CaseStory>(`/api/cases/${before}`)
  await world
    .as('street')
    .does(`/api/cases/${before}/requests/${requests[0]!.id}/decide`, act({ granted: true }))
  // Two more days of its own measure, from its own deadline.
  const extended = Temporal.Instant.from(due).add({ hours: 48 })
  expect(Temporal.Instant.from(await dueOf(before)).equals(extended)).toBe(true)
})
