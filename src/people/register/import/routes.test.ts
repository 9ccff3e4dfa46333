import { createHash } from 'node:crypto'
import excel from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readWorkbook } from '../../../platform/sheet/read-workbook.ts'
import { openWorld, type World } from '../../../testing/world.ts'
import { act, type Person } from '../../../testing/world-client.ts'
import type { ImportOverview, RegisterImport, RowPage } from './contract.ts'
import { readRegisterFile } from './read-file.ts'
import { returnedRegisterSheet } from './returned-sheet.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
}, 120_000)
afterAll(() => world.close())

const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const fileOf = async (...rows: readonly (readonly string[])[]): Promise<Buffer> => {
  const workbook = new excel.Workbook()
  const sheet = workbook.addWorksheet('柳岸')
  for (const row of rows) sheet.addRow([...row])
  return Buffer.from(await workbook.xlsx.writeBuffer())
}
const header = ['小区', '楼栋', '房号', '姓名', '电话']
const send = (who: Person, bytes: Buffer, fields: Record<string, string> = {}) =>
  who.upload<ImportOverview>('/api/register/imports', { bytes, type, name: '名册.xlsx', fields })

test('a desk reads, looks, takes in and undoes', async () => {
  const desk = world.as('community')
  const bytes = await fileOf(
    header,
    ['柳岸小区', '3栋', '101', '安好', '13800000000'],
    ['柳岸小区', '3栋', '102', '', '123'],
  )
  const { status, body: read } = await send(desk, bytes)
  expect(status).toBe(201)
  expect(read).toMatchObject({ fileName: '名册.xlsx', state: 'read', states: { waiting: 1, refused: 1 } })
  expect(read.changes).toEqual({ home_added: 1, person_added: 1, moved_in: 1 })
  const page = await desk.sees<RowPage>(`/api/register/imports/${read.id}/rows?state=refused`)
  expect(
    page.rows.map(({ rowNumber, faults }) => [rowNumber, faults.map(({ column }) => column.letter)]),
  ).toEqual([[3, ['E', 'D']]])
  const taken = await desk.does<ImportOverview>(`/api/register/imports/${read.id}/take`, {})
  expect(taken.states).toEqual({ taken: 1, refused: 1 })
  const undone = await desk.does<ImportOverview>(`/api/register/imports/${read.id}/undo`, {})
  expect(undone).toMatchObject({ state: 'undone', states: { undone: 1, refused: 1 } })
  const { imports } = await desk.sees<{ imports: RegisterImport[] }>('/api/register/imports')
  expect(imports.map(({ id }) => id)).toEqual([read.id])
  const answer = await desk.post(`/api/register/imports/${read.id}/take`, {})
  expect(answer.refusal).toBe('import_not_ready')
  const decided = await desk.post(`/api/register/imports/${read.id}/rows/1/decide`, act({ personId: null }))
  expect(decided.refusal).toBe('import_not_ready')
})

test('the returned sheet says sheet, row, column, what is wrong and what to do, and can be sent again', async () => {
  const bytes = await fileOf(header, ['柳岸小区', '3栋', '103', '康健', '1380013800'])
  const file = { source: bytes, name: 'a.xlsx' }
  const system = world.system
  const read = await readRegisterFile(system, file)
  const sheet = await returnedRegisterSheet(system, read.id, 'zh')
  const rows = await Array.fromAsync(readWorkbook(sheet, 'returned.xlsx'))
  const texts = rows.map(({ sheet: name, row }) => [name, ...[...row.cells.values()].map(({ text }) => text)])
  expect(texts).toEqual([
    ['问题清单', '工作表', '行', '列', '问题', '怎么改'],
    ['问题清单', '柳岸', '2', 'E 电话', '电话位数不对', '填写11位手机号或带区号的座机'],
    ['柳岸', '小区', '楼栋', '房号', '姓名', '联系电话', '问题和改法'],
    ['柳岸', '柳岸小区', '3栋', '103', '康健', '1380013800', '电话位数不对：填写11位手机号或带区号的座机'],
  ])
  expect((await readRegisterFile(system, { source: sheet, name: 'returned.xlsx' })).states).toEqual({
    refused: 1,
  })
  const kept = await world.sql<{ cells: Buffer }>(
    'owner',
    'select cells from register_import_rows where cells is not null',
  )
  expect(kept.some(({ cells }) => cells.includes('康健'))).toBe(false)
})

