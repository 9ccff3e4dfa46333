import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../testing/world.ts'
import type { Me } from '../contract.ts'
import type { PermissionChange, PermissionHistory, Permissions } from './contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const change = (...changes: PermissionChange[]) => ({ requestId: randomUUID(), changes })
const screening = (
  before: PermissionChange['before'],
  after: PermissionChange['after'],
): PermissionChange => ({ kind: 'community_desk', act: 'case.screen', before, after })
const actsOf = async (name: Parameters<World['as']>[0]) => (await world.as(name).sees<Me>('/api/me')).acts

test('whoever manages people reads the table, and nobody else', async () => {
  const { cells } = await world.as('administrator').sees<Permissions>('/api/permissions')
  const cell = (kind: string, act: string) => cells.find((one) => one.kind === kind && one.act === act)
  expect(cell('centre', 'case.see')).toMatchObject({ reaches: ['district'], kept: true, because: null })
  expect(cell('unit_desk', 'case.see_reporter')).toMatchObject({
    reaches: [],
    allowed: [],
    because: 'persons',
  })
  expect(cells.some(({ act }) => act === 'case.accept')).toBe(false)
  for (const name of ['centre', 'street', 'evaluator', 'team'] as const) {
    for (const url of ['/api/permissions', '/api/permissions/history'])
      expect((await world.as(name).get(url)).refusal).toBe('not_permitted')
    expect((await world.as(name).post('/api/permissions', change(screening(['own_area'], [])))).refusal).toBe(
      'not_permitted',
    )
  }
  expect((await world.anonymous().get('/api/permissions')).refusal).toBe('sign_in_needed')
})

test('a change counts from the next request on, in server, policies and web, and is in the journal', async () => {
  expect(await actsOf('community')).toContain('case.screen')
  const away = change(screening(['own_area'], []))
  expect(await world.as('administrator').does('/api/permissions', away)).toEqual({ changed: 1 })
  expect(await actsOf('community')).not.toContain('case.screen')
  expect(await actsOf('street')).toContain('case.screen')
  // The same request again is the same change, and a second one sees that it comes too late.
  expect(await world.as('administrator').does('/api/permissions', away)).toEqual({ changed: 1 })
  const late = await world.as('administrator').post('/api/permissions', change(screening(['own_area'], [])))
  expect(late.refusal).toBe('permission_changed_meanwhile')
  await world.as('administrator').does('/api/permissions', change(screening([], ['own_area'])))
  expect(await actsOf('community')).toContain('case.screen')

  const { changes, next } = await world
    .as('administrator')
    .sees<PermissionHistory>('/api/permissions/history')
  expect(next).toBeNull()
  expect(changes).toMatchObject([
    { by: 'administrator', kind: 'community_desk', act: 'case.screen', before: [], after: ['own_area'] },
    { by: 'administrator', kind: 'community_desk', act: 'case.screen', before: ['own_area'], after: [] },
  ])
  const older = await world
    .as('administrator')
    .sees<PermissionHistory>(`/api/permissions/history?before=${changes[0]!.n}`)
  expect(older.changes).toEqual([changes[1]])
  expect((await world.verify()).flaws).toEqual([])
})

test.each([
  ['never', { kind: 'unit_desk', act: 'case.see_reporter', before: [], after: ['own_unit'] }],
  ['never', { kind: 'administrator', act: 'case.see', before: [], after: ['district'] }],
  ['never', { kind: 'centre', act: 'people.manage', before: [], after: ['district'] }],
  ['too_far', { kind: 'grid_worker', act: 'case.see', before: ['own_area'], after: ['district'] }],
  ['kept', { kind: 'administrator', act: 'people.manage', before: ['district'], after: [] }],
  ['nobody_left', { kind: 'centre', act: 'case.close', before: ['district'], after: [] }],
  ['unseen', { kind: 'unit_desk', act: 'case.see', before: ['own_unit'], after: [] }],
] as const)('a bound that is passed says which: %s', async (bound, wanted) => {
  const asked = { ...wanted, before: [...wanted.before], after: [...wanted.after] }
  const response = await world.as('administrator').post('/api/permissions', change(asked))
  expect(response.refusal).toBe('permission_out_of_bounds')
  expect(response.body).toMatchObject({ error: { facts: { bound } } })
  const { changes } = await world.as('administrator').sees<PermissionHistory>('/api/permissions/history')
  expect(changes.filter(({ act }) => act === wanted.act)).toEqual([])
})

test('one change out of bounds undoes all that came with it', async () => {
  const both = change(screening(['own_area'], []), {
    kind: 'evaluator',
    act: 'case.see_reporter',
    before: [],
    after: ['district'],
  })
  expect((await world.as('administrator').post('/api/permissions', both)).status).toBe(422)
  expect(await actsOf('community')).toContain('case.screen')
})

test('another server follows with its next request, not some seconds later', async () => {
  const other = await world.besides()
  const headers = await world.as('community').headers()
  const acts = async () => (await other.inject({ url: '/api/me', headers })).json<Me>().acts
  expect(await acts()).toContain('case.screen')
  await world.as('administrator').does('/api/permissions', change(screening(['own_area'], [])))
  expect(await acts()).not.toContain('case.screen')
  await world.as('administrator').does('/api/permissions', change(screening([], ['own_area'])))
  expect(await acts()).toContain('case.screen')
  await other.close()
})

test('the server’s role itself writes no row of the table for whoever may not', async () => {
  const insert = `insert into permissions values ('street_desk', 'case.close', '{own_area}')`
  await expect(world.sql('app', insert, [], { acts: ['case.see'] })).rejects.toThrow('row-level security')
  const reporter = `insert into permissions values ('unit_desk', 'case.see_reporter', '{own_unit}')`
  await expect(world.sql('app', reporter, [], { acts: ['people.manage'] })).rejects.toThrow(
    'check constraint',
  )
})
