import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import canonicalize from 'canonicalize'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { BodyPage } from '../../organisations/body.contract.ts'
import { writeList } from '../../platform/sheet/send-sheet.ts'
import { type BodyFileRow, type BodyPages, bodyWorkbook } from '../../testing/body-workbook.ts'
import { openWorld, type World } from '../../testing/world.ts'
import { placeCodes } from '../../testing/world-places.ts'
import type { BodyFileResult } from './body-file.contract.ts'
import type { BodyView } from './office.contract.ts'

let world: World
let folder: string
beforeAll(async () => {
  world = await openWorld({ now: '2026-11-18T09:00:00+08:00' })
  folder = await mkdtemp(join(tmpdir(), 'linli-bodies-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
  await world.close()
})

const workbook = async (pages: BodyPages, language: 'zh' | 'en' = 'zh') => ({
  bytes: await bodyWorkbook(pages, language),
  type: 'application/octet-stream',
  name: 'bodies.xlsx',
})

type Upload = { readonly bytes: Buffer; readonly type: string; readonly name: string }
const rehearse = async (file: Upload, who: 'administrator' | 'street' = 'administrator') =>
  (await world.as(who).upload<BodyFileResult>('/api/bodies/file/try', file)).body
const take = async (file: Upload, who: 'administrator' | 'street' = 'administrator') =>
  (await world.as(who).upload<BodyFileResult>('/api/bodies/file', file)).body

const sound: BodyPages = {
  // The group stands above its branch, and the branch above its committee: order does not count.
  bodies: [
    ['XZ-1', '党小组', '柳岸3栋党小组', '', 'ZB-1', placeCodes.building1, '', '', '2025/3/1'],
    ['ZB-1', '党支部', '柳岸小区党支部', 'Liu’an Branch', 'DW-1', placeCodes.estate1, '', '', '2024年6月1日'],
    ['DW-1', '社区党委', '柳巷社区党委', '', null, placeCodes.community1, '', '0999-8880011', null],
    ['YW-1', '业主委员会', '柳岸小区业委会', '', null, placeCodes.estate1, '', '', '2023-05-20'],
  ],
  offices: [
    ['YW-1', '委员', '5', '36'],
    ['YW-1', '财务监督', '1', '12'],
    ['property1', '项目负责人', null, '无'],
  ],
  terms: [
    ['DW-1', '书记', 'R001', '孟书记', '2024-01-15', null, null, null],
    ['committee1', '主任', 'R001', '孟书记', '2024-02-01', null, null, null],
    ['YW-1', '主任', null, '田小禾', '2023-05-20', null, null, null],
    ['YW-1', '委员', null, '姜一帆', '2020-05-20', '2023-05-20', '2023-05-20', '任期届满'],
    ['YW-1', '财务监督', null, '姜一帆', '2026-01-01', null, null, null],
  ],
}

test('a file is looked at without a trace, comes in whole, and once more changes nothing', async () => {
  const file = await workbook(sound)
  const told = await rehearse(file)
  expect(told).toEqual({
    bodies: { added: 4, changed: 0, same: 0 },
    offices: { added: 1, changed: 1, same: 1 },
    terms: { added: 5, changed: 0, same: 0 },
    people: { added: 3, changed: 0, same: 0 },
    faults: [],
  })
  expect((await world.as('street').sees<BodyPage>('/api/bodies?kind=party_group')).of).toBe(0)
  expect(await take(file)).toEqual(told)
  const [owners] = (await world.as('street').sees<BodyPage>('/api/bodies?kind=owners_committee')).rows
  const seen = await world.as('street').sees<BodyView>(`/api/bodies/${owners!.id}`)
  expect(seen.body).toMatchObject({ code: 'YW-1', foundedOn: '2023-05-20' })
  expect(
    seen.offices.map(({ nameZh, seats, termMonths, terms }) => [nameZh, seats, termMonths, terms[0]?.endsOn]),
  ).toEqual([
    ['主任', 1, 60, '2028-05-20'],
    ['副主任', 1, 60, undefined],
    ['委员', 5, 36, undefined],
    ['财务监督', 1, 12, '2027-01-01'],
  ])
  expect(seen.past).toMatchObject([{ holder: { name: '姜一帆' }, reason: 'term_over' }])
  const again = await take(file)
  expect(again).toMatchObject({
    bodies: { added: 0, changed: 0, same: 4 },
    offices: { added: 0, changed: 0, same: 3 },
    terms: { added: 0, changed: 0, same: 5 },
    people: { added: 0, same: 3 },
    faults: [],
  })
})

test('nobody takes up an office that they hold by another term; one to come may be called off', async () => {
  const name = '艾力·买买提'
  const before: BodyFileRow = ['YW-1', '委员', null, name, '2020-05-20', null, '2023-05-20', '任期届满']
  const calledOff: BodyFileRow = ['YW-1', '副主任', null, name, '2027-03-01', null, '2027-03-01', '录入有误']
  const rows = [before, ['YW-1', '委员', null, name, '2026-05-20', null, null, null], calledOff]
  expect(await take(await workbook({ terms: rows }))).toMatchObject({ terms: { added: 3 }, faults: [] })
  const again: BodyFileRow = ['YW-1', '委员', null, name, '2020-05-20', null, null, null]
  const { faults, terms } = await take(await workbook({ terms: [again] }))
  expect(faults).toMatchObject([{ sheet: 'terms', row: 2, column: 'person', reason: 'repeated' }])
  expect(terms).toMatchObject({ added: 0, changed: 0 })
})

test.each(['zh', 'en'] as const)('what goes out in %s comes in as it is', async (language) => {
  const response = await world.app.inject({
    method: 'GET',
    url: `/api/bodies/sheet?language=${language}`,
    headers: await world.as('administrator').headers(),
  })
  const file = { bytes: response.rawPayload, type: 'application/octet-stream', name: 'bodies.xlsx' }
  const told = await rehearse(file)
  expect(told.faults).toEqual([])
  for (const counts of [told.bodies, told.offices, told.terms, told.people])
    expect(counts).toMatchObject({ added: 0, changed: 0 })
  expect(told.bodies.same).toBe(17)
})

test('each fault is named by page, row and column, and the sound rows beside it come in', async () => {
  const file = await workbook({
    bodies: [
      ['F-1', '党派', '某组织', '', null, placeCodes.estate1, '', '', ''],
      ['F-2', '党支部', '无上级的支部', '', null, placeCodes.grid2, '', '', ''],
      ['F-3', '党支部', '上级不明的支部', '', 'NOBODY', placeCodes.grid2, '', '', ''],
      ['F-4', '业委会', '网格业委会', '', null, placeCodes.grid2, '', '', ''],
      ['F-5', '社会组织', '柳巷书画社', '', null, '000000', '', '', ''],
      ['F-6', '社会组织', '未来社', '', null, placeCodes.community1, '', '', '2027-01-01'],
      ['F-7', '社会组织', '', '', null, placeCodes.community1, '', '', '某天'],
      ['F-8', '社会组织', '柳巷太极队', '', null, placeCodes.community1, '', '', ''],
      ['F-8', '社会组织', '柳巷太极队二', '', null, placeCodes.community1, '', '', ''],
      ['YW-1', '社会组织', '柳岸小区业委会', '', null, placeCodes.estate1, '', '', ''],
      ['ZB-1', '党支部', '柳岸小区党支部', '', 'DW-1', placeCodes.grid1, '', '', ''],
    ],
    offices: [
      ['NOBODY', '主任', '1', '12'],
      ['F-8', '队长', '0', '12'],
    ],
    terms: [
      ['F-8', '负责人', 'R001', '别人', '2026-01-01', null, null, null],
      ['F-8', '负责人', 'R001', '孟书记', '2026-01-01', null, null, null],
      ['F-8', '会长', null, '曹三', '2026-01-01', null, null, null],
      ['F-8', '负责人', null, '严四', '2026-01-01', '2025-01-01', null, null],
      ['F-8', '负责人', null, '华五', '2026-01-01', null, '2027-01-01', '辞职'],
      ['F-8', '负责人', null, '金六', '2026-01-01', null, '2026-02-01', '高升'],
      ['YW-1', '主任', null, '田小禾', '2024-05-20', null, null, null],
    ],
  })
  const { faults, ...counts } = await take(file)
  expect(faults.map(({ sheet, row, column, reason }) => [sheet, row, column, reason])).toEqual([
    ['bodies', 2, 'kind', 'kind_unknown'],
    ['bodies', 3, 'parent', 'body_parent_needed'],
    ['bodies', 4, 'parent', 'body_unknown'],
    ['bodies', 5, 'area', 'body_area_wrong'],
    ['bodies', 6, 'area', 'area_unknown'],
    ['bodies', 7, 'founded_on', 'day_ahead'],
    ['bodies', 8, 'name_zh', 'missing'],
    ['bodies', 8, 'founded_on', 'not_a_day'],
    ['bodies', 10, 'code', 'repeated'],
    ['bodies', 11, 'kind', 'kind_changed'],
    ['bodies', 12, 'area', 'place_changed'],
    ['offices', 2, 'code', 'body_unknown'],
    ['offices', 3, 'seats', 'not_a_number'],
    ['terms', 3, 'person', 'person_differs'],
    ['terms', 4, 'office', 'office_unknown'],
    ['terms', 5, 'ends_on', 'day_order'],
    ['terms', 6, 'ended_on', 'day_ahead'],
    ['terms', 7, 'reason', 'reason_unknown'],
    ['terms', 8, 'person', 'repeated'],
  ])
  expect(counts).toMatchObject({ bodies: { added: 1 }, terms: { added: 1 }, people: { changed: 1 } })
})

test('a street takes in what is its own, and nobody’s else', async () => {
  const file = await workbook({
    bodies: [
      ['S-1', '社会组织', '石桥合唱团', '', null, placeCodes.community2, '', '', ''],
      ['S-2', '社会组织', '荷塘合唱团', '', null, placeCodes.community3, '', '', ''],
      ['S-3', '物业', '石桥物业', '', null, placeCodes.estate2, '', '', ''],
    ],
    terms: [['DW-1', '书记', 'R001', '改名了', '2024-01-15', null, null, null]],
  })
  const { faults, bodies } = await take(file, 'street')
  expect(bodies.added).toBe(1)
  expect(faults.map(({ sheet, row, reason }) => [sheet, row, reason])).toEqual([
    ['bodies', 3, 'not_permitted'],
    ['bodies', 4, 'not_permitted'],
    // Others know the person by another name: a street does not rename them.
    ['terms', 2, 'person_differs'],
  ])
  expect((await world.as('community').upload('/api/bodies/file', file)).refusal).toBe('not_permitted')
  expect((await world.as('community').upload('/api/bodies/file/try', file)).refusal).toBe('not_permitted')
})

test('a new name of a holder stands on the record as a number, and no line can be tried for a name', async () => {
  const lines = () =>
    world.sql<{ data: { renamed: number; digest: string } }>(
      'owner',
      `select data from journal where kind = 'offices.held_imported' order by n`,
    )
  const before = (await lines()).length
  const seat: BodyFileRow = ['DW-1', '书记', 'R001', '孟新名', '2024-01-15', null, null, null]
  const seats: BodyFileRow[] = [
    seat,
    ['committee1', '主任', 'R001', '孟新名', '2024-02-01', null, null, null],
  ]
  expect(await take(await workbook({ terms: seats }))).toMatchObject({ people: { changed: 1 }, faults: [] })
  expect((await take(await workbook({ terms: seats }))).people).toMatchObject({ changed: 0 })
  const added = (await lines()).slice(before).map(({ data }) => data)
  expect(added).toMatchObject([{ begun: 0, ended: 0, changed: 0, holders: 0, renamed: 1 }])

  await take(await workbook({ terms: [['YW-1', '副主任', null, '陶小满', '2026-03-01', null, null, null]] }))
  const begun = await world.sql<object>(
    'owner',
    `select t.id, t.office_id as "officeId", o.unit_id as "unitId", t.holder_id as "holderId",
       t.starts_on::text as "startsOn", t.ends_on::text as "endsOn", t.ended_on::text as "endedOn", t.reason
     from office_terms t join offices o on o.id = t.office_id join office_holders h on h.id = t.holder_id
     where h.name = '陶小满'`,
  )
  const byIds = createHash('sha256')
    .update(canonicalize([begun, []])!)
    .digest('hex')
  expect((await lines()).at(-1)?.data).toMatchObject({ begun: 1, renamed: 0, digest: byIds })
})

test('what is no workbook of bodies is refused by name', async () => {
  const upload = (bytes: Buffer, name: string) =>
    world.as('administrator').upload('/api/bodies/file/try', { bytes, type: 'text/plain', name })
  expect((await upload(Buffer.from('组织编号,种类'), 'bodies.csv')).refusal).toBe('file_kind_not_accepted')
  expect((await upload(Buffer.from('x'), 'bodies.xlsx')).refusal).toBe('file_kind_not_accepted')
  const path = join(folder, 'other.xlsx')
  await writeList(world.system, path, { fileName: 'other', title: '别的', header: ['甲'], rows: [['乙']] })
  expect((await upload(await readFile(path), 'other.xlsx')).refusal).toBe('import_header_missing')
})
