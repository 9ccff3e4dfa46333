import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readSheet } from '../../platform/sheet/read-sheet.ts'
import { verify } from '../../platform/verify.ts'
import { type FaultyMessages, faultyMessages } from '../../testing/faulty-messages.ts'
import { openWorld, type World } from '../../testing/world.ts'
import { type Answer, type Person, personAt, type Upload } from '../../testing/world-client.ts'
import type { CaseStory, DeskPage } from '../story.contract.ts'
import { caseWitness } from '../witness.ts'
import type { ImportPage, ImportResult } from './contract.ts'
import { importMessages } from './import-messages.ts'

let world: World
let planted: FaultyMessages

beforeAll(async () => {
  world = await openWorld({ now: '2026-04-01T09:30:00+08:00' })
  planted = await faultyMessages()
})
afterAll(() => world.close())

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const send = (
  who: Person,
  bytes: Buffer,
  fields: Upload['fields'] = {},
  name = 'messages.xlsx',
): Promise<Answer<ImportResult>> =>
  who.upload<ImportResult>('/api/imports/messages', { bytes, type: workbook, name, fields })

const header = '留言编号,留言用户,留言主题,留言时间,留言详情,答复意见,答复时间'
const sheetOf = (...rows: string[]) => Buffer.from([header, ...rows].join('\r\n'))
const sendRows = (rows: readonly string[], fields: Upload['fields'] = {}) =>
  send(world.as('centre'), sheetOf(...rows), fields, 'messages.csv')

/** The id of the case that has this number in the source. */
async function caseOf(sourceNumber: string, system = 'messages'): Promise<string> {
  const rows = await world.sql<{ id: string }>(
    'reader',
    'select id from cases where source_system = $1 and source_number = $2',
    [system, sourceNumber],
  )
  return rows[0]!.id
}

const story = async (sourceNumber: string, who = world.as('centre')) =>
  who.sees<CaseStory>(`/api/cases/${await caseOf(sourceNumber)}`)

const flaws = async () => (await verify(world.district, [], [caseWitness])).flaws

describe('a file with planted faults', () => {
  test('has each named by row and column, and the rest in', async () => {
    const { status, body } = await send(world.as('centre'), planted.file)
    expect(status).toBe(201)
    expect(
      body.faults.map(({ rowNumber, column, reason }) => [rowNumber, column.letter, reason]).sort(),
    ).toEqual(planted.planted.map(({ rowNumber, letter, reason }) => [rowNumber, letter, reason]).sort())
    const badRows = new Set(planted.planted.map(({ rowNumber }) => rowNumber)).size
    expect(body).toMatchObject({
      kind: 'messages',
      fileName: 'messages.xlsx',
      total: planted.goodNumbers.length + badRows,
      added: planted.goodNumbers.length,
      known: 0,
      answered: 0,
      refused: badRows,
      blank: planted.blankRows,
    })
    const numbers = await world.sql<{ source_number: string }>(
      'reader',
      'select source_number from cases where source_system = $1',
      ['messages'],
    )
    expect(numbers.map((row) => row.source_number).sort()).toEqual([...planted.goodNumbers].sort())
  })

  test('once more adds nothing, and both imports are told on the district’s chain', async () => {
    const first = await world.as('administrator').sees<ImportPage>('/api/imports')
    const { body } = await send(world.as('administrator'), planted.file)
    expect(body).toMatchObject({ added: 0, known: planted.goodNumbers.length, answered: 0 })
    const lines = await world.sql<{ subject: string; data: object }>(
      'reader',
      `select subject, data from journal where chain = $1 and kind = 'import.done' order by n`,
      [world.places.district.id],
    )
    expect(lines.map(({ subject }) => subject)).toEqual([first.rows[0]!.id, body.id])
    expect(lines[1]!.data).toEqual({
      kind: 'messages',
      total: body.total,
      added: 0,
      known: body.known,
      refused: body.refused,
      fileHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
  })

  test('comes back as a sheet to those who may import', async () => {
    const { rows, next } = await world.as('centre').sees<ImportPage>('/api/imports?limit=1')
    expect(rows).toHaveLength(1)
    expect(next).toBe(rows[0]!.id)
    const url = `/api/imports/${rows[0]!.id}/returned`
    const headers = { ...(await world.as('centre').headers()) }
    const answer = await world.app.inject({ url, headers })
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, workbook])
    const sheet = await Array.fromAsync(readSheet(answer.rawPayload, 'returned.xlsx'))
    expect(sheet).toHaveLength(rows[0]!.refused + 1)
    // It names people: it goes out on the record, and to nobody's program.
    const lines = await world.sql<{ actor: string; data: object }>(
      'owner',
      `select actor, data from journal where kind = 'list.exported' order by n`,
    )
    expect(lines).toEqual([
      {
        actor: `account:${world.staff.centre.accountId}`,
        data: { list: 'returned-rows', filters: 0, rows: rows[0]!.refused },
      },
    ])
    const { key } = await world.as('administrator').does<{ key: string }>('/api/services', {
      name: '数据中台',
      acts: ['import.run'],
      areaId: world.places.district.id,
      endsOn: '2027-01-31',
    })
    const program = personAt(world.app, async () => ({ authorization: `Bearer ${key}` }))
    expect((await program.get('/api/imports')).status).toBe(200)
    expect((await program.get(url)).refusal).toBe('not_permitted')
    for (const who of [world.as('community'), world.as('evaluator')])
      expect((await who.get(url)).refusal).toBe('not_permitted')
    const elsewhere = await world
      .as('centre')
      .get('/api/imports/01900000-0000-7000-8000-000000000000/returned')
    expect(elsewhere.refusal).toBe('not_found')
  })

  test('keeps nothing of its rows beside the sheet', async () => {
    const kept = await world.sql<{ faults: unknown }>('reader', 'select faults from imports')
    expect(JSON.stringify(kept)).not.toMatch(/演示居民|路灯|已安排/)
    const lines = await world.sql('reader', `select data from journal`)
    expect(JSON.stringify(lines)).not.toMatch(/演示居民|路灯|已安排/)
  })
})

