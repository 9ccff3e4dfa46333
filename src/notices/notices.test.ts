import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Receipt } from '../cases/contract.ts'
import type { CaseStory } from '../cases/story.contract.ts'
import type { QuestionReceipt } from '../neighbours/contract.ts'
import { catchUp, rebuild } from '../platform/follower.ts'
import type { World } from '../testing/world.ts'
import { openWorld } from '../testing/world.ts'
import type { Person } from '../testing/world-client.ts'
import type { PlaceName } from '../testing/world-places.ts'
import type { Notice, NoticePage } from './contract.ts'
import { noticesFollower } from './door.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const act = (body: object = {}) => ({ requestId: randomUUID(), ...body })
const at = ({ caseId }: Receipt) => `/api/cases/${caseId}`
const report = (by: Person, words: string, place: PlaceName = 'building1') =>
  by.does<Receipt>('/api/reports', act({ words, areaId: world.places[place].id }))

/** What someone is told about a case, oldest first. */
async function toldOf(person: Person, { number }: Receipt): Promise<Notice[]> {
  await world.followersSettled()
  const page = await person.sees<NoticePage>('/api/notices?limit=100')
  return page.rows.filter((notice) => notice.caseNumber === number).reverse()
}
const kindsOf = async (person: Person, receipt: Receipt) =>
  (await toldOf(person, receipt)).map((notice) => notice.kind)

async function handOut(receipt: Receipt, matter = 'HJ02') {
  const desk = world.as('street')
  await desk.does(`${at(receipt)}/screen`, act({ matter, summary: '路口占道经营' }))
  await desk.does(`${at(receipt)}/dispatch`, act())
}

test('reporter, grid worker, unit and street are each told what concerns them, and nobody else anything', async () => {
  const resident = world.resident('13900000011')
  const [team, street, centre] = [world.as('team'), world.as('street'), world.as('centre')]
  const receipt = await report(resident, '路口有人占道卖水果')
  await handOut(receipt)
  await team.does(`${at(receipt)}/sign`, act())
  await team.does(`${at(receipt)}/request`, act({ kind: 'extension', days: 2, reason: '等联合执法' }))
  const { requests } = await street.sees<CaseStory>(at(receipt))
  const decide = `${at(receipt)}/requests/${requests[0]!.id}/decide`
  await world.followersSettled()
  expect(await kindsOf(street, receipt)).toEqual(['desk_requested'])
  await centre.does(decide, act({ granted: true }))
  await team.does(`${at(receipt)}/resolve`, act({ note: '已劝离' }))
  await centre.does(`${at(receipt)}/check`, act({ passed: false, note: '现场还有摊位' }))
  await team.does(`${at(receipt)}/resolve`, act({ note: '已清理' }))
  await street.does(`${at(receipt)}/reply`, act({ answer: '摊位已清理。' }))
  await resident.does(
    `/api/my/cases/${receipt.caseId}/rate`,
    act({ solved: false, rating: 1, words: '又来了' }),
  )
  await team.does(`${at(receipt)}/sign`, act())
  await team.does(`${at(receipt)}/resolve`, act({ note: '再次清理' }))
  await street.does(`${at(receipt)}/reply`, act({ answer: '已安排值守。' }))
  await centre.does(`${at(receipt)}/check`, act({ passed: true }))
  await centre.does(`${at(receipt)}/close`, act())

  const own = await toldOf(resident, receipt)
  expect(own.map((notice) => notice.kind)).toEqual([
    'own_dispatched',
    'own_signed',
    'own_more_time',
    'own_replied',
    'own_reopened',
    'own_signed',
    'own_replied',
    'own_closed',
  ])
  const { parts } = await team.sees<CaseStory>(at(receipt))
  const [dispatched, , moreTime, , reopened] = own
  expect(dispatched).toMatchObject({ caseId: receipt.caseId, facts: { unitId: world.units.team1 } })
  expect(moreTime!.facts.request).toBe('extension')
  expect(moreTime!.facts.dueAt! > dispatched!.facts.dueAt!).toBe(true)
  expect(reopened!.facts.dueAt).toBe(parts[0]!.account.dueAt)

  const work = ['unit_dispatched', 'unit_decided', 'unit_sent_back', 'unit_reopened']
  expect(await kindsOf(team, receipt)).toEqual(work)
  expect(await kindsOf(world.as('head'), receipt)).toEqual(work)
  expect(await kindsOf(world.as('worker'), receipt)).toEqual(['grid_accepted'])
  for (const name of [
    'worker2',
    'community',
    'community2',
    'street2',
    'team2',
    'department',
    'centre',
  ] as const)
    expect(await kindsOf(world.as(name), receipt), name).toEqual([])
  expect(await kindsOf(world.resident('13900000012'), receipt)).toEqual([])

  const all = JSON.stringify(await world.sql('reader', 'select * from notices'))
  for (const words of ['占道', '联合执法', '值守', '又来了']) expect(all).not.toContain(words)
})

