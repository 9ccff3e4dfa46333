import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Receipt } from '../cases/contract.ts'
import { climbLadders, ladderFollower } from '../cases/door.ts'
import type { CaseStory, FollowedCase } from '../cases/story.contract.ts'
import { openWorld, type World } from '../testing/world.ts'
import { act, type Person } from '../testing/world-client.ts'
import type { StaffName } from '../testing/world-people.ts'
import type { NoticePage } from './contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const at = ({ caseId }: Receipt) => `/api/cases/${caseId}`
const report = (words: string, by: Person = world.anonymous()) =>
  by.does<Receipt>('/api/reports', act({ words, areaId: world.places.building1.id }))
const climbUntil = async (local: string) => {
  world.clock.set(`${local}+08:00`)
  await world.followersSettled()
  const climbed = await climbLadders(world.system)
  await world.followersSettled()
  return climbed
}
interface Climbed {
  clock: string
  unitId: string | null
  round: number
  kind: string
  audience: string
}
const climbedOf = async ({ caseId }: Receipt) => {
  const rows = await world.sql<{ data: Climbed }>(
    'reader',
    `select data from journal where subject = $1 and kind = 'case.climbed' order by seq`,
    [caseId],
  )
  return rows.map(({ data }) => [data.clock, data.round, data.kind, data.audience])
}
const nextOf = async ({ caseId }: Receipt) => {
  const rows = await world.sql<{ next_at: Temporal.Instant }>(
    'reader',
    'select next_at from ladder_next where case_id = $1',
    [caseId],
  )
  const text = rows[0]?.next_at.toZonedDateTimeISO('Asia/Shanghai').toPlainDateTime().toString()
  return text?.slice(5, 16) ?? null
}
const heard = async (name: StaffName, { number }: Receipt) => {
  const { rows } = await world.as(name).sees<NoticePage>('/api/notices?limit=100')
  return rows.flatMap(({ kind, caseNumber }) =>
    caseNumber === number && kind.startsWith('ladder') ? [kind] : [],
  )
}
const handOut = async (receipt: Receipt) => {
  await world.as('street').does(`${at(receipt)}/screen`, act({ matter: 'HJ02', summary: '路口占道经营' }))
  await world.as('street').does(`${at(receipt)}/dispatch`, act())
}
const decided = async (receipt: Receipt, ask: object, by: Person = world.as('street')) => {
  await world.as('team').does(`${at(receipt)}/request`, act(ask))
  const { requests } = await by.sees<CaseStory>(at(receipt))
  await by.does(`${at(receipt)}/requests/${requests.at(-1)!.id}/decide`, act({ granted: true }))
}

test('an unanswered case climbs from its desk to the street and the district, once each', async () => {
  const resident = world.resident('13900000061')
  const receipt = await report('楼下堆了杂物', resident)
  await world.followersSettled()
  // Wednesday 9:30, four working hours: until 12:00 and from 13:30 to 15:00; a third of them is left at 13:40:48.
  expect(await nextOf(receipt)).toBe('11-18T13:40')
  expect(await climbUntil('2026-11-18T13:40')).toBe(0)
  expect(await climbUntil('2026-11-18T13:41')).toBe(1)
  expect(await climbUntil('2026-11-18T13:42')).toBe(0)
  expect(await heard('community', receipt)).toEqual(['ladder_reminded'])
  await climbUntil('2026-11-18T15:31')
  await climbUntil('2026-11-19T15:31')
  expect(await climbedOf(receipt)).toEqual([
    ['response', 1, 'remind', 'desk'],
    ['response', 1, 'press', 'desk'],
    ['response', 1, 'press', 'street'],
    ['response', 1, 'press', 'district'],
  ])
  expect(await heard('community', receipt)).toEqual(['ladder_pressed', 'ladder_reminded'])
  for (const name of ['street', 'centre'] as const)
    expect(await heard(name, receipt), name).toEqual(['ladder_pressed'])
  for (const name of ['community2', 'street2', 'worker', 'team'] as const)
    expect(await heard(name, receipt), name).toEqual([])
  expect(await nextOf(receipt)).toBeNull()
  // Who reported reads nothing of it, and the story is whole.
  const followed = await resident.sees<FollowedCase>(`/api/my/cases/${receipt.caseId}`)
  expect(followed.timeline.map(({ kind }) => kind)).not.toContain('case.climbed')
  const story = await world.as('street').sees<CaseStory>(at(receipt))
  expect(story.timeline.filter(({ kind }) => kind === 'case.climbed')).toHaveLength(4)
})

test('a unit’s clock climbs over its head; after the answer nobody hears any more', async () => {
  const receipt = await report('路口有人占道卖水果')
  await handOut(receipt)
  await world.as('team').does(`${at(receipt)}/sign`, act())
  await world.followersSettled()
  await climbUntil('2026-12-31T10:00')
  expect(await climbedOf(receipt)).toEqual([
    ['unit', 1, 'remind', 'desk'],
    ['unit', 1, 'remind', 'unit_head'],
    ['unit', 1, 'press', 'unit_head'],
    ['unit', 1, 'press', 'street'],
    ['unit', 1, 'press', 'district'],
  ])
  // The program slept for weeks: what it says now is not that the deadline is near.
  expect(await heard('team', receipt)).toEqual(['ladder_pressed'])
  expect(await heard('head', receipt)).toEqual(['ladder_pressed', 'ladder_pressed'])
})

