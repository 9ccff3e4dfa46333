import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../testing/world.ts'
import { readCatalogue } from './catalogue.rule.ts'
import { readCatalogueFile } from './catalogue-file.ts'
import { catalogueCells } from './catalogue-row.rule.ts'
import type {
  CatalogueDays,
  CatalogueDiff,
  DraftMatter,
  Matter,
  MatterAnnounced,
  MatterHistory,
  MatterPreview,
} from './contract.ts'
import { currentMatters } from './matters.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const today = '2026-11-18'
const tomorrow = '2026-11-19'
const historyOf = (code: string) => world.as('administrator').sees<MatterHistory>(`/api/catalogue/${code}`)
const latest = async (code: string): Promise<Matter> => (await historyOf(code)).versions[0]!.matter
const draftOf = ({ id, ...matter }: Matter, change: Partial<Matter>, fromDay = tomorrow): DraftMatter => ({
  matter: { ...matter, ...change },
  baseId: id,
  fromDay,
})
const act = (body: object) => ({ requestId: randomUUID(), ...body })

test('a draft says what it would change, announced it holds from its day, and the past stays', async () => {
  const lamp = await latest('FA01')
  const resolution = { amount: 5, unit: 'working_day' as const }
  const draft = draftOf(lamp, { resolution, keywords: ['路灯', '街灯'] })
  const centre = world.as('centre')
  expect(await centre.does<MatterPreview>('/api/catalogue/preview', draft)).toMatchObject({
    kind: 'changed',
    before: { resolution: { amount: 3 } },
    after: { resolution },
    fields: ['resolution', 'keywords'],
    faults: [],
  })
  const body = act(draft)
  const done = await centre.does<MatterAnnounced>('/api/catalogue', body)
  expect(done).toEqual({ code: 'FA01', fromDay: tomorrow, kind: 'changed' })
  expect(await centre.does('/api/catalogue', body)).toEqual(done)
  const { versions } = await historyOf('FA01')
  expect(
    versions.map(({ validFrom, validTo, matter, changed }) => [
      validFrom,
      validTo,
      matter.resolution.amount,
      changed,
    ]),
  ).toEqual([
    [tomorrow, null, 5, ['resolution', 'keywords']],
    ['2020-01-01', tomorrow, 3, null],
  ])
  expect((await currentMatters(world.system)).find(({ code }) => code === 'FA01')).toMatchObject({
    id: lamp.id,
  })
  const lines = await world.sql<{ data: object }>(
    'owner',
    `select data from journal where kind = 'matter.catalogue_imported' order by n`,
  )
  expect(lines.at(-1)?.data).toMatchObject({ fromDay: tomorrow, added: 0, changed: 1, retired: 0 })
  expect((await centre.post('/api/catalogue', act(draft))).refusal).toBe('version_conflict')
})

test('any two days are compared field by field, and the days of change are known', async () => {
  const community = world.as('community')
  const diff = await community.sees<CatalogueDiff>(`/api/catalogue/diff?from=${today}&to=${tomorrow}`)
  expect(diff.changed.map(({ after, fields }) => [after.code, fields])).toEqual([
    ['FA01', ['resolution', 'keywords']],
  ])
  expect([diff.added, diff.retired]).toEqual([[], []])
  const { days } = await community.sees<CatalogueDays>('/api/catalogue/days')
  expect(days).toEqual([
    { day: tomorrow, added: 0, changed: 1, retired: 0 },
    { day: '2020-01-01', added: 12, changed: 0, retired: 0 },
  ])
})

