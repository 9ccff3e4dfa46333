import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../kernel/ids.ts'
import { passerBy } from '../testing/bare-district.ts'
import { type MappedDistrict, mappedDistrict } from '../testing/small-map.ts'
import { areaRoutes } from './routes.ts'

const clock = { now: () => Temporal.Instant.from('2026-06-01T02:00:00Z') }
let mapped: MappedDistrict
let app: FastifyInstance

beforeAll(async () => {
  mapped = await mappedDistrict(clock)
  app = await mapped.serve([areaRoutes], () => passerBy)
})
afterAll(async () => {
  await app.close()
  await mapped.close()
})

const get = async (url: string) => (await app.inject({ url })).json()
const post = (url: string, payload: object) => app.inject({ method: 'POST', url, payload })

describe('the map over HTTP is public', () => {
  test('the district, its parts page by page, and the way to an area', async () => {
    const district = await get('/api/district')
    expect(district).toMatchObject({ nameZh: '望江区', demonstration: true, setUp: true })
    const first = await get('/api/areas?limit=1')
    expect(first).toMatchObject({ areas: [{ code: '999101001' }], next: '999101001' })
    const second = await get(`/api/areas?limit=1&after=${first.next}`)
    expect(second).toMatchObject({ areas: [{ code: '999101002' }], next: null })
    const path = await get(`/api/areas/${(await mapped.area('999101001001')).id}`)
    expect(path.steps.map((step: { nameZh: string }) => step.nameZh)).toEqual([
      '望江区',
      '柳岸街道',
      '柳岸社区',
    ])
    expect((await app.inject(`/api/areas/${newId(0)}`)).statusCode).toBe(404)
  })

  test('found by a part of the name: the estate and the community before the street and the grids', async () => {
    const found = await get(`/api/areas/find?text=${encodeURIComponent('柳岸')}`)
    expect(found.map(({ area }: { area: { nameZh: string } }) => area.nameZh)).toEqual([
      '柳岸社区',
      '柳岸花园',
      '柳岸街道',
      '柳岸一网格',
      '柳岸二网格',
    ])
    expect(await get('/api/areas/find?text=gardens')).toMatchObject([{ area: { nameZh: '柳岸花园' } }])
    const grids = await get(`/api/areas/find?text=${encodeURIComponent('柳岸')}&kind=grid&limit=1`)
    expect(grids).toMatchObject([{ area: { nameZh: '柳岸一网格' } }])
    const ofCommunity = await get(`/api/areas/find?text=${encodeURIComponent('柳岸社区 二')}&kind=grid`)
    expect(ofCommunity).toMatchObject([{ area: { nameZh: '柳岸二网格' } }])
    expect(await get('/api/areas/find?text=999101001&limit=2')).toMatchObject([
      { area: { code: '999101001' } },
      { area: { kind: 'community' } },
    ])
  })

  test('located by a point', async () => {
    expect(await get('/api/areas/locate?lon=113.015&lat=28.01')).toMatchObject({
      area: { nameZh: '柳岸二网格' },
    })
    expect((await app.inject('/api/areas/locate?lon=100&lat=28.01')).json()).toMatchObject({
      error: { code: 'area_outside_district' },
    })
  })

  test('a place by the code on its plate, with the way down to it', async () => {
    const estate = await mapped.area('999101001001-G01-E1')
    expect(await get(`/api/places/${estate.placeCode.toLowerCase()}`)).toMatchObject({
      code: estate.placeCode,
      steps: [
        { kind: 'district' },
        { kind: 'street' },
        { kind: 'community' },
        { kind: 'grid' },
        { nameZh: '柳岸花园' },
      ],
    })
    expect((await app.inject('/api/places/23456789A')).statusCode).toBe(404)
  })

  test('but not who may judge it', async () => {
    const { id } = await mapped.area('999101001002')
    expect((await app.inject(`/api/areas/${id}/coverage`)).statusCode).toBe(401)
    const move = { requestId: newId(1), parentId: id, fromDay: '2026-06-01' }
    expect((await post(`/api/areas/${id}/move`, move)).statusCode).toBe(401)
    expect(
      (await post(`/api/areas/${id}/end`, { requestId: newId(1), fromDay: '2026-06-01' })).statusCode,
    ).toBe(401)
  })
})
