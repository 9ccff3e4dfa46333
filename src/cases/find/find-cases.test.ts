import { afterAll, beforeAll, expect, test } from 'vitest'
import type { World } from '../../testing/world.ts'
import { openWorld } from '../../testing/world.ts'
import { act } from '../../testing/world-client.ts'
import type { StaffName } from '../../testing/world-people.ts'
import type { PlaceName } from '../../testing/world-places.ts'
import type { Receipt } from '../contract.ts'
import { forgetReporter } from '../reporter.ts'
import type { CaseStory } from '../story.contract.ts'
import type { FoundCases } from './find.contract.ts'

let world: World
const made: Record<string, Receipt> = {}

async function report(name: string, words: string, place: PlaceName, more: object = {}): Promise<string> {
  const body = act({ words, areaId: world.places[place].id, ...more })
  made[name] = await world.anonymous().does<Receipt>('/api/reports', body)
  world.clock.advance({ minutes: 1 })
  return `/api/cases/${made[name].caseId}`
}

beforeAll(async () => {
  world = await openWorld()
  const contact = { name: '欧阳小云', phone: '13800000417' }
  const lamp = await report('lamp', '三楼的感应灯坏了', 'building1', { contact, address: '桂花弄5号门口' })
  await world.as('community').does(`${lamp}/screen`, act({ matter: 'FA02', summary: '楼道灯不亮' }))
  await world.as('community').does(`${lamp}/dispatch`, act())
  await report('rubbish', '垃圾堆在路口，红灯都被挡住了', 'grid3')
  const water = await report('water', '家里停水了', 'grid4')
  await world.as('centre').does(`${water}/screen`, act({ matter: 'FA04', summary: '高层停水' }))
  await world.as('centre').does(`${water}/dispatch`, act())
  const quiet = await report('quiet', '邻居家里有件难说的事，囍字旁边', 'grid1')
  await world.as('centre').does(`${quiet}/screen`, act({ matter: 'MJ01' }))
  await world.followersSettled()
})
afterAll(() => world.close())

const ask = (who: StaffName, query: Readonly<Record<string, string>>) =>
  world.as(who).sees<FoundCases>(`/api/cases/find?${new URLSearchParams(query)}`)
const nameOf = (number: string) => Object.keys(made).find((name) => made[name]!.number === number)
const found = async (who: StaffName, query: Readonly<Record<string, string>> | string) => {
  const { rows, count } = await ask(who, typeof query === 'string' ? { q: query } : query)
  expect(count).toEqual({ found: rows.length, bound: 200, whole: true })
  return rows.map((row) => nameOf(row.number))
}

test.each([
  ['a word of the summary', '楼道', ['lamp']],
  ['the reporter’s own words', '感应灯', ['lamp']],
  ['two characters that no dictionary holds together', '囍字', ['quiet']],
  ['an address', '桂花弄5号', ['lamp']],
  ['initials', 'ldd', ['lamp']],
  ['initials in capitals', 'LDDBL', ['lamp']],
  ['initials of words without a summary', 'ljd', ['rubbish']],
  ['a place', '柳岸小区', ['lamp']],
  ['a street above the place', '东渡', ['quiet', 'rubbish', 'lamp']],
  ['initials of a place', 'htsq', ['water']],
  ['an English name of a place', 'hetang', ['water']],
  ['a matter', '水压', ['water']],
  ['a word and a place', '停水 荷塘', ['water']],
  ['a word and another place', '停水 柳巷', []],
  ['a light', '绿灯 楼道', ['lamp']],
  ['a light that none has', '红灯 楼道', []],
  ['the same as a word', '“红灯”', ['rubbish']],
  ['a time', '今天', ['quiet', 'water', 'rubbish', 'lamp']],
  ['another time', '上周', []],
  ['nothing at all', '', ['quiet', 'water', 'rubbish', 'lamp']],
  ['what nobody wrote', '恐龙', []],
  ['a stage', '待签收', ['water', 'lamp']],
  ['the reporter’s name', '欧阳小云', []],
  ['the reporter’s telephone', '13800000417', []],
])('%s finds', async (_, q, names) => {
  expect(await found('centre', q)).toEqual(names)
})

test('a unit is found by its name, and a number goes straight to its case', async () => {
  const [unit] = await world.sql<{ name_zh: string }>('owner', 'select name_zh from units where id = $1', [
    world.units.property1,
  ])
  expect(await found('centre', unit!.name_zh)).toEqual(['lamp'])
  const { number } = made.lamp!
  expect(await ask('centre', { q: number.replaceAll('-', '') })).toMatchObject({
    byNumber: true,
    rows: [{ number }],
  })
  expect(await ask('community3', { q: number })).toMatchObject({
    byNumber: true,
    rows: [],
    count: { found: 0 },
  })
})

