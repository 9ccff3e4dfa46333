import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { photo } from '../testing/photo.ts'
import type { World } from '../testing/world.ts'
import { openWorld } from '../testing/world.ts'
import type { StaffName } from '../testing/world-people.ts'
import type { Receipt } from './contract.ts'
import type { BoardRow } from './story.contract.ts'

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
