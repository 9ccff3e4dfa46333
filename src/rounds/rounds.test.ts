import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../testing/world.ts'
import { act } from '../testing/world-client.ts'
import type { Checklists, EstatePage, EstatePageOne, FieldRounds, ItemPage } from './contract.ts'

/** As far as these tests read what a report is answered with. */
interface Receipt {
  readonly caseId: string
  readonly number: string
}

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const estate = () => world.places.estate1.id
const see = () => world.as('community').sees<EstatePageOne>(`/api/rounds/estates/${estate()}`)
const round = (results: readonly object[], change: object = {}) =>
  act({
    roundId: randomUUID(),
    areaId: estate(),
    startedAt: world.clock.now().toString(),
    checklistId: null,
    results,
    ...change,
  })
const report = (findingId: string, change: object = {}) =>
  act({
    words: '安全出口被纸箱堵住',
    areaId: estate(),
    occasion: { kind: 'round', id: findingId },
    ...change,
  })

test('a worker’s phone has the estates of the own grid, each with the list of its kind', async () => {
  const { estates, checklists } = await world.as('worker').sees<FieldRounds>('/api/field/rounds')
  expect(estates).toMatchObject([
    { place: { id: estate() }, estateKind: 'new', isDue: true, dueOn: null, items: [], checklistId: null },
  ])
  expect(estates[0]!.buildings.map(({ id }) => id)).toEqual([world.places.building1.id])
  expect(checklists).toMatchObject([{ id: null, estateKind: 'new', periodDays: 30 }])
  const items = checklists[0]!.items
  expect(items.find(({ code }) => code === 'fire_exit')?.basis).toContain('第二十八条')
  // Houses of six storeys too: the rule on high-rise buildings is no basis there.
  expect(items.find(({ code }) => code === 'e_bike')?.basis).toMatch(
    /^《中华人民共和国消防法》.*第二十八条；高层另见/,
  )
})

test('a finding becomes a case once, and is shown before it is asked again', async () => {
  const findingId = randomUUID()
  const walked = await world.as('worker').post(
    '/api/rounds',
    round([
      { item: 'fire_exit', state: 'found', findingId },
      { item: 'manhole', state: 'fine' },
      { item: 'lift', state: 'absent' },
    ]),
  )
  expect(walked).toMatchObject({ status: 201, body: { fine: 1, found: 1, absent: 1 } })
  expect((await see()).items.find(({ item }) => item === 'fire_exit')).toMatchObject({
    state: 'found',
    cases: [],
  })

  const { caseId, number } = await world.as('worker').does<Receipt>('/api/reports', report(findingId))
  // Somebody of another community names it too: it is not theirs.
  await world.as('community3').does('/api/reports', report(findingId, { areaId: world.places.community3.id }))
  await world.followersSettled()
  const found = (await see()).items.find(({ item }) => item === 'fire_exit')
  expect(found).toMatchObject({
    zh: '疏散通道、安全出口被堵',
    cases: [{ id: caseId, number, state: 'open' }],
  })
  expect((await see()).estate).toMatchObject({ isDue: false, dueOn: '2026-12-18', open: 1 })
  const { estates } = await world.as('worker').sees<FieldRounds>('/api/field/rounds')
  expect(estates[0]!.items.find(({ item }) => item === 'fire_exit')?.cases).toHaveLength(1)
})

test('what becomes of the case is told', async () => {
  const findingId = randomUUID()
  await world.as('worker').does('/api/rounds', round([{ item: 'wiring', state: 'found', findingId }]))
  const { caseId } = await world.as('worker').does<Receipt>('/api/reports', report(findingId))
  await world.followersSettled()
  const state = async () => (await see()).items.find(({ item }) => item === 'wiring')?.cases[0]?.state
  expect(await state()).toBe('open')
  await world.as('community').does(`/api/cases/${caseId}/decline`, act({ reason: '已经处理' }))
  await world.followersSettled()
  expect(await state()).toBe('dropped')
  expect((await see()).estate.open).toBe(1)
})

test('a phone that sends late changes nothing that was looked at since', async () => {
  const before = world.clock.now()
  world.clock.set('2026-11-20T09:30:00+08:00')
  await world.as('worker').does('/api/rounds', round([{ item: 'gates', state: 'fine' }]))
  const late = { startedAt: before.toString(), occurredAt: before.add({ minutes: 10 }).toString() }
  const findingId = randomUUID()
  await world.as('worker').does('/api/rounds', round([{ item: 'gates', state: 'found', findingId }], late))
  const { items, rounds } = await see()
  expect(items.find(({ item }) => item === 'gates')).toMatchObject({ state: 'fine' })
  expect(rounds[0]!.endedAt > rounds[1]!.endedAt).toBe(true)
})

