import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../kernel/ids.ts'
import type { RegisterReceipt } from '../people/register/contract.ts'
import { readWorkbook } from '../platform/sheet/read-workbook.ts'
import { addHome, addPerson } from '../testing/register-acts.ts'
import { openWorld, type World } from '../testing/world.ts'
import type { StaffName } from '../testing/world-people.ts'
import type { FieldVisits, HomeVisits, VisitCounts, VisitDone, VisitPage } from './contract.ts'

let world: World
let alone: string
let family: string
let aloneId: string
const act = (body: object = {}) => ({ requestId: randomUUID(), ...body })

beforeAll(async () => {
  world = await openWorld()
  world.clock.tick()
  const worker = world.as('worker')
  const { building1 } = world.places
  alone = await addHome(worker, building1.id, '1-101')
  family = await addHome(worker, building1.id, '1-102')
  const lives = { role: 'owner', fromDay: '2025-11-20' }
  aloneId = (await addPerson(worker, alone, { ...lives, name: '陈秀英', birthDay: '1948-03-01' })).personId
  await addPerson(worker, family, { ...lives, name: '林一舟' })
  await flagged(aloneId, 'living_alone')
})
afterAll(() => world.close())

async function flagged(personId: string, kind: string): Promise<void> {
  const endsOn = world.clock
    .now()
    .add({ hours: 24 * 150 })
    .toString()
    .slice(0, 10)
  const desk = world.as('community')
  const page = `/api/register/people/${personId}`
  const consent = act({ purpose: 'care', givenBy: 'self', how: 'spoken' })
  const { id: consentId } = await desk.does<RegisterReceipt>(`${page}/consents`, consent)
  await desk.does(`${page}/care`, act({ kind, reason: '子女在外地', consentId, endsOn }))
}

const visit = (homeId: string, body: object = {}) =>
  act({ id: newId(world.clock.now().epochMilliseconds), homeId, how: 'door', outcome: 'met', ...body })
const logs = (homeId: string, body: object = {}, who: StaffName = 'worker') =>
  world.as(who).post<VisitDone>('/api/visits', visit(homeId, body))
const plan = async (who: StaffName = 'worker') =>
  (await world.as(who).sees<FieldVisits>('/api/field/visits')).grids[0]!
const rowOf = async (homeId: string) => (await plan()).rows.find((row) => row.homeId === homeId)
const page = (homeId: string, who: StaffName = 'worker') =>
  world.as(who).sees<HomeVisits>(`/api/visits/homes/${homeId}`)
const counts = (who: StaffName, areaId: string) =>
  world.as(who).get<VisitCounts>(`/api/visits/counts?areaId=${areaId}`)

test('the day’s list says how often and never why; the home’s own page does, and that is a look on record', async () => {
  const { state, rows } = await plan()
  expect(state).toEqual({ homes: 2, due: 1, overdue: 1, visited: 0, declined: 0 })
  expect(rows).toMatchObject([{ homeId: alone }])
  world.clock.advance({ days: 30 })
  const [first, second] = (await plan()).rows
  expect(first).toMatchObject({ homeId: alone, why: 'often', everyDays: 30, lastOn: null })
  expect(second).toMatchObject({ homeId: family, why: 'yearly', everyDays: 365 })
  expect(JSON.stringify((await plan()).rows)).not.toMatch(/living_alone|old_alone|陈秀英|子女/)
  expect((await page(alone)).plan!.needs.map(({ need }) => need)).toEqual([
    'living_alone',
    'old_alone',
    'yearly',
  ])
  const looks = await world.sql('reader', `select person_id, times from looks where what = 'visits'`)
  expect(looks).toEqual([{ person_id: aloneId, times: 1 }])
})