test('columns are matched by hand', async () => {
  const bytes = await fileOf(['小区', '楼栋', '门', '谁'], ['柳岸小区', '3栋', '104', '平安'])
  const desk = world.as('community')
  const { body: unread } = await send(desk, bytes)
  expect(unread).toMatchObject({ state: 'read', total: 0, sheets: [{ headerRow: null, likelyRow: 1 }] })
  expect(unread.sheets[0]!.found.map(({ name }) => name)).toEqual(['小区', '楼栋', '门', '谁'])
  expect((await send(desk, await fileOf([' ']))).refusal).toBe('import_header_missing')
  const letters = { estate: 'A', building: 'B', room: 'C', name: 'D' }
  const { body } = await send(desk, bytes, { columns: JSON.stringify({ 柳岸: { rowNumber: 1, letters } }) })
  expect(body.states).toEqual({ waiting: 1 })
})

test('a header that is chosen by hand may stand far down, or be blank', async () => {
  const letters = { estate: 'A', building: 'B', room: 'C', name: 'D' }
  const sent = async (rowNumber: number, ...rows: readonly (readonly string[])[]) => {
    const columns = JSON.stringify({ 柳岸: { rowNumber, letters } })
    return (await send(world.as('community'), await fileOf(...rows), { columns })).body
  }
  const titles = Array.from({ length: 15 }, (_, at) => [
    `说明第${at + 1}条`,
    '请如实填写',
    '不得遗漏',
    '谢谢',
  ])
  const low = await sent(16, ...titles, ['小区', '楼栋', '门', '谁'], ['柳岸小区', '3栋', '108', '低处'])
  expect(low).toMatchObject({ total: 1, states: { waiting: 1 }, sheets: [{ headerRow: 16, rows: 1 }] })
  const people = [
    ['柳岸小区', '3栋', '108', '低处'],
    ['柳岸小区', '3栋', '109', '高处'],
  ]
  const blank = await sent(1, [' '], ...people)
  expect(blank).toMatchObject({ total: 2, states: { waiting: 2 }, sheets: [{ headerRow: 1, rows: 2 }] })
})

test('no rows are not all rows', async () => {
  const desk = world.as('community')
  const { body } = await send(desk, await fileOf(header, ['柳岸小区', '3栋', '110', '无选', '13800000004']))
  expect((await desk.post(`/api/register/imports/${body.id}/take`, { rows: [] })).status).toBe(400)
})

test('a file that is given up leaves nothing of what stood in it', async () => {
  const desk = world.as('community')
  const { body } = await send(desk, await fileOf(header, ['柳岸小区', '3栋', '105', '罢了', '13800000001']))
  const answer = await desk.post(`/api/register/imports/${body.id}/drop`, {})
  expect(answer.status).toBe(204)
  const kept = await world.sql(
    'owner',
    `select 1 from register_import_rows where import_id = $1 and plan is not null`,
    [body.id],
  )
  expect(kept).toEqual([])
})

test('others neither send nor see it', async () => {
  const bytes = await fileOf(header, ['柳岸小区', '3栋', '106', '旁人', '13800000002'])
  const { body } = await send(world.as('community'), bytes)
  expect((await send(world.as('worker'), bytes)).refusal).toBe('not_permitted')
  expect((await world.anonymous().get('/api/register/imports')).refusal).toBe('sign_in_needed')
  for (const way of ['', '/rows', '/returned?language=zh'])
    expect((await world.as('worker').get(`/api/register/imports/${body.id}${way}`)).refusal).toBe(
      'not_permitted',
    )
  const reach = [world.places.community2.id]
  const seen = await world.sql('app', 'select n from register_import_rows', [], {
    registerReach: reach,
    acts: ['register.import'],
  })
  expect(seen).toEqual([])
})

test('the journal has one line for the import and one for a chunk, with numbers alone', async () => {
  const desk = world.as('community')
  const bytes = await fileOf(header, ['柳岸小区', '3栋', '107', '记下', '13800000003'])
  const { body } = await send(desk, bytes)
  await desk.does(`/api/register/imports/${body.id}/take`, {})
  const lines = await world.sql<{ kind: string; data: object }>(
    'reader',
    `select kind, data from journal where subject = $1 order by n`,
    [body.id],
  )
  const fileHash = createHash('sha256').update(bytes).digest('hex')
  expect(lines).toEqual([
    { kind: 'register.chunk_imported', data: { firstRow: 1, lastRow: 1, taken: 1, stale: 0 } },
    { kind: 'register.imported', data: { taken: 1, stale: 0, fileHash } },
  ])
})
