import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AreaChanged } from '../areas/change.contract.ts'
import type { MapAreas } from '../areas/map.contract.ts'
import type { World } from '../testing/world.ts'
import { openWorld } from '../testing/world.ts'
import type { PlaceName } from '../testing/world-places.ts'
import type { Receipt } from './contract.ts'
import type { AreaChangeEffects } from './map.contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
  const resident = world.anonymous()
  const report = (words: string, where: object) =>
    resident.does<Receipt>('/api/reports', { requestId: randomUUID(), words, ...where })
  await report('楼道灯不亮', { areaId: world.places.grid3.id })
  await report('人行道的砖松了', { point: { lon: 120.0085, lat: 30.004 } })
  await report('路口的井盖响', { point: { lon: 120.002, lat: 30.004 } })
  // One that is for the district's centre alone is counted nowhere.
  const kept = await report('邻居家里的事', { point: { lon: 120.0086, lat: 30.004 } })
  const screen = { requestId: randomUUID(), matter: 'MJ01' }
  await world.as('centre').does(`/api/cases/${kept.caseId}/screen`, screen)
})
afterAll(() => world.close())

const square = (west: number, south: number, east: number, north: number) => {
  const [w, e] = [120 + west / 100, 120 + east / 100]
  const [s, n] = [30 + south / 100, 30 + north / 100]
  return {
    type: 'Polygon',
    coordinates: [
      [
        [w, s],
        [e, s],
        [e, n],
        [w, n],
        [w, s],
      ].map((pair) => pair.map((each) => Number(each.toFixed(6)))),
    ],
  }
}
const feature = (
  name: PlaceName,
  kind: string,
  parent: PlaceName,
  said: string,
  geometry: object | null = null,
) => ({
  type: 'Feature',
  properties: { code: world.places[name].code, kind, parent: world.places[parent].code, name: said },
  geometry,
})
const collection = (...features: object[]) => ({ type: 'FeatureCollection', features })
/** The border between the two grids of community 1 goes a fifth of a grid westward. */
const border = () =>
  collection(
    feature('grid1', 'grid', 'community1', '柳巷第一网格', square(0, 0, 0.8, 1)),
    feature('grid2', 'grid', 'community1', '柳巷第二网格', square(0.8, 0, 2, 1)),
  )
/** Community 2 with its grid goes from street 1 to street 2. */
const moving = () => collection(feature('community2', 'community', 'street2', '石桥社区'))
const change = (file: object, more: object = {}) => ({
  file,
  system: 'wgs84',
  fromDay: '2026-11-18',
  ...more,
})
const look = (file: object) =>
  world.as('administrator').does<AreaChangeEffects>('/api/map/changes/preview', change(file))

describe('a change of areas is looked at first', () => {
  test('a border: old and new outlines, the ground in square metres, and the cases on it', async () => {
    const effects = await look(border())
    expect(effects).toMatchObject({ added: 0, changed: 2, moved: 0, faults: [], inside: {}, casesMoving: 0 })
    expect(effects.shapes.map(({ nameZh }) => nameZh).sort()).toEqual(['柳巷第一网格', '柳巷第二网格'])
    for (const { before, after } of effects.shapes) expect(before).not.toEqual(after)
    // A fifth of a hundredth of a degree in the breadth of Hangzhou, by a hundredth.
    expect(effects.groundSquareMetres / (0.2 * 963 * 1112)).toBeCloseTo(1, 2)
    expect(effects).toMatchObject({ casesOnGround: 1, workersMoving: 0 })
  })

  test('another parent: what goes along, and the open cases that another street would see', async () => {
    expect(await look(moving())).toMatchObject({
      changed: 0,
      moved: 1,
      inside: { community: 1, grid: 1, estate: 1 },
      casesMoving: 1,
      casesOnGround: 0,
      workersMoving: 0,
      groundSquareMetres: 0,
    })
    const withWorkers = collection(feature('community1', 'community', 'street2', '柳巷社区'))
    expect(await look(withWorkers)).toMatchObject({ workersMoving: 2, inside: { grid: 2, building: 1 } })
  })

  test('in the coordinates of the file', async () => {
    const shifted = await world
      .as('administrator')
      .does<AreaChangeEffects>('/api/map/changes/preview', change(border(), { system: 'gcj02' }))
    expect(shifted.changed).toBe(2)
    expect(shifted.mark).not.toBe((await look(border())).mark)
  })

  test('what cannot be taken in is named', async () => {
    const open = {
      type: 'Polygon',
      coordinates: [
        [
          [120, 30],
          [120.01, 30],
          [120.01, 30.01],
        ],
      ],
    }
    const bad = collection(
      feature('grid1', 'grid', 'community1', '柳巷第一网格', open),
      feature('grid2', 'street', 'district', '柳巷第二网格'),
    )
    expect((await look(bad)).faults).toEqual([
      { row: 1, field: 'geometry.coordinates.0', code: null, reason: null },
      { row: null, field: null, code: world.places.grid2.code, reason: 'kind_changed' },
    ])
  })

  test('and it changes nothing', async () => {
    const { added, changed, moved, same } = await look(collection())
    expect({ added, changed, moved, same }).toEqual({ added: 0, changed: 0, moved: 0, same: 0 })
    const grid = await world.anonymous().sees<MapAreas>(`/api/map/areas?under=${world.places.grid1.id}`)
    expect(grid.box).toEqual([120, 30, 120.01, 30.01])
  })

  test.each(['/api/map/changes/preview', '/api/map/changes'])(
    '%s is for those who manage areas',
    async (path) => {
      const body = change(border(), { mark: 'x' })
      expect(await world.anonymous().post(path, body)).toMatchObject({ status: 401 })
      expect(await world.as('centre').post(path, body)).toMatchObject({ refusal: 'not_permitted' })
    },
  )

  test.each([
    ['no areas at all', { file: { type: 'FeatureCollection' } }, 'import_file_unreadable'],
    ['a day to come', { fromDay: '2026-11-19' }, 'area_move_not_allowed'],
    ['no such day', { fromDay: '2026-02-30' }, 'input_invalid'],
  ])('%s is refused', async (_what, broken, refusal) => {
    const body = { ...change(border()), ...broken }
    expect(await world.as('administrator').post('/api/map/changes/preview', body)).toMatchObject({ refusal })
  })
})

describe('and then applied', () => {
  const apply = (file: object, mark: string) =>
    world.as('administrator').post<AreaChanged>('/api/map/changes', change(file, { mark }))

  test('as it was looked at; whoever looked before another change looks again', async () => {
    const [first, second] = [await look(border()), await look(moving())]
    expect((await apply(border(), first.mark)).body).toEqual({ added: 0, changed: 2, same: 0, refused: 0 })
    expect(await apply(border(), first.mark)).toMatchObject({ status: 409, refusal: 'areas_changed' })
    const point = await world
      .anonymous()
      .sees<{ area: { id: string } }>('/api/areas/locate?lon=120.0085&lat=30.004')
    expect(point.area.id).toBe(world.places.grid2.id)
    expect((await apply(moving(), second.mark)).body).toMatchObject({ changed: 1 })
    await world.followersSettled()
    const seen = await world.as('street2').sees<{ cases: unknown[] }>('/api/map/cases')
    expect(seen.cases).toHaveLength(1)
  })
})