test('a visit at the door moves the home on; the same sent twice is one', async () => {
  const body = visit(alone, { heard: '灯管坏了，想换一根', point: { lon: 113.2, lat: 23.1 } })
  const first = await world.as('worker').does<VisitDone>('/api/visits', body)
  expect(await world.as('worker').does<VisitDone>('/api/visits', body)).toEqual(first)
  expect(await rowOf(alone)).toBeUndefined()
  const { visits, plan: next } = await page(alone)
  expect(visits).toMatchObject([
    {
      how: 'door',
      outcome: 'met',
      own: true,
      by: 'grid_worker',
      heard: '灯管坏了，想换一根',
      canTakeBack: true,
    },
  ])
  expect(next).toMatchObject({ lastOn: '2026-12-18', dueOn: '2027-01-17' })
  // The same visit under another request id is not another one.
  expect((await world.as('worker').post('/api/visits', { ...body, ...act() })).refusal).toBe(
    'request_id_reused',
  )
})

test('a telephone call is a contact, and no visit; nobody home puts it up again some days later', async () => {
  await logs(family, { how: 'phone' })
  expect(await rowOf(family)).toBeDefined()
  await logs(family, { outcome: 'nobody' })
  expect(await rowOf(family)).toBeUndefined()
  world.clock.advance({ days: 3 })
  expect(await rowOf(family)).toMatchObject({ missedOn: '2026-12-18' })
  expect((await logs(family, { outcome: 'nobody', heard: '听不到的话' })).refusal).toBe('input_invalid')
})

test('what was done without signal says when, bounded by the server', async () => {
  const at = world.clock.now().subtract({ hours: 200 }).toString()
  const { body } = await logs(alone, { occurredAt: at })
  const { visits } = await page(alone)
  const earliest = world.clock.now().subtract({ hours: 72 }).epochMilliseconds
  expect(Date.parse(visits.find(({ id }) => id === body.id)!.visitedAt)).toBeLessThanOrEqual(earliest)
  expect(visits.find(({ id }) => id === body.id)).toMatchObject({ canTakeBack: false })
})

test('a visit is taken back by its worker on its day, once', async () => {
  const { body } = await logs(family, { declines: true, heard: '记错了门牌' })
  const back = (who: StaffName) => world.as(who).post(`/api/visits/${body.id}/take-back`, act())
  expect((await back('community')).refusal).toBe('not_permitted')
  expect((await back('worker2')).refusal).toBe('not_found')
  expect((await page(family)).wish).not.toBeNull()
  expect((await back('worker')).status).toBe(200)
  expect((await back('worker')).refusal).toBe('withdrawn_already')
  expect(await page(family)).toMatchObject({ wish: null, plan: { lastOn: null } })
  expect((await page(family)).visits.find(({ id }) => id === body.id)).toMatchObject({ heard: null })
  expect(await world.sql('reader', 'select body from visit_words where visit_id = $1', [body.id])).toEqual([
    { body: null },
  ])
  const { body: later } = await logs(family)
  world.clock.advance({ days: 1 })
  expect((await world.as('worker').post(`/api/visits/${later.id}/take-back`, act())).refusal).toBe(
    'visit_day_over',
  )
})

test('who declines is left in peace, until they say otherwise or others live there', async () => {
  const home = await addHome(world.as('worker'), world.places.building1.id, '1-103')
  const { occupancyId } = await addPerson(world.as('worker'), home, { name: '不愿意', fromDay: '2025-01-01' })
  expect(await rowOf(home)).toBeDefined()
  await logs(home, { outcome: 'unwilling', declines: true })
  world.clock.advance({ days: 400 })
  expect(await rowOf(home)).toBeUndefined()
  expect((await plan()).state).toMatchObject({ declined: 1 })
  const { wish } = await page(home)
  expect((await world.as('worker2').post(`/api/visit-wishes/${wish!.id}/end`, act())).refusal).toBe(
    'not_found',
  )
  await world.as('worker').does(`/api/visit-wishes/${wish!.id}/end`, act())
  expect(await rowOf(home)).toMatchObject({ why: 'yearly' })
  await logs(home, { declines: true })
  await world.as('worker').does(`/api/register/occupancies/${occupancyId}/end`, act())
  world.clock.advance({ days: 1 })
  await addPerson(world.as('worker'), home, { name: '新来的人', role: 'tenant' })
  world.clock.advance({ days: 14 })
  expect(await rowOf(home)).toMatchObject({ why: 'arrival', everyDays: 14 })
  // What those who left had said is not said of the new; and what the new say is noted as theirs.
  expect((await page(home)).wish).toBeNull()
  const { today } = await world.as('worker').sees<FieldVisits>('/api/field/visits')
  await logs(home, { outcome: 'unwilling', declines: true })
  expect((await page(home)).wish).toMatchObject({ saidOn: today })
  expect(await rowOf(home)).toBeUndefined()
  expect((await world.verify()).flaws).toEqual([])
})

