import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestStation } from '../../testing/station-acts.ts'
import { blow, whistleBody } from '../../testing/whistle-acts.ts'
import type { World } from '../../testing/world.ts'
import { openWorld } from '../../testing/world.ts'
import { act } from '../../testing/world-client.ts'
import type { StaffName } from '../../testing/world-people.ts'
import type { Receipt } from '../contract.ts'
import type { PassedPage, PassedReceipt, PassedRow } from './contract.ts'
import { movePassedReach } from './move-reach.ts'
import type { PowerPage, PowerReceipt } from './power.contract.ts'
import { tellPassedOverdue } from './tell-overdue.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const body = (more: object = {}) =>
  act({ toUnitId: world.units.water, words: '河边有人私接水管，门口装了泵', ...more })
const pass = async (by: StaffName, more: object = {}): Promise<string> =>
  (await world.as(by).does<PassedReceipt>('/api/passed-on', body(more))).id
/** A minute later: texts stand in the order in which they were written. */
const answer = (by: StaffName, id: string, what: string, more: object = {}) => {
  world.clock.advance({ minutes: 1 })
  return world.as(by).post<PassedReceipt>(`/api/passed-on/${id}/${what}`, act(more))
}
const list = async (by: StaffName, which = 'all'): Promise<readonly PassedRow[]> =>
  (await world.as(by).sees<PassedPage>(`/api/passed-on?list=${which}`)).rows
const see = async (by: StaffName, id: string): Promise<PassedRow | undefined> =>
  (await list(by)).find((row) => row.id === id)

async function told(by: StaffName): Promise<string[]> {
  await world.followersSettled()
  const { rows } = await world.as(by).sees<{ rows: { kind: string }[] }>('/api/notices')
  return rows.filter(({ kind }) => kind.startsWith('passed_on')).map(({ kind }) => kind)
}

test('passed on, signed for, more asked for and given, taken up; each sees only its own', async () => {
  const areaId = world.places.estate1.id
  for (const name of ['community', 'worker', 'evaluator', 'administrator', 'centre', 'street2'] as const)
    expect((await world.as(name).post('/api/passed-on', body({ areaId }))).refusal, name).toBe(
      'not_permitted',
    )
  const { property1, office1 } = world.units
  for (const toUnitId of [property1, office1])
    expect((await world.as('street').post('/api/passed-on', body({ areaId, toUnitId }))).refusal).toBe(
      'passed_unit_unfit',
    )
  expect((await world.as('street').post('/api/passed-on', body())).refusal).toBe('input_invalid')
  const asked = body({ areaId })
  const { id } = await world.as('street').does<PassedReceipt>('/api/passed-on', asked)
  expect(await world.as('street').does('/api/passed-on', asked)).toEqual({ id, stage: 'passed' })
  expect(await see('water', id)).toMatchObject({ stage: 'passed', late: false, can: ['receive'] })
  expect((await see('water', id))!.texts[0]!.body).toContain('私接水管')
  for (const name of ['community', 'street2', 'team', 'property'] as const)
    expect(await see(name, id), name).toBeUndefined()
  // The database keeps it too: from communities, and from other units.
  const { district, community1, street2 } = world.places
  for (const who of [
    { reach: [community1.id], acts: ['action.see', 'action.lead'] },
    { reach: [street2.id], units: [world.units.team1], acts: ['action.see'] },
    { reach: [district.id], acts: ['station.see'] },
  ])
    expect(await world.sql('app', 'select id from passed_on', [], who)).toEqual([])
  const below = { reach: [community1.id], acts: ['action.see'] }
  expect(await world.sql('app', 'select id from sealed_texts where subject = $1', [id], below)).toEqual([])
  expect((await answer('water', id, 'answer', { answer: 'taken_up' })).refusal).toBe(
    'passed_move_not_allowed',
  )
  expect((await answer('street', id, 'receive')).refusal).toBe('not_permitted')
  expect((await answer('team', id, 'receive')).status).toBe(404)
  expect((await answer('water', id, 'receive')).body.stage).toBe('received')
  expect((await answer('water', id, 'answer', { answer: 'needs_more' })).refusal).toBe('passed_words_needed')
  await answer('water', id, 'answer', { answer: 'needs_more', words: '请补照片拍的时间' })
  expect((await answer('water', id, 'receive')).refusal).toBe('passed_move_not_allowed')
  expect((await list('street', 'mine')).map((row) => row.id)).toEqual([id])
  expect((await answer('water', id, 'add', { words: '不是我来补' })).refusal).toBe('not_permitted')
  expect((await answer('street', id, 'add', { words: '上周三下午' })).body.stage).toBe('received')
  expect((await answer('water', id, 'answer', { answer: 'taken_up' })).body.stage).toBe('taken_up')
  const seen = (await see('street', id))!
  expect(seen.texts.map(({ kind }) => kind)).toEqual(['passed_words', 'passed_more', 'passed_added'])
  expect(await told('water')).toEqual(['passed_on_added', 'passed_on'])
  expect(await told('street')).toEqual(['passed_on_answered', 'passed_on_answered'])
  expect(await told('community')).toEqual([])
  const textIds = [seen.texts[0]!.id]
  expect((await answer('street', id, 'erase-texts', { textIds, reason: '写了姓名' })).refusal).toBe(
    'not_permitted',
  )
  await answer('centre', id, 'erase-texts', { textIds, reason: '写了姓名' })
  expect((await see('water', id))!.texts[0]!.body).toBeNull()
  expect((await world.verify()).flaws).toEqual([])
})