test('a new matter and a retired one; a day later another may use neither its code nor its base', async () => {
  const administrator = world.as('administrator')
  const { id: _id, ...noise } = await latest('HJ03')
  const fresh = { matter: { ...noise, code: 'HJ09', nameZh: '夜间施工' }, baseId: null, fromDay: today }
  expect(await administrator.does<MatterPreview>('/api/catalogue/preview', fresh)).toMatchObject({
    kind: 'added',
  })
  expect(await administrator.does('/api/catalogue', act(fresh))).toMatchObject({ kind: 'added' })
  expect((await administrator.post('/api/catalogue', act(fresh))).refusal).toBe('version_conflict')
  const retired = await administrator.does<MatterAnnounced>(
    '/api/catalogue/HJ09/retire',
    act({ fromDay: tomorrow }),
  )
  expect(retired).toEqual({ code: 'HJ09', fromDay: tomorrow, kind: 'retired' })
  expect((await historyOf('HJ09')).versions[0]).toMatchObject({ validFrom: today, validTo: tomorrow })
  const again = await administrator.post('/api/catalogue/HJ09/retire', act({ fromDay: tomorrow }))
  expect(again.refusal).toBe('matter_unknown')
  const later = { ...fresh, fromDay: '2026-12-01' }
  expect(await administrator.does('/api/catalogue', act(later))).toMatchObject({ kind: 'added' })
  const sooner = { ...fresh, baseId: (await latest('HJ09')).id, fromDay: '2026-11-25' }
  expect((await administrator.post('/api/catalogue', act(sooner))).refusal).toBe('version_conflict')
})

test.each([
  ['a past day', { fromDay: '2026-11-17' }, {}, 'input_invalid'],
  ['today, which has begun', { fromDay: today }, {}, 'input_invalid'],
  ['another unit for what the host is in charge of', {}, { hostRole: 'in_charge' }, 'input_invalid'],
  ['an empty name', {}, { nameZh: '' }, 'input_invalid'],
  ['a version that nobody knows', { baseId: randomUUID() }, {}, 'version_conflict'],
] as const)('%s is refused', async (_, part, change, refusal) => {
  const draft = { ...draftOf(await latest('HJ02'), change as Partial<Matter>), ...part }
  expect((await world.as('centre').post('/api/catalogue', act(draft))).refusal).toBe(refusal)
})

test('a draft at fault names the column and the reason', async () => {
  const draft = draftOf(await latest('HJ02'), {
    answers: 'nobody:any',
    resolution: { amount: 5000, unit: 'clock_hour' },
  })
  const { faults, after } = await world.as('centre').does<MatterPreview>('/api/catalogue/preview', draft)
  expect(after).toBeNull()
  expect(faults.map(({ column, reason }) => [column, reason])).toEqual([
    ['answers', 'unit_unknown'],
    ['resolution', 'allowance_form'],
  ])
})

test('who may: the past is for staff, announcing for those who keep the catalogue', async () => {
  const draft = draftOf(await latest('HJ02'), { nameEn: 'Stall' })
  expect((await world.anonymous().get('/api/catalogue/HJ02')).refusal).toBe('sign_in_needed')
  expect((await world.resident().get('/api/catalogue/HJ02')).refusal).toBe('not_permitted')
  expect((await world.resident().get('/api/catalogue/days')).refusal).toBe('not_permitted')
  expect((await world.as('community').get('/api/catalogue/ZZ99')).refusal).toBe('matter_unknown')
  for (const [path, body] of [
    ['/api/catalogue', draft],
    ['/api/catalogue/preview', draft],
    ['/api/catalogue/HJ02/retire', { fromDay: draft.fromDay }],
  ] as const)
    expect((await world.as('community').post(path, act(body))).refusal).toBe('not_permitted')
  expect((await world.as('community').get('/api/catalogue/sheet')).refusal).toBe('not_permitted')
})

test.each(['zh', 'en'])('the catalogue goes out in %s and comes in again as it is', async (language) => {
  const response = await world.app.inject({
    url: `/api/catalogue/sheet?language=${language}`,
    headers: await world.as('centre').headers(),
  })
  expect(response.headers['content-disposition']).toBe('attachment; filename="catalogue-2026-11-18.xlsx"')
  const matters = await currentMatters(world.system)
  const asWritten = matters.map((matter, at) => ({ rowNumber: at + 2, cells: catalogueCells(matter, 'en') }))
  expect(matters.length).toBeGreaterThanOrEqual(12)
  expect(readCatalogue(await readCatalogueFile(response.rawPayload, 'catalogue.xlsx'))).toEqual(
    readCatalogue(asWritten),
  )
})