test('a need stops counting where its person took back a consent to visits', async () => {
  const { personId } = await addPerson(world.as('worker'), family, { name: '林老', fromDay: '2025-01-01' })
  await flagged(personId, 'disability')
  const needs = async () => (await page(family)).plan!.needs.map(({ need }) => need)
  expect(await needs()).toContain('disability')
  const desk = world.as('community')
  const consent = act({ purpose: 'visits', givenBy: 'self', how: 'spoken' })
  const { id } = await desk.does<RegisterReceipt>(`/api/register/people/${personId}/consents`, consent)
  await desk.does(`/api/register/consents/${id}/withdraw`, act())
  expect(await needs()).not.toContain('disability')
})

test('a case from the door is kept with its visit', async () => {
  const { body } = await logs(alone)
  const report = act({
    words: '一楼的楼道灯坏了',
    areaId: world.places.building1.id,
    occasion: { kind: 'visit', id: body.id },
  })
  const { caseId } = await world.as('worker').does<{ caseId: string }>('/api/reports', report)
  // Of another community, and of nobody's visit: neither counts.
  const elsewhere = act({ ...report, areaId: world.places.community2.id, words: '别处的灯坏了' })
  await world.as('centre').post('/api/reports', { ...elsewhere, ...act() })
  await world.followersSettled()
  const found = (await page(alone)).visits.find(({ id }) => id === body.id)
  expect(found!.caseIds).toEqual([caseId])
  await world.as('centre').does(`/api/cases/${caseId}/screen`, act({ matter: 'MJ01' }))
  await world.followersSettled()
  expect((await page(alone)).visits.flatMap(({ caseIds }) => caseIds)).toEqual([])
})

test.each<[StaffName, number, string | null]>([
  ['community', 201, null],
  ['street', 201, null],
  ['worker2', 404, 'not_found'],
  ['community2', 404, 'not_found'],
  ['centre', 403, 'not_permitted'],
  ['administrator', 403, 'not_permitted'],
  ['property', 403, 'not_permitted'],
])('%s logging a visit in grid 1 is answered %i', async (who, status, refusal) => {
  expect(await logs(alone, {}, who)).toMatchObject({ status, refusal })
})

test('the desk lists visits in pages, by filters; the district counts and reads none', async () => {
  const areaId = world.places.community1.id
  const read: string[] = []
  for (let next: string | null = ''; next !== null; ) {
    const after: string = next === '' ? '' : `&after=${next}`
    const found: VisitPage = await world.as('community').sees(`/api/visits?areaId=${areaId}&limit=3${after}`)
    read.push(...found.rows.map(({ id }) => id))
    next = found.next
  }
  expect(new Set(read).size).toBe(read.length)
  expect(read.length).toBeGreaterThan(8)
  const phones = await world.as('street').sees<VisitPage>(`/api/visits?areaId=${areaId}&how=phone`)
  expect(phones.rows).toMatchObject([{ homeId: family, place: { label: '1-102' }, takenBack: false }])
  for (const who of ['centre', 'worker2', 'street2'] as const)
    expect((await world.as(who).get(`/api/visits?areaId=${areaId}`)).refusal).toBe('not_permitted')
  expect((await counts('community2', areaId)).refusal).toBe('not_permitted')
  expect((await counts('centre', world.places.district.id)).refusal).toBe('area_unknown')
  const { body } = await counts('centre', world.places.street1.id)
  expect(body.parts.find(({ area }) => area.id === areaId)).toMatchObject({ state: { homes: 3 } })
  const own = await counts('community', areaId)
  expect(own.body.parts.find(({ area }) => area.id === world.places.grid1.id)).toMatchObject({
    state: { homes: 3, due: (await plan()).state.due },
  })
  for (const { state, visited } of own.body.parts)
    for (const shown of [state.declined, visited]) expect([null, 0]).toContain(shown)
  const before = await world
    .as('community')
    .sees<VisitCounts>(`/api/visits/counts?areaId=${areaId}&month=2026-01`)
  expect(before.parts.map(({ visited }) => visited)).toEqual(before.parts.map(() => 0))
  // Few this month: neither the part nor the whole is told.
  expect(own.body.whole).toEqual({ contacts: null, inPerson: null })
  expect(await world.sql('app', 'select * from visit_words')).toEqual([])
})

