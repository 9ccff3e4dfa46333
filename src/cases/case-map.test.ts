import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { World } from '../testing/world.ts'
import { openWorld } from '../testing/world.ts'
import type { Receipt } from './contract.ts'
import type { BoardMap, CaseMap } from './map.contract.ts'
import { readPoint } from './point.rule.ts'

let world: World
let lamp: Receipt
let road: Receipt

const act = (body: object = {}) => ({ requestId: randomUUID(), ...body })
const seen = (name: Parameters<World['as']>[0], query = '') =>
  world.as(name).sees<CaseMap>(`/api/map/cases${query}`)

beforeAll(async () => {
  world = await openWorld()
  const resident = world.anonymous()
  lamp = await resident.does('/api/reports', act({ words: '楼道灯不亮', areaId: world.places.building1.id }))
  road = await resident.does(
    '/api/reports',
    act({ words: '人行道的砖松了', point: { lon: 120.015, lat: 30.004 } }),
  )
  await resident.does('/api/reports', act({ words: '河边有人倒垃圾', areaId: world.places.grid4.id }))
  const desk = world.as('community')
  await desk.does(`/api/cases/${lamp.caseId}/screen`, act({ matter: 'FA02', summary: '某小区楼道灯不亮' }))
  await desk.does(`/api/cases/${lamp.caseId}/dispatch`, act())
})
afterAll(() => world.close())

describe('a desk’s map', () => {
  test('has each open case of its area: at its point where there is one, else in the middle of its place', async () => {
    const { cases, withoutPlace, cut } = await seen('community')
    expect({ withoutPlace, cut }).toEqual({ withoutPlace: 0, cut: false })
    expect(new Map(cases.map((each) => [each.id, each]))).toEqual(
      new Map([
        [lamp.caseId, expect.objectContaining({ at: [120.0035, 30.0035], exact: false, light: 'green' })],
        [road.caseId, expect.objectContaining({ at: [120.015, 30.004], exact: true, matter: null })],
      ]),
    )
    expect(cases.find(({ id }) => id === lamp.caseId)).toMatchObject({
      summary: '某小区楼道灯不亮',
      matter: { code: 'FA02' },
      stage: 'dispatched',
    })
  })

  test('shows a unit what was given to it, and other areas to their own desks', async () => {
    expect((await seen('property')).cases.map(({ id }) => id)).toEqual([lamp.caseId])
    expect((await seen('community3')).cases).toHaveLength(1)
    expect((await seen('centre')).cases).toHaveLength(3)
  })

  test('says nothing in a reporter’s own words, which nobody has read yet', async () => {
    const { cases } = await seen('centre')
    expect(cases.map(({ summary }) => summary)).toEqual(expect.arrayContaining([null]))
    expect(JSON.stringify(cases)).not.toContain('河边有人倒垃圾')
  })

  test('is narrowed as the desk is', async () => {
    expect((await seen('centre', `?areaId=${world.places.community3.id}`)).cases).toHaveLength(1)
    expect((await seen('centre', '?light=red')).cases).toEqual([])
  })

  test('tells its lights as the queues do', async () => {
    world.clock.advance({ days: 14 })
    const { cases } = await seen('centre')
    expect(cases.map(({ light }) => light)).toEqual(['red', 'red', 'red'])
    expect((await seen('centre', '?light=red')).cases).toHaveLength(3)
  })

  test('is nobody’s who has no post', async () => {
    expect(await world.anonymous().get('/api/map/cases')).toMatchObject({ status: 401 })
    expect(await world.resident().get('/api/map/cases')).toMatchObject({ refusal: 'not_permitted' })
    expect(await world.as('administrator').get('/api/map/cases')).toMatchObject({ refusal: 'not_permitted' })
  })

  test('leaves confidential cases out, for the centre too', async () => {
    const words = '举报居委会主任收钱，请保密'
    await world.resident().does('/api/reports', act({ words, areaId: world.places.grid1.id }))
    const rows = await world.sql<{ confidential: boolean }>('owner', 'select confidential from cases')
    expect(rows.filter((row) => row.confidential)).toHaveLength(1)
    expect((await seen('centre')).cases).toHaveLength(3)
  })
})

test('the public sees counts by community and nothing nearer', async () => {
  const before = await world.anonymous().sees<BoardMap>('/api/map/board')
  expect(before.communities).toEqual([])
  await world.followersSettled()
  const { communities } = await world.anonymous().sees<BoardMap>('/api/map/board')
  expect(communities).toEqual([{ areaId: world.places.community1.id, open: 1, done: 0 }])
  const other = await world.anonymous().sees<BoardMap>('/api/map/board?matter=FA01')
  expect(other.communities).toEqual([])
})

test.each([
  ['120.5,30.25', [120.5, 30.25]],
  ['', null],
  ['120.5', null],
  ['120.5,', null],
  ['somewhere,else', null],
  ['120.5,30.25,3', null],
  ['190,30', null],
])('a point reads %j as %j', (body, point) => expect(readPoint(body)).toEqual(point))
