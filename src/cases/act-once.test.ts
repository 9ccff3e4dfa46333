import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { World } from '../testing/world.ts'
import { openWorld } from '../testing/world.ts'
import { personAt } from '../testing/world-client.ts'
import type { ActReceipt } from './acts.contract.ts'
import type { Receipt } from './contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const act = (body: object = {}) => ({ requestId: randomUUID(), ...body })
const report = (person = world.anonymous()) =>
  person.does<Receipt>('/api/reports', act({ words: '楼道灯不亮', areaId: world.places.building1.id }))

test('a request id that did one act does not answer for another', async () => {
  const { caseId } = await report()
  const at = `/api/cases/${caseId}`
  const desk = world.as('community')
  await desk.does(`${at}/screen`, act({ matter: 'LJ01', summary: '邻里之间有纠纷' }))
  await desk.does(`${at}/dispatch`, act())
  const same = act()
  const signed = await desk.does<ActReceipt>(`${at}/sign`, same)
  expect(await desk.does(`${at}/sign`, same)).toEqual(signed)
  expect((await desk.post(`${at}/dispatch`, same)).refusal).toBe('request_id_reused')
})

test('a request id that did an act on one receipt does not answer for another receipt', async () => {
  const person = world.anonymous()
  const [first, second] = [await report(person), await report(person)]
  const same = act({ words: '补充一句' })
  const added = await person.withReceipt(first.receiptCode).does<ActReceipt>('/api/follow/add', same)
  expect(added.caseId).toBe(first.caseId)
  expect(await person.withReceipt(first.receiptCode).does('/api/follow/add', same)).toEqual(added)
  const other = await person.withReceipt(second.receiptCode).post('/api/follow/add', same)
  expect(other.refusal).toBe('request_id_reused')
})

test('a browser without a secret of its own acts on nothing: its request ids would be everybody’s', async () => {
  const { receiptCode } = await report()
  const bare = personAt(world.app, async () => ({ 'x-linli-receipt': receiptCode }))
  expect((await bare.get('/api/follow')).status).toBe(200)
  expect((await bare.post('/api/follow/withdraw', act())).refusal).toBe('client_secret_needed')
})
