import { afterAll, beforeAll, expect, test } from 'vitest'
import { declareDrill } from '../../testing/emergency-acts.ts'
import { openWorld, type World } from '../../testing/world.ts'
import { act } from '../../testing/world-client.ts'
import type { StaffName } from '../../testing/world-people.ts'
import type { Receipt } from '../contract.ts'
import type { HandOverLog, HandOverPage, HandOverReceipt, OwnHandOver } from './contract.ts'
import { tellUntaken } from './tell-untaken.ts'

let world: World
let lamp: Receipt
beforeAll(async () => {
  world = await openWorld()
  lamp = await world
    .resident('13900000071')
    .does<Receipt>('/api/reports', act({ words: '摊位占道', areaId: world.places.building1.id }))
  const at = `/api/cases/${lamp.caseId}`
  const street = world.as('street')
  await street.does(`${at}/screen`, act({ matter: 'HJ02', summary: '路口占道经营' }))
  await street.does(`${at}/dispatch`, act())
  await world.as('team').does(`${at}/sign`, act())
  await world.as('team').does(`${at}/request`, act({ kind: 'extension', days: 1, reason: '摊主不在' }))
  const words = '请今天下班前回复'
  const instruction = { unitId: world.units.team1, words, amount: 4, countedIn: 'working_hour' }
  await street.does(`${at}/instruct`, act(instruction))
})
afterAll(() => world.close())

const own = (name: StaffName, of: StaffName = name) =>
  world.as(name).sees<OwnHandOver>(`/api/hand-over?postId=${world.staff[of].postId}`)
const give = (name: StaffName, more: object = {}, of: StaffName = name) =>
  world.as(name).does<HandOverReceipt>('/api/hand-overs', act({ postId: world.staff[of].postId, ...more }))
const take = (name: StaffName, id: string) => world.as(name).post(`/api/hand-overs/${id}/take`, act())
const log = (name: StaffName, query = '') => world.as(name).sees<HandOverLog>(`/api/hand-overs${query}`)
const kinds = ({ items }: { items: readonly { kind: string }[] }) => items.map(({ kind }) => kind)
const minute = () => tellUntaken(world.system)
const told = async (name: StaffName) => {
  await world.followersSettled()
  const { rows } = await world.as(name).sees<{ rows: { kind: string }[] }>('/api/notices?limit=100')
  return rows.map(({ kind }) => kind).filter((kind) => kind.startsWith('hand_over'))
}

test('what stands there is computed: a unit’s parts, instructions and requests; a street’s own to decide; a grid’s cases', async () => {
  const team = await own('team')
  expect(team.seats).toMatchObject([{ kind: 'unit', unit: { id: world.units.team1 } }])
  expect(kinds(team.standing)).toEqual(['instruction', 'work', 'request'])
  expect(team.standing.items[1]).toMatchObject({ id: lamp.caseId, matter: { code: 'HJ02' } })
  expect(team.standing.counts).toMatchObject({ work: 1, instruction: 1, request: 1, red: 0, whistle: 0 })
  expect(kinds((await own('street')).standing)).toEqual(['work', 'request'])
  expect(kinds((await own('worker')).standing)).toEqual(['work'])
  expect(kinds((await own('worker2')).standing)).toEqual([])
  expect((await own('department')).standing.counts.work).toBe(0)
})

test('who has no seat, or names another’s, gives nothing; no paragraph is too long or empty', async () => {
  expect((await world.as('administrator').get('/api/hand-over')).refusal).toBe('not_permitted')
  expect((await world.as('evaluator').get('/api/hand-over')).refusal).toBe('not_permitted')
  expect((await world.resident().get('/api/hand-overs')).refusal).toBe('not_permitted')
  const postId = world.staff.team.postId
  expect((await world.as('water').post('/api/hand-overs', act({ postId }))).refusal).toBe('hand_over_no_seat')
  const team = world.as('team')
  for (const words of ['', '字'.repeat(1001)])
    expect((await team.post('/api/hand-overs', act({ postId, words }))).refusal).toBe('input_invalid')
})

test('given, told to the seat alone, taken by a holder of it once, and never by whoever gave it', async () => {
  const body = act({ postId: world.staff.team.postId, words: '摊主说周三搬，下午再去看一次' })
  const given = await world.as('team').does<HandOverReceipt>('/api/hand-overs', body)
  expect(await world.as('team').does('/api/hand-overs', body), 'sent twice it is given once').toEqual(given)
  expect(await told('head')).toEqual(['hand_over_given'])
  expect(await told('team')).toEqual([])

  const page = await world.as('head').sees<HandOverPage>(`/api/hand-overs/${given.handOverId}`)
  expect(page).toMatchObject({
    givenBy: 'team',
    words: '摊主说周三搬，下午再去看一次',
    canTake: true,
    own: false,
  })
  expect(kinds(page)).toEqual(['instruction', 'work', 'request'])
  for (const other of ['street', 'centre', 'water', 'worker'] as const)
    expect((await take(other, given.handOverId)).refusal, other).toBe('not_found')
  expect((await take('team', given.handOverId)).refusal).toBe('hand_over_own')
  expect((await take('head', given.handOverId)).status).toBe(200)
  expect((await take('head', given.handOverId)).refusal).toBe('hand_over_ended')
  expect((await log('team')).rows).toMatchObject([
    { takenBy: 'head', late: false, canTake: false, own: true },
  ])
  expect((await own('team')).waiting).toBeNull()
})

