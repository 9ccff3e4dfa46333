import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { photo } from '../testing/photo.ts'
import type { World } from '../testing/world.ts'
import { openWorld } from '../testing/world.ts'
import type { StaffName } from '../testing/world-people.ts'
import type { Receipt } from './contract.ts'
import type { BoardRow, CaseStory } from './story.contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const act = (body: object = {}) => ({ requestId: randomUUID(), ...body })

/** From Wednesday 16:30 over the night to Thursday 10:00. */
test.each<[string, string, StaffName, StaffName, NonNullable<BoardRow['took']>]>([
  [
    'in office hours',
    'FA02',
    'community',
    'property',
    { measure: 'working', minutes: 120, minutesPerDay: 420 },
  ],
  ['round the clock', 'FA03', 'street', 'team', { measure: 'clock', minutes: 1050, minutesPerDay: 1440 }],
])('a matter counted %s says on the board what it took in that time', async (_, matter, desk, unit, took) => {
  world.clock.set('2026-11-18T16:30:00+08:00')
  const words = { words: '有一处坏了', place: world.places.building1.placeCode }
  const { caseId, number } = await world.anonymous().does<Receipt>('/api/reports', act(words))
  const at = `/api/cases/${caseId}`
  await world.as(desk).does(`${at}/screen`, act({ matter, summary: '有一处公共设施损坏' }))
  await world.as(desk).does(`${at}/dispatch`, act())
  await world.followersSettled()
  const open = await world.anonymous().sees<BoardRow>(`/api/board/${number}`)
  expect(open).toMatchObject({ stage: 'dispatched', took: null })

  world.clock.set('2026-11-19T10:00:00+08:00')
  const worker = world.as(unit)
  const { body } = await worker.upload<{ fileId: string }>('/api/photos', {
    bytes: await photo(5),
    type: 'image/jpeg',
  })
  await worker.does(`${at}/sign`, act())
  await worker.does(`${at}/resolve`, act({ note: '修好了', photos: [body.fileId] }))
  await world.followersSettled()
  const done = await world.anonymous().sees<BoardRow>(`/api/board/${number}`)
  expect(done).toMatchObject({ stage: 'resolved', took })
})

async function shown(summary: string, areaId: string = world.places.grid1.id): Promise<Receipt> {
  const receipt = await world
    .anonymous()
    .does<Receipt>('/api/reports', act({ words: '井盖响了好几天', areaId }))
  await world.as('community').does(`/api/cases/${receipt.caseId}/screen`, act({ matter: 'FA02', summary }))
  return receipt
}
const onBoard = async ({ number }: Receipt): Promise<BoardRow> => {
  await world.followersSettled()
  return world.anonymous().sees<BoardRow>(`/api/board/${number}`)
}

test('the board counts all who reported, through every joining, and no more once one is taken out again', async () => {
  const first = await shown('井盖响动，第一件')
  const second = await shown('井盖响动，第二件')
  const whole = await shown('井盖响动，第三件')
  const desk = world.as('community')
  await desk.does(`/api/cases/${first.caseId}/join`, act({ into: second.caseId }))
  expect((await onBoard(second)).reports).toBe(2)
  await desk.does(`/api/cases/${second.caseId}/join`, act({ into: whole.caseId }))
  expect((await onBoard(whole)).reports).toBe(3)
  await desk.does(`/api/cases/${first.caseId}/screen`, act({ matter: 'FA02', summary: '另一处井盖响动' }))
  expect((await onBoard(whole)).reports).toBe(2)
  await desk.does(`/api/cases/${second.caseId}/screen`, act({ matter: 'FA02', summary: '又一处井盖响动' }))
  expect((await onBoard(whole)).reports).toBe(1)
})

test('a case on the long-term list has no deadline on the board', async () => {
  const receipt = await shown('外墙渗水，等待大修', world.places.building1.id)
  const at = `/api/cases/${receipt.caseId}`
  await world.as('community').does(`${at}/dispatch`, act())
  expect((await onBoard(receipt)).dueAt).not.toBeNull()
  await world.as('property').does(`${at}/sign`, act())
  const asked = { kind: 'listing', reviewOn: '2027-06-01', reason: '列入明年大修计划' }
  await world.as('property').does(`${at}/request`, act(asked))
  const { requests } = await world.as('street').sees<CaseStory>(at)
  await world.as('street').does(`${at}/requests/${requests[0]!.id}/decide`, act({ granted: true }))
  expect(await onBoard(receipt)).toMatchObject({ stage: 'listed', dueAt: null, light: 'none' })
})
