import { afterAll, beforeAll, expect, test } from 'vitest'
import { readSheet } from '../platform/sheet/read-sheet.ts'
import { openWorld, type World } from '../testing/world.ts'
import { placeCodes } from '../testing/world-places.ts'
import type { AreaFileResult } from './contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

interface File {
  readonly features: { properties: Record<string, string>; geometry: unknown }[]
}
const send = (name: 'administrator' | 'community', path: string, file: object | string) =>
  world.as(name).upload<AreaFileResult>(path, {
    bytes: Buffer.from(typeof file === 'string' ? file : JSON.stringify(file)),
    type: 'application/geo+json',
    name: 'areas.geojson',
  })
const fetchAs = async (name: 'administrator' | 'community', url: string) =>
  world.app.inject({ url, headers: await world.as(name).headers() })

test('what goes out comes in again and changes nothing, outlines too', async () => {
  const out = await fetchAs('administrator', '/api/areas/file')
  expect(out.headers['content-type']).toContain('geo+json')
  const file = out.json<File>()
  expect(file.features.some(({ geometry }) => geometry !== null)).toBe(true)
  const { body } = await send('administrator', '/api/areas/file', file)
  expect(body).toEqual({ added: 0, changed: 0, same: file.features.length, faults: [] })
})

test('a rehearsal says what the import then does, and writes nothing', async () => {
  const { features } = (await fetchAs('administrator', '/api/areas/file')).json<File>()
  const { properties } = features.find((feature) => feature.properties.kind === 'community')!
  const feature = (said: object) => ({ type: 'Feature', properties: said, geometry: null })
  const file = {
    type: 'FeatureCollection',
    features: [
      feature({ ...properties, name: '柳巷新社区' }),
      feature({ code: `${properties.code}-G77`, name: '新网格', kind: 'grid', parent: properties.code }),
      feature({ code: '', name: '无编号', kind: 'grid', parent: '' }),
    ],
  }
  const count = () =>
    world.sql('owner', 'select count(*) as areas, (select count(*) from journal) as lines from areas')
  const before = await count()
  const trial = await send('administrator', '/api/areas/file/try', file)
  expect(trial.body).toMatchObject({
    added: 1,
    changed: 1,
    same: 0,
    faults: [{ row: 3, reason: 'code_missing' }],
  })
  expect(await count()).toEqual(before)
  expect((await send('administrator', '/api/areas/file', file)).body).toEqual(trial.body)
})

test('a list goes out as a sheet, of one area where it is asked for', async () => {
  const { id } = world.places.community1
  const { rawPayload } = await fetchAs('administrator', `/api/areas/sheet?areaId=${id}&language=en`)
  const rows = await Array.fromAsync(readSheet(rawPayload, 'areas.xlsx'))
  expect(rows[0]!.cells.get('B')?.text).toBe('Kind')
  expect(rows.length).toBeGreaterThan(3)
  const ways = rows.slice(1).map(({ cells }) => cells.get('F')!.text)
  expect(ways.every((way) => way.startsWith(ways[0]!))).toBe(true)
})

test('the sheet that goes out is filled in further and comes in; once more it changes nothing', async () => {
  const { rawPayload } = await fetchAs('administrator', '/api/areas/sheet')
  const sent = (path: string, bytes: Buffer, name: string) =>
    world.as('administrator').upload<AreaFileResult>(path, { bytes, type: 'text/csv', name })
  expect((await sent('/api/areas/file/try', rawPayload, 'areas.xlsx')).body).toMatchObject({
    added: 0,
    changed: 0,
    faults: [],
  })
  const community = placeCodes.community1
  const rows = [
    '望江区（演示） 区域表',
    '编号,级别,名称,英文名称,上级编号',
    `${community}-S1,网格,表格来的网格,,`,
    `${community}-S1-1,,没写级别,,`,
  ]
  const sheet = Buffer.from(rows.join('\n'))
  const told = {
    added: 1,
    changed: 0,
    same: 0,
    faults: [{ sheetRow: 4, field: 'kind', reason: 'kind_unknown' }],
  }
  expect((await sent('/api/areas/file/try', sheet, 'areas.csv')).body).toEqual(told)
  expect((await sent('/api/areas/file', sheet, 'areas.csv')).body).toEqual(told)
  expect((await sent('/api/areas/file', sheet, 'areas.csv')).body).toEqual({ ...told, added: 0, same: 1 })
})

test('units go out with their filter, and none of it to a desk', async () => {
  const { rawPayload } = await fetchAs('administrator', '/api/units/sheet?kind=street_team')
  const rows = await Array.fromAsync(readSheet(rawPayload, 'units.xlsx'))
  expect(rows.length).toBeGreaterThan(1)
  expect(new Set(rows.slice(1).map(({ cells }) => cells.get('B')?.text))).toEqual(new Set(['街道队伍']))
  for (const url of ['/api/units/sheet', '/api/areas/sheet', '/api/areas/file'])
    expect((await fetchAs('community', url)).json()).toMatchObject({ error: { code: 'not_permitted' } })
})

test('no JSON is refused by name, and a desk may not send', async () => {
  expect((await send('administrator', '/api/areas/file/try', '{')).refusal).toBe('import_file_unreadable')
  for (const path of ['/api/areas/file', '/api/areas/file/try'])
    expect((await send('community', path, '{}')).refusal).toBe('not_permitted')
})