describe('history', () => {
  test('an answered message is closed, with the reply and its time in its story', async () => {
    const told = await story('WJ-1000')
    expect(told).toMatchObject({
      stage: 'closed',
      source: 'file',
      sourceNumber: 'WJ-1000',
      acceptedAt: '2026-03-02T00:05:00.000Z',
      reporter: { name: '演**', phone: null },
    })
    expect(told.words).toMatch(/^望江区（演示）二号楼/)
    expect(told.number).toMatch(/^20260302-/)
    expect(told.timeline).toMatchObject([
      { seq: 1, kind: 'case.accepted', at: '2026-03-02T00:05:00.000Z' },
      {
        seq: 2,
        kind: 'case.history',
        at: '2026-03-03T08:20:00.000Z',
        texts: [{ kind: 'answer', body: '已安排电工更换，谢谢您的留言。' }],
        facts: { repliedAt: '2026-03-03T08:20:00.000Z', closedAt: '2026-03-03T08:20:00.000Z' },
      },
    ])
    expect(told.response.stoppedAt).toBe('2026-03-03T08:20:00.000Z')
  })

  test('an unanswered one waits to be screened, and a later file with its reply ends it', async () => {
    const open = 'N-1,演示居民,灯,2026-03-30 09:00,望江区（演示）二号楼的灯不亮,,'
    expect((await sendRows([open])).body).toMatchObject({ added: 1 })
    const id = await caseOf('N-1')
    const waiting = await world.as('centre').sees<DeskPage>('/api/desk?queue=screen')
    expect(waiting.rows.map((row) => row.id)).toContain(id)
    const answered = `${open.slice(0, -1)}已换灯泡,2026-03-31 10:00`
    expect((await sendRows([answered])).body).toMatchObject({ added: 0, known: 1, answered: 1 })
    expect((await sendRows([answered])).body).toMatchObject({ added: 0, known: 1, answered: 0 })
    expect(await story('N-1')).toMatchObject({ stage: 'closed', timeline: [{}, { kind: 'case.history' }] })
  })

  test('what somebody took up here is not ended by a file', async () => {
    const open = 'N-2,演示居民,灯,2026-03-30 09:00,望江区（演示）三号楼的灯不亮,,'
    await sendRows([open])
    const at = `/api/cases/${await caseOf('N-2')}`
    const body = { requestId: crypto.randomUUID(), matter: 'FA02', summary: '楼道灯不亮需要修理' }
    await world.as('centre').does(`${at}/screen`, body)
    const answered = await sendRows([`${open.slice(0, -1)}已换灯泡,2026-03-31 10:00`])
    expect(answered.body).toMatchObject({ known: 1, answered: 0 })
    expect(await story('N-2')).toMatchObject({ stage: 'screened' })
  })

  test('a report of wrongdoing is reached by the district alone', async () => {
    await sendRows(['N-3,演示居民,举报,2026-03-30 09:00,我要举报望江区（演示）某干部贪污受贿,,'])
    expect(await story('N-3')).toMatchObject({ confidential: true, stage: 'accepted' })
    const seen = await world.as('community').get(`/api/cases/${await caseOf('N-3')}`)
    expect(seen.refusal).toBe('not_found')
  })
})

