import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../testing/world.ts'
import { act } from '../../testing/world-client.ts'
import type { Receipt } from '../contract.ts'
import type { BoardPage } from '../story.contract.ts'
import type { OpenDataMonths } from './open-data.contract.ts'
import { openCases } from './open-data.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const reported = async (words: string, matter: string, summary = '楼道灯不亮') => {
  const { caseId } = await world
    .anonymous()
    .does<Receipt>('/api/reports', act({ words, place: world.places.building1.placeCode }))
  await world.as('centre').does(`/api/cases/${caseId}/screen`, act({ matter, summary }))
  return caseId
}
const month = () => world.clock.now().toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toPlainYearMonth()
const file = async (query: string) => {
  const { headers, body, statusCode } = await world.app.inject(`/api/open-data/cases?${query}`)
  expect(statusCode).toBe(200)
  return { headers, body }
}
const onBoard = async () =>
  (await world.anonymous().sees<BoardPage>('/api/board?limit=50')).rows.map(({ number }) => number).sort()

test('what the board shows and nothing else goes out, by the month of acceptance, and nobody’s words with it', async () => {
  const first = month()
  await reported('三楼的灯坏了，我摔了一跤', 'FA02')
  await reported('邻居家里的事情', 'MJ01')
  world.clock.advance({ days: 35 })
  const done = await reported('井盖松了，13800001111', 'FA02', '井盖松动')
  await world.as('centre').does(`/api/cases/${done}/dispatch`, act())
  await world.as('property').does(`/api/cases/${done}/sign`, act())
  await world.followersSettled()

  const { months } = await world.anonymous().sees<OpenDataMonths>('/api/open-data')
  expect(months[0]).toBe(month().toString())
  expect(months.at(-1)).toBe(first.toString())

  const numbers: string[] = []
  for (const each of months) {
    const { headers, body } = await file(`month=${each}&format=csv`)
    expect(headers['content-type']).toContain('text/csv')
    expect(headers['content-disposition']).toBe(`attachment; filename="cases-${each}.csv"`)
    const rows: Record<string, string>[] = parse(body, { columns: true, bom: true })
    for (const row of rows) {
      expect(row.受理日期!.slice(0, 7)).toBe(each)
      expect(row).toMatchObject({ 事项代码: 'FA02', 社区: '柳巷社区', 街道: '东渡街道', 反映件数: '1' })
      numbers.push(row.编号!)
    }
    expect(body).not.toMatch(/摔了|邻居|1380000|松动|柳岸小区/)
  }
  expect(numbers.sort()).toEqual(await onBoard())
  expect(numbers.length).toBe(2)
})

test('as GeoJSON each case stands in the middle of its community', async () => {
  const { headers, body } = await file(`month=${month()}&format=geojson&language=en`)
  expect(headers['content-type']).toContain('application/geo+json')
  const { type, features } = JSON.parse(body)
  expect(type).toBe('FeatureCollection')
  expect(features).toMatchObject([
    {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [expect.any(Number), expect.any(Number)] },
      properties: { stage: 'signed', inTime: null, resolvedOn: null, rating: null, reports: 1 },
    },
  ])
})

test('what was reported of a whole street lies in no community', async () => {
  const report = act({ words: '整条路的灯都不亮', areaId: world.places.street1.id })
  const { caseId } = await world.anonymous().does<Receipt>('/api/reports', report)
  await world.as('centre').does(`/api/cases/${caseId}/screen`, act({ matter: 'FA02', summary: '路灯不亮' }))
  await world.followersSettled()
  const { body } = await file(`month=${month()}&format=csv&language=en`)
  const rows: Record<string, string>[] = parse(body, { columns: true, bom: true })
  expect(rows.map((row) => row.Community)).toContain('')
})

test('a month is read on page by page, each case once', async () => {
  for (const words of ['一号', '二号', '三号', '四号']) await reported(words, 'FA02')
  await world.followersSettled()
  const read = async (atOnce: number) => {
    const numbers: string[] = []
    for await (const row of openCases(world.system, { month: month().toString(), language: 'zh' }, atOnce))
      numbers.push(row.number)
    return numbers
  }
  const whole = await read(100)
  expect(new Set(whole).size).toBe(6)
  for (const atOnce of [1, 2, 6]) expect(await read(atOnce)).toEqual(whole)
})

test('a head alone has no month read', async () => {
  const url = `/api/open-data/cases?month=${month()}&format=csv`
  expect((await world.app.inject({ method: 'HEAD', url })).statusCode).toBe(404)
})

test('a month that is none, or of which there is nothing, is refused', async () => {
  for (const wrong of ['2026-13', '202611', ''])
    expect((await world.anonymous().get(`/api/open-data/cases?month=${wrong}&format=csv`)).refusal).toBe(
      'input_invalid',
    )
  expect((await world.anonymous().get('/api/open-data/cases?month=2001-01&format=csv')).refusal).toBe(
    'not_found',
  )
})
