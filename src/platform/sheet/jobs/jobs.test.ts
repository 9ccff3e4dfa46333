import { randomUUID } from 'node:crypto'
import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import excel from 'exceljs'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { type BareDistrict, bareDistrict, passerBy, postHolder } from '../../../testing/bare-district.ts'
import { steppedClock } from '../../../testing/world-clock.ts'
import type { Ctx } from '../../ctx.ts'
import type { TextRow } from '../write-sheet.ts'
import { forgetLists } from './forget-lists.ts'
import { keptHours } from './job.rule.ts'
import { jobFolder } from './job-files.ts'
import { ownJob, ownJobs, stopJob, takeJob } from './jobs.ts'
import { type LongList, writeBeside } from './write-beside.ts'

const clock = steppedClock('2026-11-18T09:00:00+08:00')
const areaId = '0192f000-0000-7000-8000-0000000000aa'
let bare: BareDistrict
let ctx: Ctx
beforeAll(async () => {
  bare = await bareDistrict(clock)
})
afterAll(() => bare.close())
/** Each test asks as somebody else. */
beforeEach(() => {
  const id = randomUUID()
  ctx = bare.ctx({ ...postHolder('centre', areaId), actor: `account:${id}`, accountId: id })
})

/** A list whose rows come as the test lets them; `onWritten` sees what is recorded. */
const listOf = (rows: AsyncIterable<TextRow>, onWritten = async (_rows: number) => undefined): LongList => ({
  ...{ fileName: 'cases-open', title: '在办', act: 'case.see', header: ['编号'], rows, chain: null },
  expected: async () => 3,
  cut: () => true,
  record: onWritten,
})
async function* numbered(count: number): AsyncGenerator<TextRow> {
  for (let n = 0; n < count; n += 1) yield [String(n)]
}
const begin = (list: LongList, requestId = randomUUID()) => writeBeside(ctx, { requestId }, list)
const ended = (id: string, state: string) =>
  vi.waitFor(async () => expect((await ownJob(ctx, id)).state).toBe(state), { timeout: 10_000 })
const files = () => readdir(jobFolder(bare.district))
const sweep = () => forgetLists(bare.district, clock.now().subtract({ hours: keptHours }))

test('a list is written beside the requests, recorded before it is done, and taken by whoever asked', async () => {
  const recorded: [number, string][] = []
  const requestId = randomUUID()
  const { id } = await begin(
    listOf(numbered(1200), async (rows) => {
      recorded.push([rows, (await ownJobs(ctx)).jobs[0]!.state])
    }),
    requestId,
  )
  expect(await ownJob(ctx, id)).toMatchObject({ id, title: '在办', taken: false })
  // Sent again because the answer was lost: the same, and not written twice.
  expect(await begin(listOf(numbered(7)), requestId)).toEqual({ id })
  await ended(id, 'done')
  expect(recorded).toEqual([[1200, 'running']])
  expect(await ownJob(ctx, id)).toMatchObject({
    rows: 1200,
    expected: 3,
    cut: true,
    fileName: 'cases-open-2026-11-18.xlsx',
  })
  const { name, bytes } = await takeJob(ctx, id)
  expect(name).toBe('cases-open-2026-11-18.xlsx')
  const book = new excel.Workbook()
  await book.xlsx.load(bytes as unknown as ArrayBuffer)
  expect(book.worksheets[0]!.rowCount).toBe(1201)
  expect((await ownJobs(ctx)).jobs).toMatchObject([{ id, taken: true }])
})

test('nobody else sees it, stops it or takes it, nor the same person without the power', async () => {
  const { id } = await begin(listOf(numbered(3)))
  await ended(id, 'done')
  const other = randomUUID()
  const others = [
    bare.ctx({ ...postHolder('centre', areaId), actor: `account:${other}`, accountId: other }),
    bare.ctx(passerBy),
  ]
  for (const stranger of others) {
    for (const way of [ownJob, stopJob, takeJob])
      await expect(way(stranger, id)).rejects.toMatchObject({ code: 'not_found' })
    expect(await ownJobs(stranger)).toEqual({ jobs: [] })
  }
  const dismissed = bare.ctx({ ...ctx.who, posts: [] })
  await expect(takeJob(dismissed, id)).rejects.toMatchObject({ code: 'not_permitted' })
})

test('one that is stopped ends at its next rows, and leaves neither file nor record', async () => {
  let go: () => void = () => undefined
  const halt = new Promise<void>((resolve) => {
    go = resolve
  })
  let recorded = false
  async function* waiting(): AsyncGenerator<TextRow> {
    yield* numbered(600)
    await halt
    yield* numbered(600)
  }
  const { id } = await begin(
    listOf(waiting(), async () => {
      recorded = true
    }),
  )
  await vi.waitFor(async () => expect((await ownJob(ctx, id)).rows).toBe(500))
  await expect(takeJob(ctx, id)).rejects.toMatchObject({ code: 'not_found' })
  expect(await stopJob(ctx, id)).toMatchObject({ state: 'stopped' })
  go()
  await vi.waitFor(async () => expect((await files()).filter((name) => name.startsWith(id))).toEqual([]))
  expect([recorded, (await ownJob(ctx, id)).state]).toEqual([false, 'stopped'])
})

test('one that fails says so; one of which nothing is heard is lost; no third is begun beside two', async () => {
  async function* broken(): AsyncGenerator<TextRow> {
    yield ['1']
    throw new Error('the database went away')
  }
  const said: unknown[] = []
  ctx = { ...ctx, log: { ...ctx.log, error: (...what: unknown[]) => void said.push(what.at(-1)) } }
  const { id } = await begin(listOf(broken()))
  await ended(id, 'failed')
  expect(said).toEqual(['list not written'])

  let go: () => void = () => undefined
  const halt = new Promise<void>((resolve) => {
    go = resolve
  })
  async function* waiting(): AsyncGenerator<TextRow> {
    await halt
    yield ['1']
  }
  const two = [await begin(listOf(waiting())), await begin(listOf(waiting()))]
  await expect(begin(listOf(numbered(1)))).rejects.toMatchObject({ code: 'sheets_running' })
  clock.advance({ minutes: 2 })
  expect(await ownJob(ctx, two[0]!.id)).toMatchObject({ state: 'lost' })
  go()
  for (const one of two) await ended(one.id, 'done')
})

test('after a day it can be taken no more, and its file goes with what a dead server left half written', async () => {
  const { id } = await begin(listOf(numbered(2)))
  await ended(id, 'done')
  const half = `${randomUUID()}.xlsx.${randomUUID()}`
  await writeFile(join(jobFolder(bare.district), half), 'x')
  await sweep()
  expect(await files()).toContain(`${id}.xlsx`)
  expect(await files()).not.toContain(half)
  // A backup that was put back brought the rows, and no file.
  const lost = await begin(listOf(numbered(2)))
  await ended(lost.id, 'done')
  await rm(join(jobFolder(bare.district), `${lost.id}.xlsx`))
  await expect(takeJob(ctx, lost.id)).rejects.toMatchObject({ code: 'not_found' })
  clock.advance({ hours: 25 })
  await expect(takeJob(ctx, id)).rejects.toMatchObject({ code: 'not_found' })
  await sweep()
  expect(await files()).toEqual([])
})