test('unsigned after 8 working hours it is red, and told once', async () => {
  const { stationId } = await openTestStation(world)
  const { team1 } = world.units
  expect((await world.as('water').post('/api/passed-on', body({ stationId, toUnitId: team1 }))).status).toBe(
    404,
  )
  const id = await pass('team', { stationId })
  expect(await see('team', id)).toMatchObject({ from: 'station', fromId: stationId, late: false })
  expect(await see('water', id)).toMatchObject({ fromId: null, fromUnit: { id: team1 } })
  expect(await list('street', 'late')).toEqual([])
  world.clock.advance({ hours: 24 * 7 })
  expect((await list('street', 'late')).map((row) => row.id)).toEqual([id])
  expect((await see('street', id))!.late).toBe(true)
  expect(await tellPassedOverdue(world.system)).toBe(1)
  expect(await tellPassedOverdue(world.system)).toBe(0)
  expect(await told('team')).toEqual(['passed_on_overdue'])
  await answer('water', id, 'receive')
  expect((await answer('water', id, 'answer', { answer: 'not_ours' })).refusal).toBe('passed_words_needed')
  await answer('water', id, 'answer', { answer: 'not_ours', words: '排水归城管' })
  expect(await see('street', id)).toMatchObject({ stage: 'not_ours', late: true })
  expect((await world.verify()).flaws).toEqual([])
})

test('a case that turns out to be confidential takes along what was passed on from it and its whistle', async () => {
  const report = { place: world.places.building1.placeCode, words: '楼道堆物' }
  const { caseId } = await world.anonymous().does<Receipt>('/api/reports', act(report))
  const screen = (matter: string) =>
    world.as('community').does(`/api/cases/${caseId}/screen`, act({ summary: '某小区楼道堆物', matter }))
  await screen('FA02')
  const { whistleId } = await world
    .as('street')
    .does<{ whistleId: string }>('/api/whistles', whistleBody(world, { caseId, areaId: undefined }))
  const ids = [await pass('street', { caseId }), await pass('street', { whistleId })]
  const other = await world.anonymous().does<Receipt>('/api/reports', act(report))
  await world
    .as('community')
    .does(`/api/cases/${other.caseId}/screen`, act({ matter: 'FA02', summary: '某小区楼道堆物' }))
  await world.as('street').does(`/api/cases/${caseId}/join`, act({ into: other.caseId }))
  await screen('MJ01')
  for (const id of ids) {
    for (const name of ['street', 'water', 'community'] as const)
      expect(await see(name, id), name).toBeUndefined()
    expect((await answer('water', id, 'receive')).status).toBe(404)
    expect((await see('centre', id))!.texts[0]!.body).toContain('私接')
    const there = { reach: [world.places.street1.id], units: [world.units.water], acts: ['action.see'] }
    expect(await world.sql('app', 'select id from sealed_texts where subject = $1', [id], there)).toEqual([])
  }
  world.clock.advance({ hours: 24 * 7 })
  expect(await tellPassedOverdue(world.system)).toBe(0)
  const { whistleId: sounding } = await blow(world.as('street'), world, {})
  expect(await see('street', await pass('street', { whistleId: sounding }))).toMatchObject({
    from: 'whistle',
  })
  expect((await world.verify()).flaws).toEqual([])
})

