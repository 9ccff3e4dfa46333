import { afterAll, beforeAll, expect, test } from 'vitest'
import type { World } from '../testing/world.ts'
import { openWorld } from '../testing/world.ts'
import type { MyGrids } from './my-grids.contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

test('a grid with what stands there, who answers there and who works next to it', async () => {
  const { grids } = await world.as('worker').sees<MyGrids>('/api/my/grids')
  expect(grids).toHaveLength(1)
  const [grid] = grids
  expect(grid).toMatchObject({
    id: world.places.grid1.id,
    placeCode: world.places.grid1.placeCode,
    post: 'grid_worker',
    buildings: [],
  })
  expect(grid?.steps.map((step) => step.nameZh)).toEqual([
    '望江区（演示）',
    '东渡街道',
    '柳巷社区',
    '柳巷第一网格',
  ])
  expect(grid?.estates).toMatchObject([
    {
      nameZh: '柳岸小区',
      estateKind: 'new',
      buildings: [{ nameZh: '柳岸小区3栋', placeCode: world.places.building1.placeCode }],
      units: [{ nameZh: '柳岸物业', kind: 'property_firm', serves: 'estate' }],
    },
  ])
  expect(grid?.units.map((unit) => [unit.nameZh, unit.serves])).toEqual([
    ['柳巷社区居委会', 'community'],
    ['东渡街道办事处', 'street'],
    ['东渡街道便民服务中心', 'street'],
    ['东渡街道城管中队', 'street'],
    ['区社会治理中心', 'district'],
    ['区城管局', 'district'],
    ['区水务局', 'district'],
  ])
  expect(grid?.people.map((person) => [person.name, person.phone, person.grid.nameZh])).toEqual([
    ['小周', '0999-8880001', '柳巷第一网格'],
    ['小周', '0999-8880001', '柳巷第二网格'],
  ])
})

test('who looks after two grids has both, each with the own one first', async () => {
  const { accountId } = world.staff.worker2
  const post = { kind: 'grid_leader', unitId: world.units.committee1, areaId: world.places.grid1.id }
  await world.as('administrator').does('/api/posts', { accountId, ...post })
  const { grids } = await world.as('worker2').sees<MyGrids>('/api/my/grids')
  expect(grids.map((grid) => [grid.nameZh, grid.post, grid.people[0]?.grid.nameZh])).toEqual([
    ['柳巷第一网格', 'grid_leader', '柳巷第一网格'],
    ['柳巷第二网格', 'grid_worker', '柳巷第二网格'],
  ])
})

test('whoever looks after no grid has none to see', async () => {
  expect((await world.anonymous().get('/api/my/grids')).refusal).toBe('sign_in_needed')
  expect((await world.resident().get('/api/my/grids')).refusal).toBe('not_permitted')
  expect((await world.as('community').get('/api/my/grids')).refusal).toBe('not_permitted')
})
