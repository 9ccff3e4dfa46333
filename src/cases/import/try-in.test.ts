import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readSheet } from '../../platform/sheet/read-sheet.ts'
import { faultyMessages } from '../../testing/faulty-messages.ts'
import { openWorld, type World } from '../../testing/world.ts'
import type { ImportResult, ImportTrial } from './contract.ts'

let world: World
let faulty: Buffer
beforeAll(async () => {
  world = await openWorld({ now: '2026-04-01T09:30:00+08:00' })
  faulty = (await faultyMessages()).file
})
afterAll(() => world.close())

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const send = <Body>(path: string, bytes: Buffer, name: string, fields: Record<string, string> = {}) =>
  world.as('centre').upload<Body>(path, { bytes, type: xlsx, name, fields })
const tried = async (bytes: Buffer, name: string, fields: Record<string, string> = {}) => {
  const { status, body } = await send<ImportTrial>('/api/imports/messages/try', bytes, name, fields)
  expect(status).toBe(200)
  return body
}
const everything = () =>
  world.sql(
    'owner',
    `select (select count(*) from cases) as cases, (select count(*) from imports) as imports,
       (select count(*) from journal) as lines, (select count(*) from sealed_texts) as texts`,
  )

test('a rehearsal says what the import then does, and writes nothing', async () => {
  const before = await everything()
  const trial = await tried(faulty, 'faulty.xlsx')
  expect(await everything()).toEqual(before)
  const { body: done } = await send<ImportResult>('/api/imports/messages', faulty, 'faulty.xlsx')
  const counts = ({
    total,
    added,
    known,
    refused,
    blank,
    answered,
    faults,
  }: ImportTrial['outcome'] & object) => ({
    total,
    added,
    known,
    refused,
    blank,
    answered,
    faults,
  })
  expect(trial.outcome).not.toBeNull()
  expect(counts(trial.outcome!)).toEqual(counts({ ...done, first: [] }))
  expect(trial.outcome!.first).toHaveLength(5)
  expect(trial.outcome!.first[0]).toMatchObject({ known: false, sourceNumber: expect.stringMatching(/^WJ-/) })
  const again = await tried(faulty, 'faulty.xlsx')
  expect(again.outcome).toMatchObject({ added: 0, known: done.added, refused: done.refused })
  expect(again.outcome!.first.every(({ known }) => known)).toBe(true)
})

const strange = Buffer.from('流水,谁,何时,说了什么\nX-1,某居民,2026-03-01 09:00,望江区（演示）路灯不亮\n')

test('a file with other names is matched by hand, rehearsed and taken in', async () => {
  const unmatched = await tried(strange, 'strange.csv')
  expect(unmatched.outcome).toBeNull()
  expect(unmatched.columns.found.map(({ letter, name, samples }) => [letter, name, samples[0]])).toEqual([
    ['A', '流水', 'X-1'],
    ['B', '谁', '某居民'],
    ['C', '何时', '2026-03-01 09:00'],
    ['D', '说了什么', '望江区（演示）路灯不亮'],
  ])
  const chosen = { rowNumber: 1, letters: { number: 'A', user: 'B', time: 'C', words: 'D' } }
  const columns = JSON.stringify(chosen)
  expect((await tried(strange, 'strange.csv', { columns })).outcome).toMatchObject({
    added: 1,
    refused: 0,
    first: [{ sourceNumber: 'X-1', reporter: '某居民', occurredAt: '2026-03-01T01:00:00.000Z' }],
  })
  expect((await send('/api/imports/messages', strange, 'strange.csv')).refusal).toBe('import_header_missing')
  expect((await send('/api/imports/messages', strange, 'strange.csv', { columns })).body).toMatchObject({
    added: 1,
  })
})

test.each([
  ['a column twice', { number: 'A', time: 'C', words: 'A' }, 'import_header_repeated'],
  ['a needed column left out', { number: 'A', time: 'C' }, 'import_header_missing'],
])('%s is refused', async (_, letters, refusal) => {
  const columns = JSON.stringify({ rowNumber: 1, letters })
  expect((await send('/api/imports/messages', strange, 'a.csv', { columns })).refusal).toBe(refusal)
})

test.each(['{', '{"rowNumber":0,"letters":{}}', '[]'])('columns that say %s are refused', async (columns) => {
  expect((await send('/api/imports/messages/try', strange, 'a.csv', { columns })).refusal).toBe(
    'input_invalid',
  )
})

test('another city’s requests come in by the browser too', async () => {
  const header = 'CASE_ENQUIRY_ID,OPEN_DT,TARGET_DT,CLOSED_DT,TYPE,OnTime_Status'
  const file = Buffer.from(
    `${header}\n1,2026-03-01 09:00:00,2026-03-03 09:00:00,2026-03-02 09:00:00,Lamp,ONTIME\n`,
  )
  const trial = await send<ImportTrial>('/api/imports/requests/try', file, 'r.csv')
  expect(trial.body.outcome).toMatchObject({
    added: 1,
    refused: 0,
    first: [{ closedAt: expect.any(String) }],
  })
  expect((await send<ImportResult>('/api/imports/requests', file, 'r.csv')).body).toMatchObject({ added: 1 })
})

test('who may: those who import; a rehearsal is no way round', async () => {
  const upload = (person: ReturnType<World['as']>) =>
    person.upload('/api/imports/messages/try', { bytes: strange, type: 'text/csv', name: 'a.csv' })
  expect((await upload(world.as('community'))).refusal).toBe('not_permitted')
  expect((await upload(world.anonymous())).refusal).toBe('sign_in_needed')
  expect((await world.as('community').get(`/api/imports/running/${randomUUID()}`)).refusal).toBe(
    'not_permitted',
  )
  expect((await world.as('community').get('/api/imports/sheet')).refusal).toBe('not_permitted')
})

test('whoever sends a large file hears how far it has come, and nobody else does', async () => {
  const rows = Array.from({ length: 1_500 }, (_, at) => `P-${at},2026-03-01 09:00,望江区（演示）路灯不亮`)
  const file = Buffer.from(['编号,受理时间,内容', ...rows].join('\n'))
  const runId = randomUUID()
  const ask = (name: 'centre' | 'administrator') =>
    world.as(name).sees<{ progress: { done: number; of: number } | null }>(`/api/imports/running/${runId}`)
  const sending = send<ImportResult>('/api/imports/messages', file, 'many.csv', { runId })
  const heard: number[] = []
  let isOver = false
  const over = sending.then(() => {
    isOver = true
  })
  while (!isOver) {
    const { progress } = await ask('centre')
    if (progress) {
      heard.push(progress.done)
      expect((await ask('administrator')).progress).toBeNull()
    }
  }
  await over
  expect((await sending).body.added).toBe(1_500)
  expect(heard.at(-1)).toBeGreaterThan(0)
  expect((await ask('centre')).progress).toBeNull()
})

test('the imports go out as a sheet', async () => {
  const headers = await world.as('centre').headers()
  const { rawPayload } = await world.app.inject({ url: '/api/imports/sheet', headers })
  const rows = await Array.fromAsync(readSheet(rawPayload, 'imports.xlsx'))
  expect(rows.map(({ cells }) => cells.get('B')?.text).sort()).toEqual([
    'faulty.xlsx',
    'many.csv',
    'r.csv',
    'strange.csv',
    '文件',
  ])
})
