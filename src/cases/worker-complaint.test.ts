import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { World } from '../testing/world.ts'
import { openWorld } from '../testing/world.ts'
import type { StaffName } from '../testing/world-people.ts'
import type { Receipt } from './contract.ts'
import { moveReach } from './door.ts'
import type { CaseStory, DeskPage } from './story.contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const act = (body: object = {}) => ({ requestId: randomUUID(), ...body })
const report = (words: string) =>
  world.anonymous().does<Receipt>('/api/reports', act({ words, areaId: world.places.grid1.id }))
const seers = async ({ caseId }: Receipt) => {
  const names: readonly StaffName[] = ['centre', 'street', 'street2', 'community', 'worker', 'worker2']
  const answers = await Promise.all(names.map((name) => world.as(name).get(`/api/cases/${caseId}`)))
  return names.filter((_name, at) => answers[at]?.status === 200)
}
const toldTo = async (name: StaffName) => {
  await world.followersSettled()
  const { rows } = await world
    .as(name)
    .sees<{ rows: { caseId: string | null; kind: string }[] }>('/api/notices')
  return rows.map((notice) => notice.caseId)
}

test('a complaint about a worker starts at the street, and neither the worker nor their desk hears of it', async () => {
  const complaint = await report('网格员上门登记，态度恶劣')
  const usual = await report('网格员帮了大忙，路灯还是不亮')
  expect(await seers(complaint)).toEqual(['centre', 'street'])
  expect(await seers(usual)).toEqual(['centre', 'street', 'community', 'worker'])

  const told = await toldTo('worker')
  expect(told).toContain(usual.caseId)
  expect(told).not.toContain(complaint.caseId)
  await world.rebuilt()
  expect(await toldTo('worker')).not.toContain(complaint.caseId)

  const { rows } = await world.as('street').sees<DeskPage>('/api/desk?queue=screen')
  expect(rows.map((row) => row.number)).toContain(complaint.number)
})

test('a complaint about the street starts at the centre, which hands it to nobody below unless it says so', async () => {
  const complaint = await report('街道办主任态度恶劣，垃圾堆了三天')
  expect(await seers(complaint)).toEqual(['centre'])
  expect(await toldTo('street')).not.toContain(complaint.caseId)
  const { rows } = await world.as('street').sees<DeskPage>('/api/desk?queue=screen')
  expect(rows.map((row) => row.number)).not.toContain(complaint.number)
  const at = `/api/cases/${complaint.caseId}`
  await world.as('centre').does(`${at}/screen`, act({ matter: 'HJ01', summary: '居民反映待核实' }))
  await world.as('centre').does(`${at}/dispatch`, act())
  const { parts } = await world.as('centre').sees<CaseStory>(at)
  expect(parts.map(({ unit }) => unit.id)).toEqual([world.units.centre])
  expect(await seers(complaint)).toEqual(['centre'])
})

test('it is handed past the community that the catalogue names, unless a person says so with a reason', async () => {
  const handed = async (words: string, body: object) => {
    const { caseId } = await report(words)
    const at = `/api/cases/${caseId}`
    await world.as('street').does(`${at}/screen`, act({ matter: 'HJ01', summary: '居民反映待核实' }))
    await world.as('street').does(`${at}/dispatch`, act(body))
    return (await world.as('street').sees<CaseStory>(at)).parts.map(({ unit }) => unit.id)
  }
  const { office1, committee1 } = world.units
  const complaint = '社区工作人员推诿，垃圾堆了三天'
  expect(await handed('垃圾堆了三天', {})).toEqual([committee1])
  expect(await handed(complaint, {})).toEqual([office1])
  const reason = '听错了：说的是邻居，不是社区'
  expect(await handed(complaint, { leadUnitId: committee1, reason })).toEqual([committee1])
})

test('it stays with the street when its community moves to another one', async () => {
  const complaint = await report('社区工作人员推诿，一直不给办')
  const { community1, street2 } = world.places
  const body = act({ parentId: street2.id, fromDay: '2026-11-18' })
  await world.as('administrator').does(`/api/areas/${community1.id}/move`, body)
  await world.followersSettled()
  await moveReach(world.system, community1.id)
  expect(await seers(complaint)).toEqual(['centre', 'street2'])
})