test('a refused request is told to the unit alone', async () => {
  const resident = world.resident('13900000011')
  const receipt = await report(resident, '路口占道经营')
  await handOut(receipt)
  const team = world.as('team')
  await team.does(`${at(receipt)}/sign`, act())
  await team.does(`${at(receipt)}/request`, act({ kind: 'pause', days: 3, reason: '等天晴' }))
  const { requests } = await team.sees<CaseStory>(at(receipt))
  const decide = `${at(receipt)}/requests/${requests[0]!.id}/decide`
  await world.as('street').does(decide, act({ granted: false, reason: '不必等' }))
  expect((await toldOf(team, receipt)).at(-1)).toMatchObject({
    kind: 'unit_decided',
    facts: { request: 'pause', granted: false, dueAt: null },
  })
  expect(await kindsOf(resident, receipt)).toEqual(['own_dispatched', 'own_signed'])
})

test('the answer reaches everyone who was joined, each under their own number, also who is joined later', async () => {
  const [one, two, three] = ['13900000021', '13900000022', '13900000023'].map((phone) =>
    world.resident(phone),
  )
  const big = await report(one!, '路口占道经营')
  const small = await report(two!, '有人摆摊挡路')
  const late = await report(three!, '摊子还在')
  const street = world.as('street')
  await street.does(`${at(small)}/join`, act({ into: big.caseId }))
  await handOut(big)
  await world.as('team').does(`${at(big)}/sign`, act())
  await world.as('team').does(`${at(big)}/resolve`, act({ note: '已劝离' }))
  await street.does(`${at(big)}/reply`, act({ answer: '已劝离。' }))
  expect(await kindsOf(two!, small)).toEqual(['own_joined', 'own_replied'])
  await street.does(`${at(late)}/join`, act({ into: big.caseId }))
  expect((await kindsOf(three!, late)).sort()).toEqual(['own_joined', 'own_replied'])
  const told = JSON.stringify(await two!.sees('/api/notices'))
  expect(told).not.toContain(big.number)
  expect(told).not.toContain(big.caseId)
  expect(await kindsOf(one!, big)).toEqual(['own_dispatched', 'own_signed', 'own_replied'])
})

test('what is declined or passed on is told with its door', async () => {
  const resident = world.resident('13900000024')
  const [declined, referred] = [await report(resident, '问一件小事'), await report(resident, '修自家水龙头')]
  await world.as('community').does(`${at(declined)}/decline`, act({ reason: '不属于受理范围' }))
  const refer = act({ door: 'service', reason: '可以找便民服务' })
  await world.as('community').does(`${at(referred)}/refer`, refer)
  expect(await kindsOf(resident, declined)).toEqual(['own_declined'])
  expect(await toldOf(resident, referred)).toMatchObject([
    { kind: 'own_referred', facts: { door: 'service' } },
  ])
})

test('whoever asked a community something is told of the answer, until the question is taken back', async () => {
  const resident = world.resident('13900000051')
  const areaId = world.places.community1.id
  const ask = (person: Person) =>
    person.does<QuestionReceipt>('/api/questions', act({ areaId, words: '老年食堂几点开门？' }))
  const told = async () => {
    await world.followersSettled()
    const { rows } = await resident.sees<NoticePage>('/api/notices')
    return rows.filter(({ kind }) => kind.startsWith('own_question'))
  }
  const [answered, declined] = [await ask(resident), await ask(resident)]
  await ask(world.anonymous())
  expect(await told()).toEqual([])
  const desk = world.as('community')
  const answer = act({ answer: '十一点开门。', publicQuestion: null })
  await desk.does(`/api/questions/${answered.questionId}/answer`, answer)
  world.clock.advance({ minutes: 1 })
  const decline = act({ because: 'repeated', words: '前面答过。' })
  await desk.does(`/api/questions/${declined.questionId}/decline`, decline)
  expect(await told()).toMatchObject([
    { kind: 'own_question_declined', caseId: null, facts: { questionId: declined.questionId, areaId } },
    { kind: 'own_question_answered', caseId: null, facts: { questionId: answered.questionId, areaId } },
  ])
  await resident.does(`/api/questions/${answered.questionId}/take-back`, act())
  expect(await told()).toMatchObject([{ kind: 'own_question_declined' }])
})

test('of a confidential case only its reporter and the centre are told; what was told before is taken back', async () => {
  const resident = world.resident('13900000031')
  const receipt = await report(resident, '门口有人聚在一起')
  const worker = world.as('worker')
  expect(await kindsOf(worker, receipt)).toEqual(['grid_accepted'])
  const centre = world.as('centre')
  await centre.does(`${at(receipt)}/screen`, act({ matter: 'MJ01' }))
  await centre.does(`${at(receipt)}/dispatch`, act({ assistUnitIds: [world.units.water] }))
  expect(await kindsOf(worker, receipt)).toEqual([])
  for (const name of ['team', 'head', 'street', 'community'] as const)
    expect(await kindsOf(world.as(name), receipt), name).toEqual([])
  expect(await kindsOf(resident, receipt)).toEqual(['own_dispatched'])
  const petition = await report(resident, '我要举报社区干部收红包')
  expect(await kindsOf(worker, petition)).toEqual([])
})

