import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../testing/world.ts'
import { act } from '../testing/world-client.ts'
import { type PlaceName, placeCodes } from '../testing/world-places.ts'
import type { UnitName } from '../testing/world-units.ts'
import type { Unit, UnitPage } from './contract.ts'
import { findAnswering } from './door.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const answering = async (answers: string, place: PlaceName): Promise<UnitName | null> => {
  const found = await world.system.read((tx) => findAnswering(tx, answers, world.places[place].path))
  const names = Object.entries(world.units) as [UnitName, string][]
  return names.find(([, id]) => id === found?.unitId)?.[0] ?? null
}

test.each([
  ['department:water', 'grid1', 'water'],
  ['department:heating', 'grid1', null],
  ['street_team:urban_management', 'grid1', 'team1'],
  ['street_team:urban_management', 'grid4', 'team2'],
  // The place is the whole district: no street's team, so the department.
  ['street_team:urban_management', 'district', 'urban'],
  // No team of this line in any street.
  ['street_team:water', 'grid1', 'water'],
  ['community:any', 'building1', 'committee1'],
  ['community:any', 'street1', null],
  ['property_firm:any', 'building1', 'property1'],
  // Nobody manages this one.
  ['property_firm:any', 'estate2', 'committee2'],
  ['property_firm:any', 'grid1', 'committee1'],
  ['service_centre:any', 'grid4', 'services2'],
  ['centre:any', 'grid2', 'centre'],
] as const)('%s in %s is answered by %s', async (answers, place, unit) => {
  expect(await answering(answers, place)).toBe(unit)
})

test('the path of an answering unit runs from the unit above', async () => {
  const found = await world.system.read((tx) =>
    findAnswering(tx, 'street_team:urban_management', world.places.grid1.path),
  )
  expect(found!.unitPath).toEqual([world.units.urban, world.units.team1])
})

const firm = () => ({
  code: 'WY-2',
  kind: 'property_firm',
  line: 'general',
  nameZh: '石桥物业',
  areaId: world.places.estate2.id,
})

test('the administrator adds a unit, which then answers; its code is its own', async () => {
  const administrator = world.as('administrator')
  const added = await administrator.does<Unit>('/api/units', firm())
  expect(added).toMatchObject({ code: 'WY-2', parentId: null, phone: null })
  const found = await world.system.read((tx) =>
    findAnswering(tx, 'property_firm:any', world.places.estate2.path),
  )
  expect(found!.unitId).toBe(added.id)
  expect((await administrator.post('/api/units', firm())).refusal).toBe('unit_code_taken')
  const nowhere = { ...firm(), code: 'WY-3', areaId: added.id }
  expect((await administrator.post('/api/units', nowhere)).refusal).toBe('area_unknown')
  const orphan = { ...firm(), code: 'WY-3', parentId: world.places.grid1.id }
  expect((await administrator.post('/api/units', orphan)).refusal).toBe('unit_unknown')
  const lines = await world.sql(
    'owner',
    `select data ->> 'kind' as kind from journal where kind = 'unit.added' and subject = $1 and chain = $2`,
    [added.id, world.places.district.id],
  )
  expect(lines).toEqual([{ kind: 'property_firm' }])
})

test('code and body above may be left out where they can be known', async () => {
  const found = (kind: string, nameZh: string, place: PlaceName, more: object = {}) =>
    world
      .as('administrator')
      .post<Unit>('/api/units', act({ kind, nameZh, areaId: world.places[place].id, ...more }))
  const first = await found('residents_group', '三栋居民小组', 'building1')
  expect(first.body).toMatchObject({
    code: `${placeCodes.building1}-B1`,
    parentId: world.units.committee1,
  })
  expect((await found('residents_group', '三栋二组', 'building1')).body.code).toBe(
    `${placeCodes.building1}-B2`,
  )
  // None is there, one is not meant, and of two nobody can tell which.
  expect((await found('party_branch', '柳岸支部', 'estate1')).refusal).toBe('body_parent_needed')
  expect((await found('residents_group', '无上级', 'grid1', { parentId: null })).refusal).toBe(
    'body_parent_needed',
  )
  for (const nameZh of ['柳巷社区党委', '柳巷第二党委']) await found('party_committee', nameZh, 'community1')
  expect((await found('party_branch', '柳岸支部', 'estate1')).refusal).toBe('body_parent_needed')
})

test('a body sent twice is founded once', async () => {
  const body = act({ kind: 'social_organisation', nameZh: '邻里互助社', areaId: world.places.grid1.id })
  const founded = () => world.as('administrator').does<Unit>('/api/units', body)
  expect(await founded()).toEqual(await founded())
})

test('others may not add units, and residents may not list them', async () => {
  const body = { ...firm(), code: 'WY-4' }
  expect((await world.as('centre').post('/api/units', body)).refusal).toBe('not_permitted')
  expect((await world.resident().get('/api/units')).refusal).toBe('not_permitted')
  expect((await world.anonymous().get('/api/units')).refusal).toBe('sign_in_needed')
})

test('units are listed by page, by kind, by place and by part of a name', async () => {
  const centre = world.as('centre')
  const codes = async (query: string) =>
    (await centre.sees<UnitPage>(`/api/units?${query}`)).units.map(({ code }) => code)
  const first = await centre.sees<UnitPage>('/api/units?limit=2')
  expect(first.units).toHaveLength(2)
  const next = await codes(`limit=2&after=${first.next}`)
  expect(next[0]! > first.next!).toBe(true)
  expect(await codes('kind=street_team')).toEqual(['team1', 'team2'])
  expect(await codes(`areaId=${world.places.street2.id}`)).toEqual(['office2', 'services2', 'team2'])
  expect(await codes(`text=${encodeURIComponent('城管中队')}`)).toEqual(['team1', 'team2'])
  expect(await codes(`text=${encodeURIComponent('%')}`)).toEqual([])
})
