import { text } from 'node:stream/consumers'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { partsOf, unpack } from '../../platform/sheet/zip.ts'
import { openWorld, type World } from '../../testing/world.ts'
import { act } from '../../testing/world-client.ts'
import type { ReportPaper } from './paper.contract.ts'
import type { Report } from './report.contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld({ now: '2026-10-09T09:00:00+08:00' })
  const reported = (areaId: string) =>
    world.anonymous().does('/api/reports', act({ words: '楼道灯不亮', areaId }))
  await reported(world.places.grid1.id)
  world.clock.set('2026-11-18T09:30:00+08:00')
  for (const area of [world.places.grid1, world.places.grid1, world.places.grid4]) await reported(area.id)
  await world.followersSettled()
})
afterAll(() => world.close())

const accepted = ({ whole }: Report) => whole.figures.find(({ measure }) => measure === 'accepted')!

test('a month that runs is told until today, beside as many days before', async () => {
  const report = await world.as('centre').sees<Report>('/api/figures/report?kind=month&start=2026-11-05')
  expect(report).toMatchObject({
    ...{ from: '2026-11-01', to: '2026-11-18', end: '2026-11-30', isEnded: false },
    before: { from: '2026-10-14', to: '2026-10-31' },
    risen: [],
  })
  expect(accepted(report)).toMatchObject({ value: 3, before: 0 })
  expect(report.trend.at(-1)).toMatchObject({ day: '2026-11-18', count: 3 })
  const ended = await world.as('centre').sees<Report>('/api/figures/report?kind=month&start=2026-10-31')
  expect(ended).toMatchObject({ to: '2026-10-31', isEnded: true })
  expect(accepted(ended).value).toBe(1)
})

test('no report is made of days to come, nor of an area that one does not see', async () => {
  const asks = async (who: 'centre' | 'street', query: string) => {
    const headers = await world.as(who).headers()
    const { statusCode, body } = await world.app.inject({ url: `/api/figures/report${query}`, headers })
    return [statusCode, (JSON.parse(body) as { code?: string }).code]
  }
  expect((await asks('centre', '?kind=day&start=2026-11-19'))[0]).toBe(400)
  expect((await asks('street', `?kind=day&start=2026-11-18&areaId=${world.places.street2.id}`))[0]).toBe(403)
})

test('the workbook says the report in words and numbers, each with its unit', async () => {
  const { statusCode, rawPayload } = await world.app.inject({
    url: '/api/figures/report/sheet?kind=month&start=2026-11-05',
    headers: await world.as('centre').headers(),
  })
  expect(statusCode).toBe(200)
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(rawPayload as unknown as ExcelJS.Buffer)
  const rows = (name: string) => {
    const found: string[][] = []
    book.getWorksheet(name)!.eachRow((row) => found.push((row.values as string[]).slice(1).map(String)))
    return found
  }
  expect(rows('主要指标')[1]!.slice(0, 5)).toEqual(['受理', '3', '件', '0', '多 3 件'])
  expect(rows('总的情况')[1]![0]).toMatch(/^受理 3 件。/)
  expect(rows('每日受理').at(-1)!.slice(0, 2)).toEqual(['2026-11-18', '3'])
})

test('the document is a Word file that says the report’s title, its words and every day in the picture’s words', async () => {
  const { statusCode, headers, rawPayload } = await world.app.inject({
    url: '/api/figures/report/file?kind=month&start=2026-11-05',
    headers: await world.as('centre').headers(),
  })
  expect([statusCode, headers['content-disposition']]).toEqual([
    200,
    'attachment; filename="month-report-2026-11-01.docx"',
  ])
  const part = partsOf(rawPayload).find(({ name }) => name === 'word/document.xml')!
  const document = await text(unpack(rawPayload, part))
  const paper = await world
    .as('centre')
    .sees<ReportPaper>('/api/figures/report/paper?kind=month&start=2026-11-05')
  expect(paper.title).toContain('2026 年 11 月诉求办理月报')
  const told = [paper.title, ...paper.said.paragraphs, paper.trend.label, paper.notes.rows[0]!.text]
  for (const words of [...told, paper.map!.lead, paper.map!.label]) expect(document).toContain(words)
})

test('the parts are drawn in shades of how much was reported, and most is named', async () => {
  const { map } = await world
    .as('centre')
    .sees<ReportPaper>('/api/figures/report/paper?kind=month&start=2026-11-05')
  expect(map!.parts.map(({ name, step }) => [name, step])).toEqual([
    ['东渡街道', 2],
    ['西塘街道', 1],
  ])
  expect(map!.lead).toContain('最多的是东渡街道 2 件、西塘街道 1 件')
  const grid = `&areaId=${world.places.grid1.id}`
  const own = await world
    .as('centre')
    .get<ReportPaper>(`/api/figures/report/paper?kind=month&start=2026-11-05${grid}`)
  expect(own.refusal).toBe('area_too_near')
})

test('the report of a community says nothing of its grids: no number is kept of them', async () => {
  const community = `areaId=${world.places.grid1.path[2]}&start=2026-11-05`
  const report = await world.as('community').sees<Report>(`/api/figures/report?kind=month&${community}`)
  expect([report.parts, report.map]).toEqual([[], null])
  expect(report.whole.figures[0]).toMatchObject({ measure: 'accepted', value: 2 })
  const paper = await world
    .as('community')
    .sees<ReportPaper>(`/api/figures/report/paper?kind=month&${community}`)
  expect(JSON.stringify(paper)).not.toContain('网格')
})

test('a report of which no day is named is of the last span that is over', async () => {
  const paper = await world.as('centre').sees<ReportPaper>('/api/figures/report/paper?kind=month')
  expect(paper).toMatchObject({ from: '2026-10-01', previous: '2026-09-30', next: '2026-11-01' })
})
