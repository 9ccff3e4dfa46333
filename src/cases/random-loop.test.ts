import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { randomFrom } from '../kernel/random.ts'
import { photo } from '../testing/photo.ts'
import { wallsAgree } from '../testing/wall-agrees.ts'
import type { World } from '../testing/world.ts'
import { openWorld } from '../testing/world.ts'
import type { Person } from '../testing/world-client.ts'
import type { StaffName } from '../testing/world-people.ts'
import { offers, waitingAllows } from './acts.rule.ts'
import type { Receipt, Stage } from './contract.ts'
import { moves } from './stage.rule.ts'
import type { CaseStory } from './story.contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

interface Reported extends Receipt {
  readonly reporter: Person
}

/** What people try, in any order and by whomever: most of it is refused, and that must leave no trace. */
const attempts: readonly {
  readonly by: readonly StaffName[]
  readonly act: string
  readonly body: object
}[] = [
  {
    by: ['community', 'centre', 'property'],
    act: 'screen',
    body: { matter: 'FA02', summary: '楼道里的灯不亮' },
  },
  // More often taken up than declined, so that stories go far.
  { by: ['community'], act: 'screen', body: { matter: 'FA02', summary: '楼道里的灯不亮' } },
  { by: ['centre'], act: 'screen', body: { matter: 'FA02', summary: '楼道里的灯不亮' } },
  { by: ['community', 'street', 'team'], act: 'dispatch', body: {} },
  // As a desk does with what came back: to another unit, with a reason.
  { by: ['street'], act: 'dispatch', body: { reason: '改派' } },
  { by: ['community'], act: 'decline', body: { reason: '不在受理范围' } },
  { by: ['property', 'team', 'head'], act: 'sign', body: {} },
  { by: ['property', 'team', 'worker'], act: 'arrive', body: {} },
  { by: ['property', 'team', 'worker'], act: 'note', body: { note: '看过了' } },
  { by: ['property', 'team', 'community'], act: 'resolve', body: { note: '修好了' } },
  { by: ['property', 'team'], act: 'request', body: { kind: 'extension', days: 1, reason: '等材料' } },
  { by: ['property', 'team'], act: 'request', body: { kind: 'pause', days: 2, reason: '停电等待' } },
  { by: ['property', 'team'], act: 'request', body: { kind: 'return', reason: '不是我们的范围' } },
  {
    by: ['property', 'team'],
    act: 'request',
    body: { kind: 'listing', reviewOn: '2027-02-01', condition: '资金到位', reason: '等大修' },
  },
  { by: ['centre', 'street'], act: 'arbitrate', body: { reason: '由这家办' } },
  { by: ['street', 'team'], act: 'review', body: { reviewOn: '2027-03-01', reason: '资金还没有到' } },
  { by: ['street', 'centre'], act: 'decide', body: { granted: true } },
  { by: ['street'], act: 'decide', body: { granted: false, reason: '理由不足' } },
  { by: ['street', 'centre'], act: 'resume', body: {} },
  { by: ['community', 'street'], act: 'reply', body: { answer: '已经处理好了' } },
  { by: ['centre', 'community'], act: 'check', body: { passed: true } },
  { by: ['centre'], act: 'check', body: { passed: false, note: '现场没有修好' } },
  { by: ['centre', 'property'], act: 'close', body: {} },
]
const ratings = [
  { solved: false, rating: 1 },
  { solved: true, rating: 5 },
]

test('whatever is tried in whatever order, stories stay whole, stages legal, clocks true', async () => {
  const { next: random } = randomFrom(20261118)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!
  const reported: Reported[] = []
  const tally = { done: 0, refused: 0 }
  for (let step = 0; step < 400; step += 1) {
    world.clock.advance({ minutes: Math.floor(random() * 50) })
    if (reported.length === 0 || random() < 0.02) reported.push(await begun(pick(beginnings)))
    // Mostly the newest ones: an old case has often ended.
    const target = pick(reported.slice(-4))
    const status =
      random() < 0.12
        ? await rate(target, pick(ratings))
        : await attempt(target, pick(await sensible(target, random())), pick)
    expect(status, 'never a bug').toBeLessThan(500)
    if (status < 400) tally.done += 1
    else tally.refused += 1
  }
  expect(tally.done).toBeGreaterThan(60)
  expect(tally.refused).toBeGreaterThan(60)
  for (const { caseId } of reported) await holds(caseId)
  const { district, street1, community1 } = world.places
  await wallsAgree(world, [district.id, street1.id, community1.id])
  const lines = await world.sql<{ kind: string }>('reader', 'select distinct kind from journal')
  const kinds = lines.map(({ kind }) => kind)
  expect(kinds).toEqual(expect.arrayContaining(['case.arbitrated', 'case.listing_reviewed', 'case.resumed']))
  expect((await world.verify()).flaws).toEqual([])
}, 120_000)

