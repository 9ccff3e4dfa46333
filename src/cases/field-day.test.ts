import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { photo } from '../testing/photo.ts'
import type { World } from '../testing/world.ts'
import { openWorld } from '../testing/world.ts'
import type { Person } from '../testing/world-client.ts'
import type { Receipt } from './contract.ts'
import type { FieldDay } from './field-day.contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const act = (body: object = {}) => ({ requestId: randomUUID(), ...body })
const day = (person: Person) => person.sees<FieldDay>('/api/field/day')
const steps = async (person: Person) =>
  Object.fromEntries((await day(person)).rows.map((row) => [row.id, row.next]))

async function dispatched(matter: 'FA02' | 'HJ01', place: 'building1' | 'grid2' = 'building1') {
  const report = act({ words: '楼道灯不亮', areaId: world.places[place].id })
  const { caseId } = await world.anonymous().does<Receipt>('/api/reports', report)
  const at = `/api/cases/${caseId}`
  await world.as('community').does(`${at}/screen`, act({ matter, summary: '某小区楼道灯不亮' }))
  await world.as('community').does(`${at}/dispatch`, act())
  return { caseId, at }
}

async function finish(person: Person, at: string): Promise<void> {
  const bytes = await photo(8)
  const { body } = await person.upload<{ fileId: string }>('/api/photos', { bytes, type: 'image/jpeg' })
  await person.does(`${at}/resolve`, act({ note: '办好了', photos: [body.fileId] }))
}

test('a card names the step that is the asker’s own, and none where another unit has it in hand', async () => {
  const [worker, firm] = [world.as('worker'), world.as('property')]
  const [lamp, rubbish] = [await dispatched('FA02'), await dispatched('HJ01')]
  expect(await steps(worker)).toEqual({ [lamp.caseId]: null, [rubbish.caseId]: 'sign' })
  expect(await steps(firm)).toEqual({ [lamp.caseId]: 'sign' })
  expect((await day(firm)).rows.map((row) => row.needsPhoto)).toEqual([true])
  await firm.does(`${lamp.at}/sign`, act())
  expect(await steps(firm)).toEqual({ [lamp.caseId]: 'arrive' })
  await firm.does(`${lamp.at}/arrive`, act())
  expect(await steps(firm)).toEqual({ [lamp.caseId]: 'handle' })

  await finish(firm, lamp.at)
  const ended = await day(firm)
  expect(ended.rows).toEqual([])
  expect(ended.done.map((row) => [row.id, row.next])).toEqual([[lamp.caseId, null]])
  expect((await day(worker)).done.map((row) => row.id)).toEqual([lamp.caseId])
  expect((await day(world.as('worker2'))).done).toEqual([])

  world.clock.advance({ minutes: 5 })
  await worker.does(`${rubbish.at}/arrive`, act())
  await finish(worker, rubbish.at)
  expect((await day(worker)).done.map((row) => row.id)).toEqual([rubbish.caseId, lamp.caseId])
  world.clock.advance({ days: 1 })
  expect((await day(worker)).done).toEqual([])
})

test('what is due first stands first, its clock is said to run, and the next page goes on', async () => {
  const resident = world.anonymous()
  const report = (n: number) =>
    resident.does('/api/reports', act({ words: `第 ${n} 盏灯不亮`, areaId: world.places.grid2.id }))
  for (let n = 0; n < 51; n += 1) {
    await report(n)
    world.clock.advance({ minutes: 1 })
  }
  const first = await day(world.as('worker2'))
  expect(first.rows).toHaveLength(50)
  expect(first.rows.every((row) => row.running)).toBe(true)
  expect(first.rows.map((row) => row.dueAt)).toEqual(first.rows.map((row) => row.dueAt).sort())
  const second = await world.as('worker2').sees<FieldDay>(`/api/field/day?after=${first.next}`)
  expect(second.rows).toHaveLength(1)
  expect(second).toMatchObject({ next: null, done: [] })
})

test('a card says where to walk: to the point, else into the middle of the place; a confidential one nowhere', async () => {
  const report = async (where: object) => {
    const body = act({ words: '路口积水', ...where })
    return (await world.anonymous().does<Receipt>('/api/reports', body)).caseId
  }
  const pointed = await report({ point: { lon: 120.015, lat: 30.004 } })
  const named = await report({ areaId: world.places.grid4.id })
  const hidden = await report({ point: { lon: 120.015, lat: 30.004 } })
  await world.as('centre').does(`/api/cases/${hidden}/screen`, act({ matter: 'MJ01' }))
  const spotOf = async (person: Person, id: string) => {
    for (let page = await day(person); ; page = await person.sees(`/api/field/day?after=${page.next}`)) {
      const found = page.rows.find((row) => row.id === id)
      if (found || page.next === null) return found?.spot
    }
  }
  expect(await spotOf(world.as('community'), pointed)).toEqual({ at: [120.015, 30.004], exact: true })
  expect(await spotOf(world.as('community3'), named)).toMatchObject({ exact: false })
  expect(await spotOf(world.as('centre'), hidden)).toBeNull()
})

test('whoever sees no cases has no day in the field', async () => {
  expect((await world.anonymous().get('/api/field/day')).refusal).toBe('sign_in_needed')
  expect((await world.resident().get('/api/field/day')).refusal).toBe('not_permitted')
  expect((await world.as('administrator').get('/api/field/day')).refusal).toBe('not_permitted')
})