test('escalation after the answer: what was due while the program slept is not said once it was answered', async () => {
  const receipt = await report('有人在路口摆摊')
  await handOut(receipt)
  await world.as('team').does(`${at(receipt)}/sign`, act())
  await world.followersSettled()
  expect(await nextOf(receipt)).not.toBeNull()
  world.clock.set('2027-02-01T10:00:00+08:00')
  // The follower has not read the answer yet: its row still calls, the story decides.
  await world.as('team').does(`${at(receipt)}/resolve`, act({ note: '已劝离' }))
  expect(await climbLadders(world.system)).toBe(0)
  await world.followersSettled()
  expect([await nextOf(receipt), await climbedOf(receipt)]).toEqual([null, []])
})

test('a pause holds the ladder, and its end gives it back; dispatched again, it begins anew', async () => {
  world.clock.set('2027-03-03T10:00:00+08:00')
  const receipt = await report('摊位挡住人行道')
  await handOut(receipt)
  await world.as('team').does(`${at(receipt)}/sign`, act())
  await decided(receipt, {
    kind: 'listing',
    reviewOn: '2027-06-01',
    reason: '等规划',
    condition: '规划批下来',
  })
  await climbUntil('2027-05-06T10:00')
  expect([await climbedOf(receipt), await nextOf(receipt)]).toEqual([[], null])
  await world.as('street').does(`${at(receipt)}/resume`, act())
  await climbUntil('2027-06-10T10:00')
  expect(await climbedOf(receipt)).toHaveLength(5)
  // Reminders do not die after a return.
  await decided(receipt, { kind: 'return', reason: '不归我们管' })
  await world
    .as('street')
    .does(`${at(receipt)}/dispatch`, act({ leadUnitId: world.units.team1, reason: '查过，归你们' }))
  await world.followersSettled()
  expect(await nextOf(receipt)).not.toBeNull()
  await climbUntil('2027-09-10T10:00')
  expect((await climbedOf(receipt)).slice(5).map(([, round, , audience]) => [round, audience])).toEqual([
    [2, 'desk'],
    [2, 'unit_head'],
    [2, 'unit_head'],
    [2, 'street'],
    [2, 'district'],
  ])
})

test('two servers at once say a step once', async () => {
  world.clock.set('2027-10-13T10:00:00+08:00')
  const receipts = [await report('楼道里停了电动车'), await report('楼道里有异味')]
  await world.followersSettled()
  world.clock.set('2027-10-13T14:30:00+08:00')
  const climbed = await Promise.all([
    climbLadders(world.system),
    climbLadders(world.system),
    climbLadders(world.system),
  ])
  expect(climbed.reduce((sum, count) => sum + count)).toBe(2)
  for (const receipt of receipts)
    expect(await climbedOf(receipt)).toEqual([['response', 1, 'remind', 'desk']])
})

test('however many climb at a holiday’s end, a minute says all it may, past what cannot be said', async () => {
  await climbUntil('2027-10-20T10:00')
  const receipts = await Promise.all(['一', '二', '三', '四', '五'].map((n) => report(`楼道堆物${n}`)))
  await world.followersSettled()
  await world.sql(
    'reader',
    `insert into ladder_next values (gen_random_uuid(), '2027-01-01'), (gen_random_uuid(), '2027-01-01')`,
  )
  world.clock.set('2027-10-20T14:30:00+08:00')
  // Three is the bound: a page of two is done to its end, and what is left is said in the next minute.
  expect(await climbLadders(world.system, { atOnce: 2, most: 3 })).toBe(4)
  await world.followersSettled()
  expect(await climbLadders(world.system, { atOnce: 2, most: 3 })).toBe(1)
  for (const receipt of receipts)
    expect(await climbedOf(receipt)).toEqual([['response', 1, 'remind', 'desk']])
  await world.sql('reader', `delete from ladder_next where next_at = '2027-01-01'`)
})

test('of a confidential case the centre alone hears', async () => {
  world.clock.set('2027-11-03T10:00:00+08:00')
  const receipt = await report('我要举报社区干部收红包')
  await climbUntil('2027-11-05T10:00')
  expect(await climbedOf(receipt)).toHaveLength(4)
  // Many steps at once are many lines of the story.
  expect(await heard('centre', receipt)).toHaveLength(4)
  for (const name of ['community', 'street', 'worker'] as const)
    expect(await heard(name, receipt), name).toEqual([])
})

test('rebuilt from the journal, the ladder’s next moments are the same', async () => {
  await world.followersSettled()
  const all = () => world.sql('reader', 'select * from ladder_next order by case_id')
  const before = await all()
  await world.rebuilt()
  expect(await all()).toEqual(before)
  expect(ladderFollower.name).toBe('ladder')
  expect(await world.sql('app', 'select * from ladder_next', [], { actor: 'client:x' })).toEqual([])
})