test('a street announces a list of its own: it counts there from its day on, and nowhere else', async () => {
  const item = {
    code: 'pond',
    kind: 'hazard',
    zh: '水池没有护栏',
    en: 'Pond without a rail',
    matter: null,
    basis: null,
  }
  const list = (change: object = {}) =>
    act({
      areaId: world.places.street1.id,
      estateKind: 'new',
      validFrom: '2026-11-21',
      periodDays: 10,
      items: [item],
      ...change,
    })
  const street = world.as('street')
  const refused = async (change: object) => (await street.post('/api/checklists', list(change))).refusal
  expect(await refused({ validFrom: '2026-11-19' })).toBe('checklist_past')
  expect(await refused({ areaId: world.places.street2.id })).toBe('not_permitted')
  expect(await refused({ areaId: world.places.district.id })).toBe('not_permitted')
  expect(await refused({ items: [{ ...item, matter: 'ZZ99' }] })).toBe('matter_unknown')
  expect((await world.as('worker').post('/api/checklists', list())).refusal).toBe('not_permitted')
  await street.does('/api/checklists', list())
  expect(await refused({})).toBe('checklist_announced')
  const at = (id: string) => street.sees<Checklists>(`/api/checklists?estateKind=new&areaId=${id}`)
  expect((await at(world.places.street1.id)).inForce.id).toBeNull()

  world.clock.set('2026-11-21T09:30:00+08:00')
  const { inForce, announced, canAnnounce } = await at(world.places.street1.id)
  expect([inForce.periodDays, inForce.area?.id, announced.length, canAnnounce]).toEqual([
    10,
    world.places.street1.id,
    1,
    true,
  ])
  const { checklists } = await world.as('worker').sees<FieldRounds>('/api/field/rounds')
  expect(checklists.map(({ id }) => id)).toEqual([inForce.id])
  const walk = (checklistId: string | null) =>
    world.as('worker').post('/api/rounds', round([{ item: 'pond', state: 'fine' }], { checklistId }))
  expect((await walk(null)).refusal).toBe('checklist_unknown')
  expect((await walk(randomUUID())).refusal).toBe('checklist_unknown')
  expect((await walk(inForce.id)).status).toBe(201)
})

test('lists: by when they are due, filtered, read on by key, and as sheets', async () => {
  const centre = world.as('centre')
  const page = await centre.sees<EstatePage>('/api/rounds/estates?limit=1')
  expect([page.rows[0]?.place.id, page.of, page.due]).toEqual([world.places.estate2.id, 2, 1])
  const next = await centre.sees<EstatePage>(`/api/rounds/estates?limit=1&after=${page.next}`)
  expect([next.rows[0]?.place.id, next.next]).toEqual([estate(), null])
  expect((await centre.sees<EstatePage>('/api/rounds/estates?due=false')).rows).toHaveLength(1)
  const hazards = await centre.sees<ItemPage>('/api/rounds/items?kind=hazard&state=found')
  expect(hazards.rows.map(({ item }) => item)).toEqual(['fire_exit', 'wiring'])
  const one = await centre.sees<ItemPage>('/api/rounds/items?limit=1')
  const two = await centre.sees<ItemPage>(`/api/rounds/items?limit=1&after=${one.next}`)
  expect([one.rows[0]?.item, two.rows[0]?.item]).toEqual(['fire_exit', 'gates'])
  expect((await centre.get('/api/rounds/items?after=x')).refusal).toBe('input_invalid')
  const sheet = async (url: string) => {
    const { statusCode, headers } = await world.app.inject({ url, headers: await centre.headers() })
    return [statusCode, headers['content-disposition']]
  }
  expect(await sheet('/api/rounds/items/sheet?language=en')).toEqual([
    200,
    expect.stringContaining('hazards'),
  ])
  expect(await sheet('/api/rounds/estates/sheet?due=true')).toEqual([200, expect.stringContaining('rounds-')])
  const ofPart = `/api/rounds/estates/sheet?areaId=${world.places.community3.id}`
  expect((await sheet(ofPart))[0]).toBe(200)
  expect((await world.as('community').get(ofPart)).refusal).toBe('not_permitted')
  const taken = await world.sql<{ chain: string }>(
    'reader',
    `select chain from journal where kind = 'list.exported' and data ->> 'list' = 'rounds' order by n`,
  )
  expect(taken.map(({ chain }) => chain)).toContain(world.places.community3.id)
})

test('nobody sees or walks what is not theirs', async () => {
  const at = `/api/rounds/estates/${estate()}`
  expect((await world.as('community3').get(at)).refusal).toBe('not_permitted')
  expect((await world.as('property').get(at)).refusal).toBe('not_permitted')
  expect((await world.resident().get(at)).refusal).toBe('not_permitted')
  expect((await world.as('community3').sees<ItemPage>('/api/rounds/items')).rows).toEqual([])
  const walk = (name: 'worker2' | 'centre') =>
    world.as(name).post('/api/rounds', round([{ item: 'gas', state: 'fine' }]))
  expect((await walk('worker2')).refusal).toBe('not_permitted')
  expect((await walk('centre')).refusal).toBe('not_permitted')
  const body = round([{ item: 'gas', state: 'fine' }], { areaId: world.places.building1.id })
  expect((await world.as('worker').post('/api/rounds', body)).refusal).toBe('area_unknown')
  const seen = await world.sql('app', 'select id from rounds', [], {
    reach: [world.places.community3.id],
    acts: ['round.see'],
  })
  expect(seen).toEqual([])
})

test('an estate that came to another community shows the cases of its rounds as before', async () => {
  const { grid1, community3 } = world.places
  const before = (await see()).items.find(({ item }) => item === 'fire_exit')!.cases
  expect(before).toHaveLength(1)
  world.clock.tick()
  const move = act({ parentId: community3.id, fromDay: '2026-11-21' })
  await world.as('administrator').does(`/api/areas/${grid1.id}/move`, move)
  await world.followersSettled()
  const now = await world.as('community3').sees<EstatePageOne>(`/api/rounds/estates/${estate()}`)
  const cases = now.items.find(({ item }) => item === 'fire_exit')!.cases
  expect(cases).toEqual(expect.arrayContaining(before))
})

test('rows are as their lines say, and what the follower keeps is made again', async () => {
  const cases = () => world.sql('reader', 'select * from errand_cases order by case_id')
  const before = await cases()
  await world.rebuilt()
  expect(await cases()).toEqual(before)
  expect((await world.verify()).flaws).toEqual([])
  await world.sql(
    'owner',
    `update round_items set state = 'absent', finding_id = null where item = 'fire_exit'`,
  )
  expect((await world.verify()).flaws).toMatchObject([
    { kind: 'row_changed', about: `round_item ${estate()}` },
  ])
})