test('a grid’s is taken by who stands in; given once more it takes the place of the last; above one reads the log', async () => {
  await world.as('worker').does(
    '/api/delegations',
    act({
      postId: world.staff.worker.postId,
      toAccountId: world.staff.worker2.accountId,
      endsOn: '2026-11-21',
    }),
  )
  world.clock.tick()
  const first = await give('worker')
  world.clock.tick()
  const unseen = act({ postId: world.staff.worker.postId, words: '不知道前面交过' })
  expect((await world.as('worker').post('/api/hand-overs', unseen)).refusal).toBe('version_conflict')
  const second = await give('worker', { words: '3 栋门禁坏了', replaces: first.handOverId })
  expect((await take('worker2', first.handOverId)).refusal).toBe('hand_over_ended')
  expect((await own('worker2', 'worker')).waiting).toMatchObject({
    id: second.handOverId,
    words: '3 栋门禁坏了',
  })
  expect((await take('community', second.handOverId)).refusal, 'who reads it does not take it').toBe(
    'not_permitted',
  )
  expect((await take('worker2', second.handOverId)).status).toBe(200)
  for (const above of ['community', 'street', 'centre'] as const)
    expect((await log(above)).rows.map(({ id }) => id)).toEqual([second.handOverId, first.handOverId])
  expect((await log('community2')).rows).toEqual([])
  const [latest] = (await log('street', '?limit=1&month=2026-11')).rows
  const next = await log('street', `?limit=1&month=2026-11&after=${latest!.id}`)
  expect(next).toMatchObject({ rows: [{ id: first.handOverId, takenAt: null }], next: null })
  expect((await log('street', '?month=2026-10')).rows).toEqual([])
})

test('of two who give one seat at once, one is told that somebody was quicker, and takes it', async () => {
  const both = ['team', 'head'] as const
  const replies = await Promise.all(
    both.map((name) => world.as(name).post('/api/hand-overs', act({ postId: world.staff[name].postId }))),
  )
  expect(replies.map(({ refusal }) => refusal ?? 'given').sort()).toEqual(['given', 'version_conflict'])
  const { waiting } = await own('team')
  expect((await take(waiting!.own ? 'head' : 'team', waiting!.id)).status).toBe(200)
})

test('what nobody has taken in two hours is told once: to a unit’s head, to the desk above a desk, to the community for a grid', async () => {
  for (const name of ['team', 'community', 'worker2'] as const) {
    await give(name)
    world.clock.tick()
  }
  world.clock.advance({ hours: 2 })
  expect(await minute()).toBe(3)
  world.clock.advance({ minutes: 1 })
  expect(await minute()).toBe(0)
  expect((await told('head')).filter((kind) => kind === 'hand_over_untaken')).toHaveLength(1)
  expect(await told('community')).toEqual(['hand_over_untaken'])
  expect(await told('street')).toEqual(['hand_over_untaken'])
  expect((await log('community')).rows.filter(({ late }) => late)).toHaveLength(2)
})

test('a case that became confidential is named no more, and stays in the count', async () => {
  const report = act({ words: '有件事想单独反映', areaId: world.places.grid1.id })
  const { caseId } = await world.anonymous().does<Receipt>('/api/reports', report)
  const { handOverId } = await give('worker')
  const seen = async () => {
    const { counts, items } = await world.as('community').sees<HandOverPage>(`/api/hand-overs/${handOverId}`)
    return [counts.work, items.map(({ id }) => id)]
  }
  expect(await seen()).toEqual([2, expect.arrayContaining([caseId, lamp.caseId])])
  await world.as('centre').does(`/api/cases/${caseId}/screen`, act({ matter: 'MJ01' }))
  expect(await seen()).toEqual([2, [lamp.caseId]])
})

test('practice is no work to hand over: neither named nor counted', async () => {
  const before = (await own('street')).standing
  const modeId = await declareDrill(world.as('centre'), world)
  const practice = { areaId: world.places.grid1.id, matter: 'FA03', words: '演练：井盖冲走，有人被困' }
  await world.as('centre').does(`/api/emergencies/${modeId}/practice`, act(practice))
  const { counts, items } = (await own('street')).standing
  expect([counts.work, counts.red, counts.yellow]).toEqual([
    before.counts.work,
    before.counts.red,
    before.counts.yellow,
  ])
  expect(items).toEqual(before.items)
})

test('a month of it goes out as a sheet, on the record; and rows that were rewritten are found', async () => {
  const headers = await world.as('street').headers()
  const url = '/api/hand-overs/export?month=2026-11'
  expect((await world.app.inject({ url, headers })).statusCode).toBe(200)
  const kept = await world.sql<{ data: { list: string; rows: number } }>(
    'owner',
    `select data from journal where data ->> 'list' = 'duty-log'`,
  )
  expect(kept).toMatchObject([{ data: { list: 'duty-log', rows: 5 } }])
  expect((await world.verify()).flaws).toEqual([])
  await world.sql('owner', `update hand_overs set items = '[]' where counts ->> 'work' <> '0'`)
  expect((await world.verify()).flaws.map(({ kind }) => kind)).toContain('row_changed')
})
