import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { photo } from '../testing/photo.ts'
import type { World } from '../testing/world.ts'
import { openWorld } from '../testing/world.ts'
import type { ActReceipt } from './acts.contract.ts'
import type { Receipt } from './contract.ts'
import type { CaseStory, FollowedCase } from './story.contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const act = (body: object = {}) => ({ requestId: randomUUID(), ...body })
const point = { lon: 120.00351, lat: 30.00352 }

/** A case in building 1 of grid 1: FA02 goes to the property firm, HJ01 to the community. */
async function dispatched({ matter = 'FA02', assistUnitIds = [] as readonly string[] } = {}) {
  const resident = world.anonymous()
  const report = act({ words: '楼道灯不亮', place: world.places.building1.placeCode })
  const { caseId, receiptCode } = await resident.does<Receipt>('/api/reports', report)
  const at = `/api/cases/${caseId}`
  await world.as('community').does(`${at}/screen`, act({ matter, summary: '某小区楼道灯不亮' }))
  await world.as('community').does(`${at}/dispatch`, act({ assistUnitIds }))
  return { at, caseId, reporter: resident.withReceipt(receiptCode) }
}

const seen = (at: string) => world.as('centre').sees<CaseStory>(at)
const since = ({ timeline }: Pick<CaseStory, 'timeline'>, seq: number) =>
  timeline.slice(seq).map((line) => [line.kind, line.unit?.zh ?? null])

test('whoever comes to the spot has signed: two lines, one tap, and the handling has begun', async () => {
  const { at, reporter } = await dispatched()
  world.clock.advance({ minutes: 30 })
  const receipt = await world.as('property').does<ActReceipt>(`${at}/arrive`, act())
  expect(receipt.stage).toBe('handling')
  const story = await seen(at)
  expect(since(story, 3)).toEqual([
    ['case.signed', '柳岸物业'],
    ['case.arrived', '柳岸物业'],
  ])
  expect(story.parts).toMatchObject([{ stage: 'handling' }])
  expect(story.response.stoppedAt).toBe(story.timeline.at(-1)?.at)
  expect(since(await reporter.sees<FollowedCase>('/api/follow'), 3)).toEqual(since(story, 3))
})

test('whoever has signed only comes, and may come again', async () => {
  const { at } = await dispatched()
  const firm = world.as('property')
  await firm.does(`${at}/sign`, act())
  await firm.does(`${at}/arrive`, act())
  await firm.does(`${at}/arrive`, act())
  expect(since(await seen(at), 3).map(([kind]) => kind)).toEqual([
    'case.signed',
    'case.arrived',
    'case.arrived',
  ])
})

test('an assisting unit that comes begins its own part and moves nothing else', async () => {
  const { at } = await dispatched({ assistUnitIds: [world.units.team1] })
  expect(await world.as('team').does(`${at}/arrive`, act())).toMatchObject({ stage: 'dispatched' })
  expect((await seen(at)).parts.map(({ role, stage }) => [role, stage])).toEqual([
    ['lead', 'dispatched'],
    ['assist', 'handling'],
  ])
})

test('a grid worker comes without a part: the reporter is told, and the unit still has to sign', async () => {
  const { at, reporter } = await dispatched()
  expect(await world.as('worker').does(`${at}/arrive`, act())).toMatchObject({ stage: 'dispatched' })
  expect(since(await reporter.sees<FollowedCase>('/api/follow'), 3)).toEqual([['case.arrived', null]])
  expect((await seen(at)).response.stoppedAt).not.toBeNull()
  expect((await world.as('worker').sees<CaseStory>(at)).can).toEqual(['arrive'])
})

