import { randomUUID } from 'node:crypto'
import ExcelJs from 'exceljs'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { SheetJob } from '../../platform/sheet/jobs/contract.ts'
import { declareDrill } from '../../testing/emergency-acts.ts'
import type { World } from '../../testing/world.ts'
import { openWorld } from '../../testing/world.ts'
import { act } from '../../testing/world-client.ts'
import type { StaffName } from '../../testing/world-people.ts'
import type { Receipt } from '../contract.ts'
import type { DeskPage } from '../story.contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
  for (let n = 0; n < 3; n++) {
    const body = {
      requestId: randomUUID(),
      words: '楼道灯不亮，我是三楼老张',
      place: world.places.building1.placeCode,
    }
    const contact = { name: '张小云', phone: '13800000417' }
    const { caseId } = await world.anonymous().does<Receipt>('/api/reports', { ...body, contact })
    if (n === 0) continue
    const screen = { requestId: randomUUID(), matter: 'FA02', summary: '=楼道里的灯不亮' }
    await world.as('community').does(`/api/cases/${caseId}/screen`, screen)
  }
})
afterAll(() => world.close())

async function exported(who: StaffName, query: string) {
  const headers = await world.as(who).headers()
  return leavesOf(await world.app.inject({ url: `/api/desk/export?${query}`, headers }))
}

async function leavesOf(answer: Awaited<ReturnType<typeof world.app.inject>>) {
  expect(answer.statusCode).toBe(200)
  const book = new ExcelJs.Workbook()
  await book.xlsx.load(answer.rawPayload as unknown as ArrayBuffer)
  const leaf = (index: number) =>
    book.worksheets[index]!.getSheetValues()
      .filter((row) => Array.isArray(row))
      .map((row) => (row as unknown[]).slice(1))
  return { rows: leaf(0), about: leaf(1), name: answer.headers['content-disposition'] }
}

test('a list goes out as it stands on the desk, with its filters stated and nobody’s name or words in it', async () => {
  const { rows, about, name } = await exported('community', 'queue=dispatch&matter=FA02')
  const shown = await world.as('community').sees<DeskPage>('/api/desk?queue=dispatch&matter=FA02')
  expect(rows[0]).toContain('编号')
  expect(rows.slice(1).map((row) => row[0])).toEqual(shown.rows.map((row) => row.number))
  expect(rows[1]).toContain('=楼道里的灯不亮')
  expect(JSON.stringify(about)).toContain('楼道灯不亮')
  expect(JSON.stringify(about)).toContain('5000')
  expect(name).toMatch(/cases-dispatch-\d{4}-\d\d-\d\d\.xlsx/)
  const fresh = await exported('community', 'queue=screen&language=en')
  expect(fresh.rows[0]).toContain('Number')
  expect(fresh.rows).toHaveLength(2)
  expect(JSON.stringify(fresh)).not.toMatch(/老张|张小云|13800000417/)
})

test('written beside the requests it is the same list, on the record once, and nobody else’s', async () => {
  const query = 'queue=dispatch&matter=FA02&language=en'
  const atOnce = await exported('community', query)
  const lines = () => world.sql('owner', `select 1 from journal where kind = 'desk.exported'`)
  const before = (await lines()).length
  const desk = world.as('community')
  const { id } = await desk.does<{ id: string }>(`/api/desk/export?${query}`, act())
  const job = () => desk.sees<SheetJob>(`/api/sheet-jobs/${id}`)
  await vi.waitFor(async () => expect((await job()).state).toBe('done'), { timeout: 10_000 })
  expect(await job()).toMatchObject({ rows: 2, expected: 2, cut: false, taken: false })
  expect(await lines()).toHaveLength(before + 1)
  const answer = await world.app.inject({
    url: `/api/sheet-jobs/${id}/taken`,
    headers: await desk.headers(),
  })
  const beside = await leavesOf(answer)
  expect(beside.rows).toEqual(atOnce.rows)
  const limit = ([name]: readonly unknown[]) => String(name).endsWith('Note')
  expect(beside.about.filter((row) => !limit(row))).toEqual(atOnce.about.filter((row) => !limit(row)))
  expect(JSON.stringify(beside.about)).toContain('100000')
  expect((await job()).taken).toBe(true)
  expect(await world.as('street').get(`/api/sheet-jobs/${id}`)).toMatchObject({ refusal: 'not_found' })
})

test('what was taken out is on the record: by whom, which list, how much', async () => {
  const lines = () =>
    world.sql<{ actor: string; data: object }>(
      'owner',
      `select actor, data from journal where kind = 'desk.exported' order by recorded_at, n`,
    )
  const before = (await lines()).length
  world.clock.advance({ minutes: 1 })
  await exported('street', 'queue=open&light=green')
  const last = (await lines()).at(-1)
  expect(await lines()).toHaveLength(before + 1)
  expect(last).toMatchObject({
    actor: `account:${world.staff.street.accountId}`,
    data: { queue: 'open', narrowedBy: { light: 'green' }, cut: false },
  })
})

test('a confidential case stays on the screen of who may see it', async () => {
  const body = { requestId: randomUUID(), words: '邻居家里的事', place: world.places.building1.placeCode }
  const { caseId, number } = await world.anonymous().does<Receipt>('/api/reports', body)
  const screen = { requestId: randomUUID(), matter: 'MJ01', summary: '保密事项' }
  await world.as('centre').does(`/api/cases/${caseId}/screen`, screen)
  const shown = await world.as('centre').sees<DeskPage>('/api/desk?queue=dispatch')
  expect(shown.rows.map((row) => row.number)).toContain(number)
  const { rows, about } = await exported('centre', 'queue=dispatch')
  expect(rows.length).toBeGreaterThan(1)
  expect(JSON.stringify(rows)).not.toMatch(new RegExp(`${number}|保密事项`))
  expect(JSON.stringify(about)).toContain('保密的诉求不导出')
})

test('what is typed for a filter does not get on the record', async () => {
  expect(
    await world.as('street').get(`/api/desk/export?queue=open&matter=${encodeURIComponent('王小明')}`),
  ).toMatchObject({ status: 400, refusal: 'input_invalid' })
})

test('only what the post sees goes out, and nobody without a post takes anything', async () => {
  expect((await exported('street2', 'queue=open')).rows).toHaveLength(1)
  expect(await world.resident().get('/api/desk/export?queue=open')).toMatchObject({
    status: 403,
    refusal: 'not_permitted',
  })
  expect(await world.as('street').get('/api/desk/export?queue=nothing')).toMatchObject({ status: 400 })
})

test('practice stands on the desk and not in what goes out', async () => {
  const street = world.as('street')
  const modeId = await declareDrill(street, world)
  const body = act({ areaId: world.places.grid1.id, matter: 'FA03', words: '演练：井盖冲走' })
  const made = await street.does<Receipt>(`/api/emergencies/${modeId}/practice`, body)
  const shown = await street.sees<DeskPage>('/api/desk?queue=dispatch')
  expect(shown.rows[0]).toMatchObject({ id: made.caseId, practice: true })
  const { rows } = await exported('street', 'queue=dispatch')
  const numbers = shown.rows.filter(({ practice }) => !practice).map(({ number }) => number)
  expect(numbers).toHaveLength(2)
  expect(rows.slice(1).map((row) => row[0])).toEqual(numbers)
})
