import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { atlasOf } from '../areas/door.ts'
import { photo } from '../testing/photo.ts'
import type { World } from '../testing/world.ts'
import { openWorld } from '../testing/world.ts'
import type { Person } from '../testing/world-client.ts'
import type { PlaceName } from '../testing/world-places.ts'
import type { Receipt } from './contract.ts'
import { moveReach } from './door.ts'
import type { CaseStory, DeskPage } from './story.contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const act = (body: object = {}) => ({ requestId: randomUUID(), ...body })
const report = (words: string, more: object = {}, by: Person = world.anonymous()) =>
  by.does<Receipt>('/api/reports', act({ words, areaId: world.places.building1.id, ...more }))
const at = ({ caseId }: Receipt) => `/api/cases/${caseId}`
const openNumbers = async (person: Person) =>
  (await person.sees<DeskPage>('/api/desk?queue=open')).rows.map((row) => row.number)
const rowOf = async ({ caseId }: Receipt) =>
  (
    await world.sql<{ path: string[]; reach: string[]; seq: number }>(
      'reader',
      'select path, reach, seq from cases where id = $1',
      [caseId],
    )
  )[0]!

async function moveTo(area: PlaceName, parent: PlaceName) {
  const body = act({ parentId: world.places[parent].id, fromDay: '2026-11-18' })
  await world.as('administrator').does(`/api/areas/${world.places[area].id}/move`, body)
  await world.followersSettled()
}

test('the open cases of a community that changes its street change their street’s desk; ended ones stay', async () => {
  const [desk, firm, street, street2] = [
    world.as('community'),
    world.as('property'),
    world.as('street'),
    world.as('street2'),
  ]
  const resident = world.anonymous()
  const file = await resident.upload<{ fileId: string }>('/api/photos', {
    bytes: await photo(7),
    type: 'image/jpeg',
  })
  const open = await report('楼道灯不亮', { photos: [file.body.fileId] }, resident)
  await desk.does(`${at(open)}/screen`, act({ matter: 'FA02', summary: '楼道灯不亮待修' }))
  await desk.does(`${at(open)}/dispatch`, act())
  await firm.does(`${at(open)}/sign`, act())
  await firm.does(`${at(open)}/request`, act({ kind: 'extension', days: 2, reason: '等材料' }))
  const ended = await report('问一件小事')
  await desk.does(`${at(ended)}/decline`, act({ reason: '不属于受理范围' }))
  const confidential = await report('我要举报社区干部收红包')
  const elsewhere = await report('占道经营', { areaId: world.places.grid3.id })
  const before = await rowOf(open)
  expect(await openNumbers(street)).toContain(open.number)
  expect(await openNumbers(street2)).not.toContain(open.number)

  await moveTo('community1', 'street2')

  const path = (await atlasOf(world)).known(world.places.building1.id).path
  expect(path[1]).toBe(world.places.street2.id)
  expect(await rowOf(open)).toEqual({ path: before.path, reach: path, seq: before.seq + 1 })
  expect(await openNumbers(street2)).toContain(open.number)
  expect(await openNumbers(street)).not.toContain(open.number)
  expect(await openNumbers(street)).toContain(elsewhere.number)
  expect((await street.get(at(open))).refusal).toBe('not_found')

  // All that hangs on it moved along: words, photograph, part and request.
  const story = await street2.sees<CaseStory>(at(open))
  expect(story).toMatchObject({ words: '楼道灯不亮', parts: [{ stage: 'signed' }] })
  expect(story.photos).toHaveLength(1)
  expect(story.timeline.at(-1)).toMatchObject({ kind: 'case.reach_moved', by: 'office' })
  await street2.does(`${at(open)}/requests/${story.requests[0]!.id}/decide`, act({ granted: true }))

  expect((await rowOf(ended)).reach).toContain(world.places.street1.id)
  expect((await street2.get(at(ended))).refusal).toBe('not_found')
  expect((await rowOf(confidential)).reach).toEqual([world.places.district.id])
  expect((await street2.get(at(confidential))).refusal).toBe('not_found')

  expect(await moveReach(world.system, world.places.community1.id)).toBe(0)
  await moveTo('community1', 'street1')
  expect((await rowOf(open)).reach).toEqual(before.reach)
})

test('a case that is opened again after the move comes to the street that looks after it now', async () => {
  const resident = world.anonymous()
  const receipt = await report('门禁坏了', {}, resident)
  const own = resident.withReceipt(receipt.receiptCode)
  const [desk, firm] = [world.as('community'), world.as('property')]
  const file = await firm.upload<{ fileId: string }>('/api/photos', {
    bytes: await photo(8),
    type: 'image/jpeg',
  })
  await desk.does(`${at(receipt)}/screen`, act({ matter: 'FA02', summary: '门禁损坏待修' }))
  await desk.does(`${at(receipt)}/dispatch`, act())
  await firm.does(`${at(receipt)}/sign`, act())
  await firm.does(`${at(receipt)}/resolve`, act({ note: '已修好', photos: [file.body.fileId] }))
  await desk.does(`${at(receipt)}/reply`, act({ answer: '已修好。' }))
  await world.as('centre').does(`${at(receipt)}/check`, act({ passed: true }))
  await world.as('centre').does(`${at(receipt)}/close`, act())
  await moveTo('community1', 'street2')
  expect((await world.as('street2').get(at(receipt))).refusal).toBe('not_found')

  await own.does('/api/follow/rate', act({ solved: false, rating: 1 }))
  await world.followersSettled()
  expect(await world.as('street2').sees<CaseStory>(at(receipt))).toMatchObject({ stage: 'dispatched' })
  expect((await world.as('street').get(at(receipt))).refusal).toBe('not_found')
  await firm.does(`${at(receipt)}/sign`, act())
})