test('what the community has in hand is signed for, handled and finished by its grid worker, there alone', async () => {
  const { at } = await dispatched({ matter: 'HJ01' })
  const worker = world.as('worker')
  expect((await worker.sees<CaseStory>(at)).can).toEqual(['sign', 'arrive', 'request'])
  expect((await world.as('worker2').post(`${at}/sign`, act())).status).toBe(404)
  await worker.does(`${at}/arrive`, act())
  const bytes = await photo(5)
  const { body } = await worker.upload<{ fileId: string }>('/api/photos', { bytes, type: 'image/jpeg' })
  await worker.does(`${at}/resolve`, act({ note: '清运完毕', photos: [body.fileId] }))
  const story = await seen(at)
  expect(story.stage).toBe('resolved')
  expect(since(story, 3)).toEqual([
    ['case.signed', '柳巷社区居委会'],
    ['case.arrived', '柳巷社区居委会'],
    ['case.resolved', '柳巷社区居委会'],
  ])
})

test('a grid worker neither signs for nor asks time for a unit that is not the own one', async () => {
  const { at } = await dispatched()
  const worker = world.as('worker')
  expect((await worker.post(`${at}/sign`, act())).refusal).toBe('not_permitted')
  const extension = act({ kind: 'extension', days: 1, reason: '等材料' })
  expect((await worker.post(`${at}/request`, extension)).refusal).toBe('not_permitted')
})

test('sent twice it is one arrival; another point under the same id is refused', async () => {
  const { at } = await dispatched()
  const firm = world.as('property')
  const same = act({ point })
  const first = await firm.does(`${at}/arrive`, same)
  expect(await firm.does(`${at}/arrive`, same)).toEqual(first)
  expect(since(await seen(at), 3)).toHaveLength(2)
  expect((await firm.post(`${at}/arrive`, { ...same, point: { lon: 1, lat: 1 } })).refusal).toBe(
    'request_id_reused',
  )
})

test('who has no business there is refused, and so is coming before dispatch or after the end', async () => {
  const { at } = await dispatched()
  expect((await world.as('team').post(`${at}/arrive`, act())).status).toBe(404)
  expect((await world.anonymous().post(`${at}/arrive`, act())).refusal).toBe('sign_in_needed')
  const report = act({ words: '楼道灯不亮', place: world.places.building1.placeCode })
  const fresh = await world.anonymous().does<Receipt>('/api/reports', report)
  expect((await world.as('worker').post(`/api/cases/${fresh.caseId}/arrive`, act())).refusal).toBe(
    'case_move_not_allowed',
  )
  await world.as('property').does(`${at}/request`, act({ kind: 'return', reason: '不是我们的范围' }))
  const { requests } = await seen(at)
  await world.as('street').does(`${at}/requests/${requests[0]!.id}/decide`, act({ granted: true }))
  expect((await world.as('property').post(`${at}/arrive`, act())).refusal).toBe('case_move_not_allowed')
})

test('the point is sealed, told to nobody, and erased with the reporter’s own', async () => {
  const { at, caseId, reporter } = await dispatched()
  await world.as('property').does(`${at}/arrive`, act({ point }))
  const texts = () =>
    world.sql<{ body: string | null; personal: boolean }>(
      'owner',
      `select body, personal from sealed_texts where subject = $1 and kind = 'arrival_point'`,
      [caseId],
    )
  expect(await texts()).toEqual([{ body: '120.00351,30.00352', personal: true }])
  const lines = await world.sql('reader', 'select data from journal where subject = $1', [caseId])
  const told = [await seen(at), await reporter.sees('/api/follow'), lines]
  expect(JSON.stringify(told)).not.toContain('30.00352')
  await world.as('centre').does(`${at}/erase-reporter`, act({ reason: '本人要求' }))
  expect(await texts()).toEqual([{ body: null, personal: true }])
})

test('rows, figures and board are what the lines amount to', async () => {
  await world.followersSettled()
  const kept = async () => [
    await world.sql('reader', 'select * from figures order by area_id, span, matter, start, measure, under'),
    await world.sql('reader', 'select * from board order by case_id'),
  ]
  const live = await kept()
  await world.rebuilt()
  expect(await kept()).toEqual(live)
  expect((await world.verify()).flaws).toEqual([])
})