test('another source may use the same numbers', async () => {
  const row = 'WJ-1000,演示居民,灯,2026-03-30 09:00,望江区（演示）四号楼的灯不亮,,'
  expect((await sendRows([row], { source: 'hotline' })).body).toMatchObject({ added: 1, known: 0 })
})

test.each([
  ['a community desk', () => send(world.as('community'), planted.file), 'not_permitted'],
  ['nobody', () => send(world.anonymous(), planted.file), 'sign_in_needed'],
  [
    'a missing column',
    () => send(world.as('centre'), Buffer.from('a,b\n1,2'), {}, 'a.csv'),
    'import_header_missing',
  ],
  [
    'no sheet at all',
    () => send(world.as('centre'), Buffer.from('%PDF'), {}, 'a.pdf'),
    'file_kind_not_accepted',
  ],
  ['a source’s name', () => sendRows([], { source: 'a b' }), 'input_invalid'],
  ['a zone', () => sendRows([], { timeZone: 'Asia/Nowhere' }), 'input_invalid'],
])('is refused: %s', async (_, act, code) => {
  const before = await world.sql('reader', 'select id from imports')
  expect((await act()).refusal).toBe(code)
  expect(await world.sql('reader', 'select id from imports')).toEqual(before)
})

test('two at once bring each message in once', async () => {
  const rows = Array.from(
    { length: 450 },
    (_, at) => `T-${at},演示居民,灯,2026-03-30 09:00,望江区（演示）${at}号楼的灯不亮,已修,2026-03-31`,
  )
  const results = await Promise.all([sendRows(rows), sendRows(rows)])
  expect(results.map(({ status }) => status)).toEqual([201, 201])
  expect(results[0]!.body.added + results[1]!.body.added).toBe(450)
})

test('a file that breaks off leaves whole batches, and once mended the rest comes in', async () => {
  const row = (at: number) => `B-${at},演示居民,灯,2026-03-30 09:00,望江区（演示）${at}号楼的灯不亮,,`
  const rows = Array.from({ length: 500 }, (_, at) => row(at))
  const sent = (await sendRows(rows.with(450, `B-450,"演示居民,灯`))).refusal
  expect(sent).toBe('import_file_unreadable')
  const entered = await world.sql<{ cases: number; told: number }>(
    'reader',
    `select count(distinct c.id) as cases, count(j.subject) as told from cases c
     left join journal j on j.subject = c.id where c.source_number like 'B-%'`,
  )
  expect(entered).toEqual([{ cases: 400, told: 400 }])
  expect((await sendRows(rows)).body).toMatchObject({ total: 500, added: 100, known: 400 })
})

test('everything verifies', async () => {
  await world.followersSettled()
  expect(await flaws()).toEqual([])
})

const real = new URL('../../../../shared/data/citizen-messages.xlsx', import.meta.url)
test.skipIf(!existsSync(real))(
  '1,414 real messages come in, none refused, none twice (skipped where the file is not)',
  async () => {
    const whole = await openWorld({ now: '2026-04-01T09:30:00+08:00' })
    try {
      const file = { source: await readFile(real), name: basename(real.pathname) }
      const first = await importMessages(whole.system, file)
      expect(first).toMatchObject({ total: 1_414, added: 1_414, known: 0, refused: 0, faults: [] })
      const again = await importMessages(whole.system, { ...file, source: real.pathname })
      expect(again).toMatchObject({ total: 1_414, added: 0, known: 1_414, refused: 0 })
      const verdict = await verify(whole.district, [], [caseWitness])
      expect(verdict).toMatchObject({ flaws: [], lines: expect.any(Number) })
      expect(verdict.texts).toBeGreaterThan(1_414 * 3)
    } finally {
      await whole.close()
    }
  },
)