test('the sheet that goes out is on record, and has nothing of what was heard', async () => {
  const url = `/api/visits/sheet?areaId=${world.places.community1.id}&language=en`
  const answer = await world.app.inject({ url, headers: await world.as('community').headers() })
  expect(answer.headers['content-type']).toContain('spreadsheet')
  const rows = await Array.fromAsync(readWorkbook(answer.rawPayload, 'visits.xlsx'))
  const cells = rows.flatMap(({ row }) => [...row.cells.values()].map(({ text }) => text))
  expect(cells).toContain('did not wish to speak')
  expect(cells.join(' ')).not.toMatch(/灯管/)
  expect((await world.as('worker').get(url)).refusal).toBe('not_permitted')
  const lines = await world.sql('reader', `select 1 from journal where data ->> 'list' = 'visits'`)
  expect(lines).toHaveLength(1)
})

test('an area that is hung elsewhere takes its visits along', async () => {
  const { moveVisitReach } = await import('./move-reach.ts')
  const { building1, community1 } = world.places
  await world.sql('owner', 'begin')
  await world.sql('owner', 'update visits set reach = reach[1:1]')
  await world.sql('owner', 'update visit_words set reach = reach[1:1]')
  await world.sql('owner', 'commit')
  expect(await moveVisitReach(world.system, community1.id)).toBe(1)
  expect(await moveVisitReach(world.system, community1.id)).toBe(0)
  const rows = await world.sql('reader', 'select distinct reach[array_length(reach, 1)] as last from visits')
  expect(rows).toEqual([{ last: building1.id }])
  expect((await page(alone)).visits.some(({ heard }) => heard !== null)).toBe(true)
})

test('what was heard goes with the person; that somebody came stays', async () => {
  const { forgetHeardOf } = await import('./forget-heard.ts')
  expect(await forgetHeardOf(world.system, aloneId)).toBe(1)
  expect(await forgetHeardOf(world.system, aloneId)).toBe(0)
  const { visits } = await page(alone)
  expect(visits.length).toBeGreaterThan(3)
  expect(visits.every(({ heard }) => heard === null)).toBe(true)
})

test('the lines hold no words and no need, and verify names what was set by hand', async () => {
  const lines = await world.sql(
    'reader',
    `select data from journal where kind like 'visit%' and kind <> 'visit_rule.set'`,
  )
  expect(JSON.stringify(lines)).not.toMatch(/灯管|alone|disab|113\./)
  expect((await world.verify()).flaws).toEqual([])
  const { body } = await logs(alone, { heard: '一切都好' })
  const changes = [
    [`update visits set outcome = 'nobody' where id = $1`, 'visit'],
    ['update visits set day = day - 1 where id = $1', 'visit'],
    [`update visit_words set body = '别的话' where visit_id = $1`, 'heard of visit'],
    [
      'update visit_words set body = null, salt = null, erased_at = now() where visit_id = $1',
      'heard of visit',
    ],
  ] as const
  for (const [change, about] of changes) {
    await world.sql('owner', change, [body.id])
    expect((await world.verify()).flaws.map((flaw) => flaw.about)).toContain(`${about} ${body.id}`)
  }
})