test('it moves with its area, and a stage that was set by hand is named', async () => {
  const { community1, street1, street2 } = world.places
  const id = await pass('street', { areaId: community1.id })
  const move = (parentId: string) =>
    world
      .as('administrator')
      .does(`/api/areas/${community1.id}/move`, act({ parentId, fromDay: '2026-11-18' }))
  await move(street2.id)
  expect(await movePassedReach(world.system, community1.id)).toBeGreaterThan(0)
  expect(await movePassedReach(world.system, community1.id)).toBe(0)
  expect([await see('street', id), (await see('street2', id))?.id]).toEqual([undefined, id])
  expect((await see('street2', id))!.texts[0]!.body).toContain('私接')
  await move(street1.id)
  await movePassedReach(world.system, community1.id)
  expect((await world.verify()).flaws).toEqual([])
  await world.sql('owner', `update passed_on set hidden = true where id = $1`, [id])
  expect((await world.verify()).flaws).toMatchObject([{ about: `passed on ${id}: hidden` }])
  await world.sql('owner', `update passed_on set hidden = false where id = $1`, [id])
})

test('powers are given by who keeps the catalogue, read by all staff, and end by a day', async () => {
  const power = (more: object = {}) =>
    act({
      streetId: world.places.street1.id,
      powerZh: '对在公共走道停放、充电电动自行车的处罚',
      powerEn: 'Penalties for parking or charging electric bicycles in shared passages',
      law: '中华人民共和国行政处罚法',
      article: '第二十四条',
      decision: '某省人民政府关于赋予乡镇街道行政处罚权的决定（演示）',
      fromUnitId: world.units.urban,
      fromDay: '2026-01-01',
      ...more,
    })
  const keeper = world.as('administrator')
  for (const name of ['street', 'community', 'team', 'evaluator'] as const)
    expect((await world.as(name).post('/api/powers', power())).refusal, name).toBe('not_permitted')
  expect((await keeper.post('/api/powers', power({ streetId: world.places.community1.id }))).refusal).toBe(
    'power_street_unfit',
  )
  expect((await keeper.post('/api/powers', power({ fromUnitId: world.units.team1 }))).refusal).toBe(
    'power_unit_unfit',
  )
  const { id } = await keeper.does<PowerReceipt>('/api/powers', power())
  expect((await keeper.post('/api/powers', power())).refusal).toBe('power_stands')
  world.clock.advance({ minutes: 1 })
  await keeper.does('/api/powers', power({ streetId: world.places.street2.id, fromDay: '2030-01-01' }))
  const seen = async (by: StaffName, query = '') =>
    (await world.as(by).sees<PowerPage>(`/api/powers${query}`)).rows
  expect((await seen('worker')).map(({ state }) => state)).toEqual(['to_come', 'in_force'])
  expect((await world.anonymous().get('/api/powers')).refusal).toBe('sign_in_needed')
  const end = (untilDay: string) => keeper.post(`/api/powers/${id}/end`, act({ untilDay }))
  expect(
    (await world.as('street').post(`/api/powers/${id}/end`, act({ untilDay: '2031-01-01' }))).refusal,
  ).toBe('not_permitted')
  expect((await end('2020-01-01')).refusal).toBe('power_day_unfit')
  expect((await end('2031-01-01')).status).toBe(200)
  expect((await end('2032-01-01')).refusal).toBe('power_ended')
  expect(await seen('team', `?streetId=${world.places.street1.id}`)).toMatchObject([
    { id, untilDay: '2031-01-01', state: 'in_force', fromUnit: { zh: '区城管局' } },
  ])
  expect((await world.verify()).flaws).toEqual([])
  const none = { reach: [world.places.district.id], acts: ['action.see'] }
  await world.sql('app', `update delegated_powers set until_day = null`, [], none)
  await expect(
    world.sql('app', `update delegated_powers set article = 'x'`, [], { ...none, acts: ['matter.manage'] }),
  ).rejects.toThrow()
  await world.sql('owner', `update delegated_powers set article = '第一条' where id = $1`, [id])
  expect((await world.verify()).flaws).toMatchObject([{ about: `power ${id}: not as its lines say` }])
})
