import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../kernel/ids.ts'
import type { Who } from '../platform/ctx.ts'
import { postHolder } from '../testing/bare-district.ts'
import { type MappedDistrict, mappedDistrict, smallMap } from '../testing/small-map.ts'
import { atlasOf } from './atlas.ts'
import { importAreas } from './import-areas.ts'
import { areaRoutes } from './routes.ts'
import { whereIs } from './where-is.ts'

const clock = { now: () => Temporal.Instant.from('2026-07-01T02:00:00Z') }
let mapped: MappedDistrict
let app: FastifyInstance
let who: Who

beforeAll(async () => {
  mapped = await mappedDistrict(clock)
  who = postHolder('administrator', (await mapped.area('999101')).id)
  app = await mapped.serve([areaRoutes], () => who)
})
afterAll(async () => {
  await app.close()
  await mapped.close()
})

const get = async (url: string) => (await app.inject({ url })).json()
const post = (url: string, payload: object) => app.inject({ method: 'POST', url, payload })

describe('for the administrator', () => {
  test('coverage tells the gap and the overlap as shapes', async () => {
    const coverage = await get(`/api/areas/${(await mapped.area('999101001002')).id}/coverage`)
    expect(coverage).toMatchObject({ withShape: 2, withoutShape: 0, gapsKnown: true })
    const faults = coverage.features.map(
      ({ properties }: { properties: { fault: string; areaIds: string[] } }) => [
        properties.fault,
        properties.areaIds.length,
      ],
    )
    expect(faults).toEqual([
      ['gap', 0],
      ['overlap', 2],
    ])
    const sound = await get(`/api/areas/${(await mapped.area('999101001001')).id}/coverage`)
    expect(sound.features).toEqual([])
  })

  test('a move takes all that an area holds with it, keeps the old map, and tells the journal once', async () => {
    const [community, street, grid] = [
      await mapped.area('999101001002'),
      await mapped.area('999101002'),
      await mapped.area('999101001002-G01'),
    ]
    const body = { requestId: newId(2), parentId: street.id, fromDay: '2026-06-15' }
    const moved = await post(`/api/areas/${community.id}/move`, body)
    const receipt = {
      areaId: community.id,
      fromPath: community.path,
      toPath: [...street.path, community.id],
      areas: 3,
    }
    expect(moved.json()).toEqual(receipt)
    expect((await mapped.area(grid.code)).path).toEqual([...receipt.toPath, grid.id])
    expect((await whereIs(mapped.ctx(), { areaId: grid.id })).path).toContain(street.id)
    expect((await post(`/api/areas/${community.id}/move`, body)).json()).toEqual(receipt)
    const told = (await mapped.lines()).filter((line) => line.kind === 'area.moved')
    expect(told).toHaveLength(1)
    expect(told[0]!.data).toMatchObject({ areaId: community.id, fromDay: '2026-06-15' })
    const { rows: kept } = await mapped.district.pools.reader.query(
      'select path, valid_from, valid_to from area_versions where area_id = $1',
      [grid.id],
    )
    expect(kept).toEqual([{ path: grid.path, valid_from: '2026-01-01', valid_to: '2026-06-15' }])
  })

  test.each([
    ['to its own grid', '999101001001', '999101001001-G01', '2026-07-01', 'area_move_not_allowed'],
    ['to where it is', '999101001001', '999101001', '2026-07-01', 'area_move_not_allowed'],
    ['from a day to come', '999101001001', '999101002', '2027-01-01', 'area_move_not_allowed'],
    ['from a day before its last change', '999101001001', '999101002', '2025-12-31', 'area_move_not_allowed'],
    ['of the district', '999101', '999101002', '2026-07-01', 'area_move_not_allowed'],
  ])('no move %s', async (_what, from, to, fromDay, code) => {
    const before = (await mapped.area(from)).path
    const body = { requestId: newId(3), parentId: (await mapped.area(to)).id, fromDay }
    const answer = await post(`/api/areas/${(await mapped.area(from)).id}/move`, body)
    expect(answer.json()).toMatchObject({ error: { code } })
    expect((await mapped.area(from)).path).toEqual(before)
  })

  test('an area ends once it holds nothing; old cases still name it, nothing new falls to it', async () => {
    const [grid, estate] = [await mapped.area('999101001001-G01'), await mapped.area('999101001001-G01-E1')]
    const end = (id: string) => post(`/api/areas/${id}/end`, { requestId: newId(4), fromDay: '2026-07-01' })
    expect((await end(grid.id)).json()).toMatchObject({ error: { code: 'area_has_parts' } })
    expect((await end(estate.id)).statusCode).toBe(200)
    expect((await end(grid.id)).statusCode).toBe(200)
    const atlas = await atlasOf(mapped.ctx())
    expect(atlas.known(grid.id)).toMatchObject({ nameZh: '柳岸一网格', ended: true })
    expect(atlas.locate({ lon: 113.005, lat: 28.01 })).toMatchObject({ nameZh: '柳岸社区' })
    await expect(whereIs(mapped.ctx(), { place: estate.placeCode })).rejects.toMatchObject({
      code: 'area_unknown',
    })
    expect(await importAreas(mapped.ctx(), smallMap)).toMatchObject({
      faults: [
        { code: grid.code, reason: 'code_ended' },
        { code: estate.code, reason: 'code_ended' },
      ],
    })
  })
})
