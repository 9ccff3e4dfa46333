import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { partsOf, unpack } from '../../platform/sheet/zip.ts'
import { openWorld, type World } from '../../testing/world.ts'
import { act } from '../../testing/world-client.ts'
import type { ReportPaper } from './paper.contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld({ now: '2026-11-18T09:30:00+08:00' })
})
afterAll(() => world.close())

const path = '/api/figures/report/note'
const note = (over: object = {}) =>
  act({
    ...{ areaId: world.places.street1.id, kind: 'month', start: '2026-10-15' },
    ...{ seen: 0, words: '本月供暖诉求集中，已与供热单位会商。\n下月逐小区回访。' },
    ...over,
  })
const paperFor = async (who: 'centre' | 'street' | 'community', areaId: string) =>
  world.as(who).sees<ReportPaper>(`/api/figures/report/paper?kind=month&start=2026-10-01&areaId=${areaId}`)

test('a paragraph stands in the report, the file and the record; the second writer learns of the first', async () => {
  const { street1 } = world.places
  await world.as('street').does(path, note())
  expect((await world.as('centre').post(path, note({ words: '另写一段' }))).refusal).toBe('version_conflict')
  const paper = await paperFor('centre', street1.id)
  expect(paper.note).toMatchObject({
    ...{ name: '按语', seq: 1, mayWrite: true },
    paragraphs: ['本月供暖诉求集中，已与供热单位会商。', '下月逐小区回访。'],
  })
  const { rawPayload } = await world.app.inject({
    url: `/api/figures/report/file?kind=month&start=2026-10-01&areaId=${street1.id}`,
    headers: await world.as('street').headers(),
  })
  const part = partsOf(rawPayload).find(({ name }) => name === 'word/document.xml')!
  expect(await text(unpack(rawPayload, part))).toContain('下月逐小区回访。')
  const lines = await world.sql<{ seq: number; said: string }>(
    'owner',
    `select seq, data::text as said from journal where kind = 'report.noted'`,
  )
  expect(lines).toHaveLength(1)
  expect(lines[0]!.said).not.toContain('供暖')

  await world.as('centre').does(path, note({ seen: 1, words: ' ' }))
  expect((await paperFor('street', street1.id)).note).toMatchObject({ seq: 2, paragraphs: [] })
})

test('two who write the first paragraph at once are not both told that it stands', async () => {
  const at = { start: '2026-09-01' }
  const answers = await Promise.all(
    (['street', 'centre'] as const).map((who) => world.as(who).post(path, note({ ...at, words: who }))),
  )
  expect(answers.map(({ refusal }) => refusal ?? 'noted').sort()).toEqual(['noted', 'version_conflict'])
})

test('nobody writes in another’s report, nor of days to come, nor without the permission', async () => {
  expect((await world.as('street2').post(path, note({ seen: 2 }))).refusal).toBe('not_permitted')
  expect((await world.as('community').post(path, note({ seen: 2 }))).refusal).toBe('not_permitted')
  expect((await world.as('worker').post(path, note({ areaId: world.places.grid1.id }))).refusal).toBe(
    'not_permitted',
  )
  expect((await world.anonymous().post(path, note())).refusal).toBe('sign_in_needed')
  expect((await world.as('street').post(path, note({ start: '2026-12-01' }))).refusal).toBe('input_invalid')
  expect((await world.as('street').post(path, note({ words: '长'.repeat(2001) }))).refusal).toBe(
    'input_invalid',
  )
})

test('the rows of a street’s paragraphs are not another street’s', async () => {
  const { street1, street2 } = world.places
  await world.as('centre').does(path, note({ areaId: street2.id, words: '二街道的话' }))
  const { paragraphs } = (await paperFor('centre', street2.id)).note
  expect(paragraphs).toEqual(['二街道的话'])
  const seenBy = async (reach: readonly string[]) => {
    const rows = await world.sql<{ area_id: string }>('app', 'select area_id from report_notes', [], {
      reach: [...reach],
      units: [],
      acts: ['case.see'],
    })
    return [...new Set(rows.map((row) => row.area_id))]
  }
  expect(await seenBy([street1.id])).toEqual([street1.id])
  expect(await seenBy([street2.id])).toEqual([street2.id])
  expect(await seenBy([])).toEqual([])
})

test('a paragraph that was put back, moved or taken out behind the record is found', async () => {
  const { street2 } = world.places
  const at = { areaId: street2.id, start: '2026-08-01' }
  await world.as('centre').does(path, note({ ...at, words: '先写的' }))
  await world.as('centre').does(path, note({ ...at, seen: 1, words: '后写的' }))
  expect((await world.verify()).flaws).toEqual([])
  const tamper = (statement: string) => world.sql('owner', `update report_notes set ${statement}`)
  const found = async () => (await world.verify()).flaws.map(({ about }) => about)
  const [row] = await world.sql<{ id: string; words_id: string }>(
    'owner',
    `select id, words_id from report_notes where start = '2026-08-01'`,
  )
  const { id, words_id: words } = row!
  const flaw = `report note ${id}: not as its last line says`
  for (const [wrong, right] of [
    ['words_id = null', `words_id = '${words}'`],
    ['seq = 1', 'seq = 2'],
    [`start = '2026-07-01'`, `start = '2026-08-01'`],
  ]) {
    await tamper(`${wrong} where id = '${id}'`)
    expect(await found()).toEqual([flaw])
    await tamper(`${right} where id = '${id}'`)
    expect(await found()).toEqual([])
  }
  await world.sql('owner', `delete from report_notes where id = '${id}'`)
  expect(await found()).toEqual([flaw])
})
