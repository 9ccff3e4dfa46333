import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { must } from '../../people/door.ts'
import { makeCtx } from '../../platform/http/server.ts'
import { readSheet } from '../../platform/sheet/read-sheet.ts'
import { writeSheet } from '../../platform/sheet/write-sheet.ts'
import { loadExcel } from '../../platform/sheet/xlsx.ts'
import { systemWho } from '../../platform/system.ts'
import { openWorld, type World } from '../../testing/world.ts'
import { importMessages } from '../import/import-messages.ts'
import { countReplies, type Replies, type ReplyRow, repliesOf } from './replies-of.ts'

let world: World
let folder: string

const header = '留言编号,留言用户,留言主题,留言时间,留言详情,答复意见,答复时间'
const count = 1_203

beforeAll(async () => {
  world = await openWorld({ now: '2026-04-01T09:30:00+08:00' })
  folder = await mkdtemp(join(tmpdir(), 'linli-export-'))
  const take = (rows: readonly string[], system: string) =>
    importMessages(
      world.system,
      { source: Buffer.from([header, ...rows].join('\n')), name: 'a.csv' },
      { system },
    )
  await take(
    Array.from(
      { length: count },
      (_, at) => `${at},居民,灯,2026-03-01 09:00,望江区（演示）灯不亮,已修,2026-03-02`,
    ),
    'board',
  )
  await take(
    [
      'H-2,居民,灯,2026-03-01 09:00,望江区（演示）灯不亮,"=cmd|已修, ""好""",2026-03-20 10:00',
      'H-1,居民,灯,2026-03-01 09:00,望江区（演示）灯不亮,,',
    ],
    'hotline',
  )
})
afterAll(async () => {
  await rm(folder, { recursive: true })
  await world.close()
})

const rowsOf = (wanted: Replies): Promise<ReplyRow[]> => Array.fromAsync(repliesOf(world.system, wanted))

test('every case that came from a file goes back once, over pages and sources', async () => {
  const rows = await rowsOf({})
  expect(rows).toHaveLength(count + 2)
  expect(new Set(rows.map(({ source, sourceNumber }) => `${source}/${sourceNumber}`)).size).toBe(count + 2)
  expect(await countReplies(world.system)).toBe(count + 2)
})

test('one source’s cases, with stage, answer and local times', async () => {
  const matter = null
  expect(await rowsOf({ system: 'hotline' })).toEqual([
    {
      source: 'hotline',
      sourceNumber: 'H-1',
      number: expect.stringMatching(/^20260301-/),
      stage: 'accepted',
      matter,
      answer: null,
      repliedAt: null,
      closedAt: null,
    },
    {
      source: 'hotline',
      sourceNumber: 'H-2',
      number: expect.stringMatching(/^20260301-/),
      stage: 'closed',
      matter,
      answer: '=cmd|已修, "好"',
      repliedAt: '2026-03-20 10:00:00',
      closedAt: '2026-03-20 10:00:00',
    },
  ])
})

test.each([
  ['2026-03-02', count + 1],
  ['2026-03-03', 1],
  ['2026-03-20', 1],
  ['2026-03-21', 0],
])('since %s: %i', async (since, expected) => {
  expect(await rowsOf({ since })).toHaveLength(expected)
  expect(await countReplies(world.system, { since })).toBe(expected)
})

test('only a post that may export may', async () => {
  const parts = { district: world.district, clock: world.clock, must, committed: () => undefined }
  const ctx = makeCtx(parts, { ...systemWho([]), kind: 'staff' }, console)
  const no = { code: 'not_permitted' }
  await expect(repliesOf(ctx).next()).rejects.toMatchObject(no)
  await expect(countReplies(ctx)).rejects.toMatchObject(no)
})

async function* hostile() {
  for (const text of ['=1+1', '+86', '-3', '@SUM(A1)', '\t=1']) yield [text, null, '两\n行,"引号"']
}

test('what looks like a formula is text in a workbook', async () => {
  const path = join(folder, 'a.xlsx')
  expect(await writeSheet(path, ['甲', '乙', '=丙'], hostile())).toBe(5)
  const excel = await loadExcel()
  const workbook = new excel.Workbook()
  await workbook.xlsx.readFile(path)
  const sheet = workbook.worksheets[0]!
  for (const at of ['A2', 'A3', 'A4', 'A5', 'A6', 'C1', 'C2'])
    expect([sheet.getCell(at).type, sheet.getCell(at).numFmt]).toEqual([excel.ValueType.String, '@'])
  expect(sheet.getCell('A2').value).toBe('=1+1')
  expect(sheet.getCell('C2').value).toBe('两\n行,"引号"')
})

test('and in CSV it has a mark before it, and everything else comes back as it was', async () => {
  const path = join(folder, 'a.csv')
  await writeSheet(path, ['甲', '乙', '丙'], hostile())
  expect((await readFile(path, 'utf8')).slice(0, 11)).toBe("\ufeff甲,乙,丙\r\n'=1".slice(0, 11))
  const rows = await Array.fromAsync(readSheet(path, 'a.csv'))
  expect(rows.slice(1).map(({ cells }) => cells.get('A')?.text[0])).toEqual(["'", "'", "'", "'", "'"])
  expect(rows[1]!.cells.get('C')?.text).toBe('两\n行,"引号"')
})

test('a file that fails half-way does not appear', async () => {
  const failing = async function* () {
    yield ['1']
    throw new Error('half-way')
  }
  for (const name of ['b.xlsx', 'b.csv'])
    await expect(writeSheet(join(folder, name), ['甲'], failing())).rejects.toThrow('half-way')
  await expect(writeSheet(join(folder, 'b.txt'), ['甲'], failing())).rejects.toThrow()
  expect((await readdir(folder)).filter((name) => name.startsWith('b'))).toEqual([])
})
