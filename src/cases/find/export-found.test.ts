import ExcelJs from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../testing/world.ts'
import { act } from '../../testing/world-client.ts'
import type { StaffName } from '../../testing/world-people.ts'
import type { Receipt } from '../contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
  const reported = async (words: string, matter: string, summary: string) => {
    const report = act({ words, place: world.places.building1.placeCode })
    const { caseId } = await world.anonymous().does<Receipt>('/api/reports', report)
    await world.as('centre').does(`/api/cases/${caseId}/screen`, act({ matter, summary }))
  }
  await reported('楼道灯不亮，我是三楼老张', 'FA02', '楼道里的灯不亮')
  await reported('楼道里堆了东西', 'FA02', '楼道堆物')
  await reported('楼道里邻居家的事', 'MJ01', '家里的事')
  await world.followersSettled()
})
afterAll(() => world.close())

async function exported(who: StaffName, query: Readonly<Record<string, string>>) {
  const headers = await world.as(who).headers()
  const answer = await world.app.inject({ url: `/api/cases/found?${new URLSearchParams(query)}`, headers })
  expect(answer.statusCode).toBe(200)
  const book = new ExcelJs.Workbook()
  await book.xlsx.load(answer.rawPayload as unknown as ArrayBuffer)
  const page = (index: number) =>
    book.worksheets[index]!.getSheetValues()
      .filter((row) => Array.isArray(row))
      .map((row) => (row as unknown[]).slice(1))
  return { rows: page(0).slice(1), about: page(1), name: answer.headers['content-disposition'] }
}

test('what a question finds goes out with the question, without confidential cases and nobody’s words', async () => {
  const { rows, about, name } = await exported('centre', { q: '楼道', state: 'open', matter: 'FA02' })
  expect(name).toMatch(/^attachment; filename="cases-found-\d{4}-\d\d-\d\d\.xlsx"$/)
  expect(rows.map((row) => row[3]).sort()).toEqual(['楼道堆物', '楼道里的灯不亮'])
  expect(about).toEqual(
    expect.arrayContaining([
      ['筛选: 查找的话', '楼道'],
      ['筛选: 状态', '在办'],
      ['筛选: 事项', '楼道灯不亮'],
      ['筛选: 行数', '2'],
    ]),
  )
  const all = await exported('centre', { q: '楼道' })
  expect(all.rows).toHaveLength(2)
  expect(JSON.stringify(all)).not.toMatch(/老张|邻居/)
})

test('others get what is theirs, on the record, and whoever sees no cases is refused', async () => {
  expect((await exported('street2', { q: '楼道' })).rows).toEqual([])
  const lines = await world.sql<{ data: object }>(
    'reader',
    `select data from journal where kind = 'list.exported'`,
  )
  expect(lines.map(({ data }) => data)).toContainEqual(
    expect.objectContaining({ list: 'cases-found', rows: 0 }),
  )
  expect((await world.resident().get('/api/cases/found?q=%E6%A5%BC%E9%81%93')).refusal).toBe('not_permitted')
})