test('filters stand beside the box, and count before what it says', async () => {
  expect(await found('centre', { areaId: world.places.community1.id })).toEqual(['quiet', 'lamp'])
  expect(await found('centre', { unitId: world.units.property1 })).toEqual(['lamp'])
  expect(await found('centre', { matter: 'FA04' })).toEqual(['water'])
  expect(await found('centre', { stage: 'accepted' })).toEqual(['rubbish'])
  expect(await found('centre', { state: 'ended' })).toEqual([])
  expect(await found('centre', { source: 'portal', light: 'green' })).toEqual([
    'quiet',
    'water',
    'rubbish',
    'lamp',
  ])
  const day = world.clock.now().toZonedDateTimeISO('Asia/Shanghai').toPlainDate()
  expect(await found('centre', { q: '上周', from: day.toString(), to: day.toString() })).toHaveLength(4)
  expect(await found('centre', { to: day.subtract({ days: 1 }).toString() })).toEqual([])
})

test('nobody finds or counts what they may not see', async () => {
  expect(await found('community3', '楼道')).toEqual([])
  expect(await found('community3', '')).toEqual(['water'])
  // The unit that has it in hand finds it; another does not.
  expect(await found('property', '感应灯')).toEqual(['lamp'])
  expect(await found('water', '感应灯')).toEqual([])
  // A confidential case is the district's alone.
  for (const who of ['community', 'street', 'worker', 'evaluator'] as const)
    expect(await found(who, '囍字'), who).toEqual([])
  expect(await world.resident().get('/api/cases/find?q=楼道')).toMatchObject({ status: 403 })
  expect(await world.anonymous().get('/api/cases/find?q=楼道')).toMatchObject({ status: 401 })
  expect(await world.as('street').get('/api/cases/find?matter=x')).toMatchObject({ status: 400 })
})

test('the table itself opens nothing without a question, and nothing outside the asker’s sight', async () => {
  const reach = [world.places.district.id]
  const rows = (settings: object) => world.sql('app', 'select case_id from case_words', [], settings)
  expect(await rows({ reach, acts: ['case.see'] })).toEqual([])
})

test('pages follow one another to the end, newest first', async () => {
  const pages: (string | undefined)[] = []
  let after: string | null = null
  do {
    const page: FoundCases = await ask('centre', { limit: '1', ...(after === null ? {} : { after }) })
    pages.push(...page.rows.map((row) => nameOf(row.number)))
    expect(page.count === null).toBe(after !== null)
    after = page.next
  } while (after !== null)
  expect(pages).toEqual(['quiet', 'water', 'rubbish', 'lamp'])
})

test('what is said of a case later finds it, and rebuilt words equal the live ones', async () => {
  world.clock.advance({ minutes: 1 })
  await world.as('property').does(`/api/cases/${made.lamp!.caseId}/sign`, act())
  await world.followersSettled()
  expect(await found('centre', '已签收')).toEqual(['lamp'])
  const kept = () => world.sql('reader', 'select * from case_words order by case_id')
  const live = await kept()
  expect(live).toHaveLength(4)
  await world.rebuilt()
  expect(await kept()).toEqual(live)
})

test('a light chooses among clocks: a paused one has none, and one that runs is not found by that', async () => {
  const at = `/api/cases/${made.lamp!.caseId}`
  await world.as('property').does(`${at}/request`, act({ kind: 'pause', days: 1, reason: '等材料到货' }))
  expect(await found('centre', { q: '楼道', light: 'none' })).toEqual([])
  const { requests } = await world.as('street').sees<CaseStory>(at)
  await world.as('street').does(`${at}/requests/${requests[0]!.id}/decide`, act({ granted: true }))
  await world.followersSettled()
  expect(await found('centre', { q: '楼道', light: 'none' })).toEqual(['lamp'])
  expect(await found('centre', { light: 'none' })).toEqual(['lamp'])
  expect(await found('centre', { light: 'none', stage: 'paused' })).toEqual(['lamp'])
  expect(await found('centre', { light: 'none', stage: 'accepted' })).toEqual([])
  for (const light of ['green', 'yellow', 'red'])
    expect(await found('centre', { q: '楼道', light })).toEqual([])
})

test('erased words and places are found no more', async () => {
  const at = await report('regretted', '井里掉进一只獬豸', 'grid2', {
    address: '鹿鸣里7号',
    contact: { name: '诸葛青', phone: '13800000993' },
  })
  await world.as('community').does(`${at}/decline`, act({ reason: '不属于受理范围' }))
  await world.followersSettled()
  expect(await found('centre', '獬豸')).toEqual(['regretted'])
  expect(await found('centre', '鹿鸣里')).toEqual(['regretted'])
  expect(
    await forgetReporter(world.system, { accountId: null, words: ['+8613800000993', '13800000993'] }),
  ).toBe(1)
  await world.followersSettled()
  expect(await found('centre', '獬豸')).toEqual([])
  expect(await found('centre', '鹿鸣里')).toEqual([])
  const left = await world.sql('owner', `select 1 from case_words where doc @@ '獬豸 | 鹿鸣'::tsquery`)
  expect(left).toEqual([])
  expect(await found('centre', '不予受理')).toEqual(['regretted'])
})