/** Mostly what the stage offers, so that stories go far; a third of the time anything. */
async function sensible({ caseId }: Reported, chance: number): Promise<typeof attempts> {
  if (chance < 0.33) return attempts
  const [row] = await world.sql<{ stage: Stage }>('reader', 'select stage from cases where id = $1', [caseId])
  const requests = await world.sql<{ granted: boolean | null; arbitration: boolean }>(
    'reader',
    'select granted, arbitration from case_requests where case_id = $1',
    [caseId],
  )
  const parts = await world.sql<{ stage: string }>(
    'reader',
    'select stage from case_parts where case_id = $1',
    [caseId],
  )
  const stages = parts.map(({ stage }) => stage)
  const offered = attempts.filter(
    ({ act }) =>
      offers[row!.stage].some((offer) => offer.act === act) && waitingAllows(act, requests, stages),
  )
  return offered.length > 0 ? offered : attempts
}

async function report(): Promise<Reported> {
  const reporter = world.anonymous()
  const body = { requestId: randomUUID(), words: '楼道灯不亮', place: world.places.building1.placeCode }
  return { ...(await reporter.does<Receipt>('/api/reports', body)), reporter }
}

const isWaiting = ({ granted }: CaseStory['requests'][number]): boolean => granted === null

type Step = readonly [by: StaffName, act: string, body?: object]
const taken: readonly Step[] = [
  ['community', 'screen', { matter: 'FA02', summary: '楼道里的灯不亮' }],
  ['community', 'dispatch'],
]
const back = { kind: 'return', reason: '不是我们的范围' }
const listing = { kind: 'listing', reviewOn: '2027-01-15', condition: '资金到位', reason: '等大修' }
/** How far a case has come when the random acts begin: what lies deep is hardly met by chance. */
const beginnings: readonly (readonly Step[])[] = [
  [],
  [],
  [...taken, ['property', 'request', back], ['street', 'decide', { granted: true }]],
  [
    ...taken,
    ['property', 'request', back],
    ['street', 'decide', { granted: true }],
    ['street', 'dispatch', { reason: '改派' }],
    ['team', 'request', back],
    ['property', 'request', back],
  ],
  [...taken, ['property', 'sign'], ['property', 'request', listing], ['street', 'decide', { granted: true }]],
]

async function begun(steps: readonly Step[]): Promise<Reported> {
  const reported = await report()
  for (const [by, act, body = {}] of steps)
    await attempt(reported, { by: [by], act, body }, (from) => from[0]!)
  return reported
}

const rate = async (target: Reported, rating: object): Promise<number> =>
  (
    await target.reporter
      .withReceipt(target.receiptCode)
      .post('/api/follow/rate', { requestId: randomUUID(), ...rating })
  ).status

async function attempt(
  { caseId }: Reported,
  { by, act, body }: (typeof attempts)[number],
  pick: <T>(from: readonly T[]) => T,
): Promise<number> {
  const holder = await holderOf(caseId)
  const person = world.as(by.includes(holder) && pick([true, true, false]) ? holder : pick(by))
  let path = `/api/cases/${caseId}/${act}`
  let more = {}
  const named = pick([world.units.property1, world.units.team1])
  if (act === 'dispatch' && 'reason' in body) more = { leadUnitId: named }
  if (act === 'arbitrate') more = { unitId: named }
  if (act === 'decide' || act === 'arbitrate') {
    const seen = await person.get<CaseStory>(`/api/cases/${caseId}`)
    const waiting = seen.status === 200 ? seen.body.requests.find(isWaiting) : undefined
    if (!waiting) return 404
    path = `/api/cases/${caseId}/requests/${waiting.id}/${act}`
  }
  if (act === 'resolve') {
    const upload = { bytes: await photo(), type: 'image/jpeg' }
    more = { photos: [(await person.upload<{ fileId: string }>('/api/photos', upload)).body.fileId] }
  }
  return (await person.post(path, { requestId: randomUUID(), ...body, ...more })).status
}

/** Who has it in hand, as far as it is one of the two units that cases go to here. */
async function holderOf(caseId: string): Promise<StaffName> {
  const [row] = await world.sql<{ unitId: string | null }>(
    'reader',
    'select lead_unit_id as "unitId" from cases where id = $1',
    [caseId],
  )
  return row!.unitId === world.units.team1 ? 'team' : 'property'
}

/** What must be true of every case, however it came to be where it is. */
async function holds(caseId: string): Promise<void> {
  const story = await world.as('centre').sees<CaseStory>(`/api/cases/${caseId}`)
  const [row] = await world.sql<{ seq: number; stage: string }>(
    'reader',
    'select seq, stage from cases where id = $1',
    [caseId],
  )
  expect(story.timeline.map((line) => line.seq)).toEqual(
    Array.from({ length: row!.seq }, (_, index) => index + 1),
  )
  expect(Object.keys(moves)).toContain(row!.stage)
  for (const account of [story.response, ...story.parts.map((part) => part.account)]) {
    const counted = account.segments.filter((segment) => segment.kind !== 'left')
    expect(counted.reduce((sum, segment) => sum + segment.minutes, 0)).toBe(account.usedMinutes)
    expect(
      counted.filter((segment) => segment.kind === 'paused').every((segment) => segment.minutes === 0),
    ).toBe(true)
  }
}
