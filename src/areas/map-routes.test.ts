import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../kernel/ids.ts'
import { passerBy } from '../testing/bare-district.ts'
import { box, type MappedDistrict, mappedDistrict, smallMap } from '../testing/small-map.ts'
import { importAreas } from './import-areas.ts'
import type { MapAreas } from './map.contract.ts'
import { mapRoutes } from './map-routes.ts'

const clock = { now: () => Temporal.Instant.from('2026-06-01T02:00:00Z') }
let mapped: MappedDistrict
let app: FastifyInstance

beforeAll(async () => {
  mapped = await mappedDistrict(clock)
  app = await mapped.serve([mapRoutes], () => passerBy)
})
afterAll(async () => {
  await app.close()
  await mapped.close()
})

const areas = async (query = ''): Promise<MapAreas> => (await app.inject(`/api/map/areas${query}`)).json()
const names = (page: MapAreas) => page.areas.map((area) => area.nameZh)

test('the map is public, and begins with the box around the district and no foreign server', async () => {
  expect((await app.inject('/api/map')).json()).toEqual({ tiles: null, box: [113, 28, 113.08, 28.02] })
})

test('tiles of the settings are named, and the pages are let through to their host alone', async () => {
  const template = 'https://tiles.example.org:8443/{z}/{x}/{y}.png'
  const tiled = await mapped.serve([mapRoutes], () => passerBy, {
    template,
    system: 'gcj02',
    attribution: null,
  })
  const answer = await tiled.inject('/api/map')
  await tiled.close()
  expect(answer.json().tiles).toEqual({
    template,
    system: 'gcj02',
    attribution: 'tiles.example.org:8443',
  })
  const policy = String(answer.headers['content-security-policy']).split(';')
  expect(policy).toContain("connect-src 'self' https://tiles.example.org:8443")
  expect(policy).toContain("script-src 'self'")
  const closed = String((await app.inject('/api/map')).headers['content-security-policy'])
  expect(closed).toContain("connect-src 'self';")
})

test('what lies in an area, with outlines, places for names, and how many parts there are further down', async () => {
  const page = await areas()
  expect(page.under).toMatchObject({ nameZh: '望江区', parts: 2 })
  expect(page.areas).toMatchObject([
    { nameZh: '柳岸街道', parts: 2, at: [113.02, 28.01], shape: { type: 'Polygon' } },
    { nameZh: '东圩街道', parts: 1 },
  ])
  const street = await areas(`?under=${(await mapped.area('999101001')).id}`)
  expect(names(street)).toEqual(['柳岸社区', '槐荫社区'])
  expect(street.box).toEqual([113, 28, 113.04, 28.02])
})

test('an area without an outline stands in the list and not on the map', async () => {
  const page = await areas(`?under=${(await mapped.area('999101001001-G01')).id}`)
  expect(page.areas).toMatchObject([{ nameZh: '柳岸花园', at: null, shape: null }])
})

test('all areas of one kind, however deep', async () => {
  expect(names(await areas('?level=community'))).toEqual(['柳岸社区', '槐荫社区', '东圩社区'])
  expect((await areas('?level=grid')).areas).toHaveLength(4)
  expect((await app.inject('/api/map/areas?level=home')).statusCode).toBe(400)
})

test('no such area', async () => {
  expect((await app.inject(`/api/map/areas?under=${newId(0)}`)).statusCode).toBe(404)
})

test('a browser that has the page is told so, until areas change', async () => {
  const first = await app.inject('/api/map/areas')
  const etag = first.headers.etag as string
  const ask = () => app.inject({ url: '/api/map/areas', headers: { 'if-none-match': etag } })
  expect(await ask()).toMatchObject({ statusCode: 304, body: '' })
  const renamed = smallMap.map((area) =>
    area.code === '999101002' ? { ...area, nameZh: '东坝街道', shape: box(4, 0, 4, 1) } : area,
  )
  await importAreas(mapped.ctx(), renamed)
  const after = await ask()
  expect(after.statusCode).toBe(200)
  expect(names(after.json())).toEqual(['柳岸街道', '东坝街道'])
})
