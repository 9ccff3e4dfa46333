import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Receipt } from '../cases/contract.ts'
import type { CaseStory } from '../cases/story.contract.ts'
import { newId } from '../kernel/ids.ts'
import type { RegisterReceipt } from '../people/register/contract.ts'
import type { AskedRight } from '../people/rights/contract.ts'
import type { RetentionReport } from '../people/rights/retention.contract.ts'
import { addHome, addPerson } from '../testing/register-acts.ts'
import { openWorld, type World } from '../testing/world.ts'
import { act } from '../testing/world-client.ts'
import { keepTerms } from './retention.ts'

let world: World
const log = { info: () => undefined, warn: console.warn, error: console.error }
const round = () => keepTerms({ district: world.district, clock: world.clock, log })
const name = '沈留年'
const phone = '13900000401'
let reported: Receipt

/** One of each thing that is kept for a time. */
beforeAll(async () => {
  world = await openWorld()
  const desk = world.as('community')
  const home = await addHome(desk, world.places.building1.id, '3-303')
  const { personId } = await addPerson(desk, home, { name, phone })
  const page = `/api/register/people/${personId}`
  await desk.does(page, act({ seq: 1, phone: '13900000402' }))
  const consent = act({ purpose: 'care', givenBy: 'self', how: 'spoken' })
  const { id: consentId } = await desk.does<RegisterReceipt>(`${page}/consents`, consent)
  const flag = act({ kind: 'illness', reason: '手术以后', consentId, endsOn: '2026-12-18' })
  await desk.does(`${page}/care`, flag)
  await desk.sees(page)
  const resident = world.resident(phone)
  const report = { words: '灯坏了', areaId: world.places.grid1.id, contact: { name, phone } }
  reported = await resident.does<Receipt>('/api/reports', act(report))
  await world.sql('owner', `update cases set closed_at = '2026-11-18T02:00:00Z' where id = $1`, [
    reported.caseId,
  ])
  await desk.upload('/api/register/imports', sheetOfOne())
  const visit = { id: newId(world.clock.now().epochMilliseconds), homeId: home, how: 'door', outcome: 'met' }
  await world.as('worker').does('/api/visits', act({ ...visit, heard: '想换一根灯管，够不着' }))
  const asked = await resident.does<AskedRight>('/api/my/rights', act({ kind: 'erase', words: '请删' }))
  const refusal = { stage: 'refused', ground: 'law_keeps', answer: '依法留存' }
  await world.as('centre').does(`/api/rights/${asked.id}/answer`, act(refusal))
}, 120_000)
afterAll(() => world.close())

/** A file that is read and not taken in: one row that would be, one with a fault. */
function sheetOfOne() {
  const text = '小区,楼栋,房号,姓名\n柳岸小区,3栋,4-404,沈未导\n柳岸小区,没有的楼,1,沈未改\n'
  return { bytes: Buffer.from(text), type: 'text/csv', name: '名册.csv' }
}

const removed = async (): Promise<Record<string, number>> => {
  const { rules } = await world.as('administrator').sees<RetentionReport>('/api/retention')
  return Object.fromEntries(rules.map(({ kind, runs }) => [kind, runs[0]!.removed]))
}

test('a round on the day itself takes nothing away; a second one that day does not run', async () => {
  expect(await round()).toBe(true)
  expect(await round()).toBe(false)
  expect(Object.values(await removed())).toEqual(Array(11).fill(0))
})

test.each([
  ['2026-11-21', ['sign_in_codes']],
  ['2026-12-19', ['register_imports']],
  ['2027-02-17', ['request_ids']],
  ['2027-06-15', ['sessions']],
  ['2027-11-19', ['register_versions']],
  ['2027-12-19', ['care_reasons']],
  ['2028-11-18', ['visit_words']],
  ['2029-11-18', ['looks', 'reporter_contacts', 'rights_words']],
] as const)('on %s what is over goes, and a number says so: %j', async (day, kinds) => {
  world.clock.set(`${day}T09:30:00+08:00`)
  expect(await round()).toBe(true)
  const taken = await removed()
  for (const kind of kinds) expect(taken[kind], kind).toBeGreaterThan(0)
})

test('what had its time is gone, what the case is about stays, and all verifies', async () => {
  const story = await world.as('centre').sees<CaseStory>(`/api/cases/${reported.caseId}`)
  expect(story).toMatchObject({ reporter: null, words: '灯坏了' })
  const left = await world.sql<{ n: number }>(
    'owner',
    `select (select count(*) from looks) + (select count(*) from register_versions where kept is not null)
       + (select count(*) from care_flags where reason is not null)
       + (select count(*) from sealed_texts where kind like 'right_%' and body is not null)
       + (select count(*) from visit_words where body is not null)
       + (select count(*) from register_import_rows where plan is not null or cells is not null) as n`,
  )
  expect(Number(left[0]!.n)).toBe(0)
  // That the case was closed was written here by hand, past the use cases: that, and nothing else, is found.
  const flaws = (await world.verify()).flaws.map(({ about }) => about)
  expect(flaws).toEqual([`case ${reported.number}: closedAt`])
})

test('each round leaves a line of numbers, and the report names nobody', async () => {
  const lines = await world.sql<{ data: object }>(
    'reader',
    `select data from journal where kind = 'retention.applied'`,
  )
  expect(lines).toHaveLength(9)
  const report = await world.as('administrator').sees<RetentionReport>('/api/retention')
  expect(JSON.stringify([lines, report])).not.toMatch(new RegExp(`${name}|${phone}|[0-9a-f]{8}-[0-9a-f]{4}`))
  for (const rule of report.rules) expect(rule.basis.zh).toMatch(/第.+条/)
  expect((await world.as('community').get('/api/retention')).refusal).toBe('not_permitted')
  expect((await world.resident().get('/api/retention')).refusal).toBe('not_permitted')
})
