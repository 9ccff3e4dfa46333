import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { World } from '../testing/world.ts'
import { openWorld } from '../testing/world.ts'
import type { Receipt } from './contract.ts'
import type { CaseStory, DeskPage, FollowedCase } from './story.contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const report = (body: object = {}) => ({
  requestId: randomUUID(),
  words: '我妈家楼道灯不亮',
  areaId: world.places.building1.id,
  ...body,
})

test('a resident who writes for a relative stays the reporter, and the desk reads for whom it is', async () => {
  const resident = await world.resident()
  const { caseId } = await resident.does<Receipt>('/api/reports', report({ onBehalf: 'relative' }))
  const { rows } = await resident.sees<DeskPage>('/api/my/cases')
  expect(rows.map(({ id }) => id)).toEqual([caseId])
  const story = await world.as('community').sees<CaseStory>(`/api/cases/${caseId}`)
  expect(story).toMatchObject({ onBehalf: 'relative', source: 'portal', kind: 'appeal' })
})

test('without an account the receipt is the writer’s own', async () => {
  const writer = world.anonymous()
  const { receiptCode } = await writer.does<Receipt>('/api/reports', report({ onBehalf: 'relative' }))
  const found = await writer.withReceipt(receiptCode).sees<FollowedCase>('/api/follow')
  expect(found.words).toBe('我妈家楼道灯不亮')
})

test.each(['caller', 'visitor'])('only a post takes down what a %s says', async (onBehalf) => {
  expect((await world.anonymous().post('/api/reports', report({ onBehalf }))).refusal).toBe('sign_in_needed')
  const resident = await world.resident()
  expect((await resident.post('/api/reports', report({ onBehalf }))).refusal).toBe('not_permitted')
})

test('a unit’s desk has no post for it, a community’s hands the receipt over', async () => {
  const body = { onBehalf: 'relative' }
  expect((await world.as('property').post('/api/reports', report(body))).refusal).toBe('not_permitted')
  const { caseId } = await world.as('community').does<Receipt>('/api/reports', report(body))
  const story = await world.as('community').sees<CaseStory>(`/api/cases/${caseId}`)
  expect(story.source).toBe('staff')
})

test.each([
  ['三楼楼道灯不亮', '柳巷社区'],
  ['社区网格员小周态度恶劣', '东渡街道'],
  ['举报社区书记贪污', '望江区（演示）'],
])('“%s” is answered for by %s', async (words, desk) => {
  const writer = world.anonymous()
  const { receiptCode } = await writer.does<Receipt>('/api/reports', report({ words }))
  const found = await writer.withReceipt(receiptCode).sees<FollowedCase>('/api/follow')
  expect(found.desk.zh).toBe(desk)
})

test('a worker says on which errand it was found, and the first line names it; nobody else may', async () => {
  const occasion = { kind: 'visit', id: randomUUID() }
  const { caseId } = await world.as('worker').does<Receipt>('/api/reports', report({ occasion }))
  const lines = await world.sql('reader', 'select data from journal where subject = $1', [caseId])
  expect(lines).toEqual([{ data: expect.objectContaining({ occasion }) }])
  expect((await world.anonymous().post('/api/reports', report({ occasion }))).refusal).toBe('input_invalid')
})