test('an emergency is told to the nearest posts, before everything else', async () => {
  const alertIn = (place: PlaceName) =>
    world.anonymous().does('/api/alerts', act({ words: '着火了', areaId: world.places[place].id }))
  const alertsOf = async (person: Person) => (await person.sees<NoticePage>('/api/notices')).alerts
  await alertIn('building1')
  await alertIn('grid4')
  const later = await report(world.anonymous(), '垃圾没有人收')
  await world.followersSettled()
  const worker = world.as('worker')
  const seen = await worker.sees<NoticePage>('/api/notices')
  expect(seen.rows[0]).toMatchObject({ caseNumber: later.number })
  expect(seen.alerts).toMatchObject([
    { kind: 'alert', caseId: null, facts: { areaId: world.places.building1.id } },
  ])
  // Grid 4 has no worker: its community's desk hears.
  expect(await alertsOf(world.as('community3'))).toHaveLength(1)
  for (const name of ['worker2', 'community', 'street', 'street2', 'centre'] as const)
    expect(await alertsOf(world.as(name)), name).toEqual([])
  await worker.does('/api/notices/read', { ids: [seen.alerts[0]!.id] })
  expect(await alertsOf(worker)).toEqual([])
})

test('who holds a post no more is told no more', async () => {
  await world.as('administrator').does('/api/posts/end', { postId: world.staff.worker2.postId })
  const receipt = await report(world.anonymous(), '楼道堆物', 'grid2')
  expect(await kindsOf(world.as('worker2'), receipt)).toEqual([])
})

test('after an area change the new street decides and is told', async () => {
  const receipt = await report(world.anonymous(), '路口占道经营')
  await handOut(receipt)
  const move = act({ parentId: world.places.street2.id, fromDay: '2026-11-18' })
  await world.as('administrator').does(`/api/areas/${world.places.community1.id}/move`, move)
  await world.followersSettled()
  const team = world.as('team')
  await team.does(`${at(receipt)}/sign`, act())
  await team.does(`${at(receipt)}/request`, act({ kind: 'extension', days: 1, reason: '人手不够' }))
  expect(await kindsOf(world.as('street2'), receipt)).toEqual(['desk_requested'])
  expect(await kindsOf(world.as('street'), receipt)).toEqual([])
})

test('notices are read page by page, by their own reader, and marked once', async () => {
  const resident = world.resident('13900000011')
  const first = await resident.sees<NoticePage>('/api/notices?limit=4')
  expect(first.rows).toHaveLength(4)
  expect(first.unread).toBe(10)
  const second = await resident.sees<NoticePage>(`/api/notices?limit=100&after=${first.next}`)
  expect(second).toMatchObject({ next: null })
  const ids = [...first.rows, ...second.rows].map((notice) => notice.id)
  expect(ids).toEqual([...new Set(ids)].sort().reverse())
  expect(ids).toHaveLength(10)

  expect(await resident.does('/api/notices/read', { ids: [ids[0]] })).toEqual({ unread: 9 })
  expect(await resident.does('/api/notices/read', { upTo: ids[3] })).toEqual({ unread: 2 })
  const stranger = world.resident('13900000012')
  await stranger.does('/api/notices/read', { upTo: ids[1] })
  expect((await resident.sees<NoticePage>('/api/notices')).unread).toBe(2)
  const unread = (await resident.sees<NoticePage>('/api/notices')).rows.filter((row) => row.readAt === null)
  expect(unread.map((notice) => notice.id)).toEqual([ids[1], ids[2]])

  expect(await world.anonymous().sees('/api/notices')).toMatchObject({ rows: [], unread: 0 })
  expect((await world.anonymous().post('/api/notices/read', { upTo: ids[0] })).refusal).toBe('sign_in_needed')
  const settings = { actor: 'client:x' }
  expect(await world.sql('app', 'select * from notices', [], settings)).toEqual([])
})

test('following twice adds nothing, and a rebuild makes the same, with what was read', async () => {
  await world.followersSettled()
  const all = () => world.sql('reader', 'select * from notices order by id')
  const before = await all()
  expect(before.length).toBeGreaterThan(20)
  expect(await catchUp(world.district, noticesFollower)).toBe(0)
  await world.sql('owner', `delete from cursors where follower = 'notices'`)
  await catchUp(world.district, noticesFollower)
  expect(await all()).toEqual(before)
  await rebuild(world.district, noticesFollower)
  expect(await all()).toEqual(before)
})
