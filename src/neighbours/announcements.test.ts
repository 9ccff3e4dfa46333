import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { World } from '../testing/world.ts'
import { openWorld } from '../testing/world.ts'
import type { StaffName } from '../testing/world-people.ts'
import type { AnnouncementPage, CommunityCard, DeskAnnouncementPage, Done } from './contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
  // Rows and lines must agree also where no two looks at a clock do.
  world.clock.tick()
})
afterAll(() => world.close())

const water = { title: '周六停水通知', body: '本周六 8:00 到 12:00 检修水管，请提前接水。' }
const act = (body: object = {}) => ({ requestId: randomUUID(), ...body })
const publish = (who: StaffName, body: object = {}) =>
  world
    .as(who)
    .post<Done>('/api/announcements', act({ ...water, areaId: world.places.community1.id, ...body }))
const card = (areaId = world.places.community1.id) =>
  world.anonymous().sees<CommunityCard>(`/api/communities/${areaId}`)
const titles = async () => (await card()).announcements.rows.map(({ title }) => title)

test('a community tells its residents, and everybody reads it in the name of its committee', async () => {
  expect((await publish('community', { pinned: true })).status).toBe(201)
  const found = await card(world.places.building1.id)
  expect(found).toMatchObject({
    area: { zh: '柳巷社区' },
    street: { zh: '东渡街道' },
    announcements: { rows: [{ ...water, pinned: true, unit: { id: world.units.committee1 } }], next: null },
  })
  expect(found.people).toMatchObject([
    { name: '小周', phone: '0999-8880001', grid: { zh: '柳巷第一网格' } },
    { name: '小周', grid: { zh: '柳巷第二网格' } },
  ])
})

test.each<[StaffName, number, string | null]>([
  ['community', 201, null],
  ['street', 201, null],
  ['community2', 403, 'not_permitted'],
  ['street2', 403, 'not_permitted'],
  ['worker', 403, 'not_permitted'],
  ['property', 403, 'not_permitted'],
])('%s publishing in community 1 is answered %i', async (who, status, refusal) => {
  expect(await publish(who)).toMatchObject({ status, refusal })
})

test('a resident and a passer-by publish nothing', async () => {
  const body = act({ ...water, areaId: world.places.community1.id })
  expect(await world.resident().post('/api/announcements', body)).toMatchObject({ refusal: 'not_permitted' })
  expect(await world.anonymous().post('/api/announcements', body)).toMatchObject({
    refusal: 'sign_in_needed',
  })
})

test('the same sent twice is published once; a day that is over, and a wider place, are refused', async () => {
  const body = act({ ...water, title: '只发一次', areaId: world.places.community1.id })
  const first = await world.as('community').does<Done>('/api/announcements', body)
  expect(await world.as('community').does<Done>('/api/announcements', body)).toEqual(first)
  expect((await titles()).filter((title) => title === '只发一次')).toHaveLength(1)
  expect(await publish('community', { shownUntil: '2026-11-17' })).toMatchObject({
    refusal: 'announcement_over',
  })
  expect(await publish('street', { areaId: world.places.street1.id })).toMatchObject({
    refusal: 'area_unknown',
  })
})

test('it stands through its last day, and the desk finds it afterwards', async () => {
  await publish('community', { title: '只到周四', shownUntil: '2026-11-19' })
  world.clock.set('2026-11-19T23:50:00+08:00')
  expect(await titles()).toContain('只到周四')
  world.clock.set('2026-11-20T00:10:00+08:00')
  expect(await titles()).not.toContain('只到周四')
  const { rows } = await world.as('community').sees<DeskAnnouncementPage>('/api/community-desk/announcements')
  expect(rows.find(({ title }) => title === '只到周四')).toMatchObject({ state: 'over' })
})

test('what is withdrawn is read by the desk alone, and a second withdrawal is refused', async () => {
  const { body } = await publish('community', { title: '写错了的通知' })
  const away = (who: StaffName) =>
    world.as(who).post(`/api/announcements/${body.id}/withdraw`, act({ reason: '时间写错了' }))
  expect(await away('community2')).toMatchObject({ refusal: 'not_permitted' })
  expect((await away('community')).status).toBe(200)
  expect(await away('community')).toMatchObject({ status: 409, refusal: 'withdrawn_already' })
  expect(await titles()).not.toContain('写错了的通知')
  // Not by the database either: neither the row nor its words.
  const outside = await world.sql('app', 'select id from announcements where id = $1', [body.id])
  const words = await world.sql('app', 'select id from sealed_texts where subject = $1', [body.id])
  expect([outside, words]).toEqual([[], []])
  const { rows } = await world.as('street').sees<DeskAnnouncementPage>('/api/community-desk/announcements')
  expect(rows.find(({ id }) => id === body.id)).toMatchObject({ state: 'withdrawn', title: '写错了的通知' })
})

test('a desk of another community lists its own alone', async () => {
  const mine = await world.as('community2').sees<DeskAnnouncementPage>('/api/community-desk/announcements')
  expect(mine.rows).toEqual([])
  const others = `/api/community-desk/announcements?areaId=${world.places.community1.id}`
  expect(await world.as('community2').get(others)).toMatchObject({ refusal: 'not_permitted' })
})

test('pages follow each other, pinned ones first, without a gap or a repeat', async () => {
  const areaId = world.places.community2.id
  for (const n of [1, 2, 3, 4, 5, 6, 7]) {
    await publish('community2', { areaId, title: `第 ${n} 号`, pinned: n === 2 || n === 3 })
    world.clock.advance({ minutes: 1 })
  }
  const read: string[] = []
  let next: string | null = ''
  while (next !== null) {
    const path = `/api/communities/${areaId}/announcements?limit=3${next && `&after=${next}`}`
    const page: AnnouncementPage = await world.anonymous().sees(path)
    read.push(...page.rows.map(({ title }) => title))
    next = page.next
  }
  expect(read).toEqual([3, 2, 7, 6, 5, 4, 1].map((n) => `第 ${n} 号`))
  const wrong = `/api/communities/${areaId}/announcements?after=no`
  expect(await world.anonymous().get(wrong)).toMatchObject({ refusal: 'input_invalid' })
})

test('the lines hold no words, and rows that say otherwise are named', async () => {
  const lines = await world.sql<{ data: unknown }>(
    'reader',
    `select data from journal where kind like 'announcement.%'`,
  )
  expect(lines.length).toBeGreaterThan(5)
  expect(JSON.stringify(lines)).not.toMatch(/通知|停水|写错/)
  expect((await world.verify()).flaws).toEqual([])
})

test.each([
  ['a last day', `update announcements set shown_until = '2030-01-01' where title_id = $1`, 'row_changed'],
  ['a withdrawal', 'update announcements set withdrawn_at = published_at where title_id = $1', 'row_changed'],
  ['a seq', 'update announcements set seq = 9 where title_id = $1', 'tail_missing'],
  ['an open text', 'update sealed_texts set open = true where kind = $$reason$$ and id <> $1', 'row_changed'],
])('verify names %s that was set by hand', async (_, change, kind) => {
  const areaId = world.places.community3.id
  const { body } = await publish('community3', { areaId })
  const [row] = await world.sql<{ title_id: string }>(
    'reader',
    'select title_id from announcements where id = $1',
    [body.id],
  )
  await world.sql('owner', 'begin')
  await world.sql('owner', change, [row!.title_id])
  await world.sql('owner', 'commit')
  expect((await world.verify()).flaws).toContainEqual(expect.objectContaining({ kind }))
})
