import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { randomFrom } from '../kernel/random.ts'
import { photo } from '../testing/photo.ts'
import type { World } from '../testing/world.ts'
import { openWorld } from '../testing/world.ts'
import type { Person } from '../testing/world-client.ts'
import type { StaffName } from '../testing/world-people.ts'
import { offers } from './acts.rule.ts'
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
  { by: ['community', 'street', 'team'], act: 'dispatch', body: {} },
  { by: ['community'], act: 'decline', body: { reason: '不在受理范围' } },
  { by: ['property', 'team', 'head'], act: 'sign', body: {} },
  { by: ['property', 'team', 'worker'], act: 'arrive', body: {} },
  { by: ['property', 'worker'], act: 'note', body: { note: '看过了' } },
  { by: ['property', 'community'], act: 'resolve', body: { note: '修好了' } },
  { by: ['property'], act: 'request', body: { kind: 'extension', days: 1, reason: '等材料' } },
  { by: ['property'], act: 'request', body: { kind: 'pause', days: 2, reason: '停电等待' } },
  { by: ['property'], act: 'request', body: { kind: 'return', reason: '不是我们的范围' } },
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
  for (let step = 0; step < 700; step += 1) {
    world.clock.advance({ minutes: Math.floor(random() * 50) })
    if (reported.length === 0 || random() < 0.02) reported.push(await report())
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
  expect((await world.verify()).flaws).toEqual([])
})

/** Half of the time what the stage offers, so that stories go far; half of the time anything. */
async function sensible({ caseId }: Reported, chance: number): Promise<typeof attempts> {
  if (chance < 0.5) return attempts
  const [row] = await world.sql<{ stage: Stage }>('reader', 'select stage from cases where id = $1', [caseId])
  const offered = attempts.filter(({ act }) => offers[row!.stage].some((offer) => offer.act === act))
  return offered.length > 0 ? offered : attempts
}

async function report(): Promise<Reported> {
  const reporter = world.anonymous()
  const body = { requestId: randomUUID(), words: '楼道灯不亮', place: world.places.building1.placeCode }
  return { ...(await reporter.does<Receipt>('/api/reports', body)), reporter }
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
  const person = world.as(pick(by))
  let path = `/api/cases/${caseId}/${act}`
  let more = {}
  if (act === 'decide') {
    const seen = await person.get<CaseStory>(`/api/cases/${caseId}`)
    const waiting = seen.status === 200 ? seen.body.requests.at(-1) : undefined
    if (!waiting) return 404
    path = `/api/cases/${caseId}/requests/${waiting.id}/decide`
  }
  if (act === 'resolve') {
    const upload = { bytes: await photo(), type: 'image/jpeg' }
    more = { photos: [(await person.upload<{ fileId: string }>('/api/photos', upload)).body.fileId] }
  }
  return (await person.post(path, { requestId: randomUUID(), ...body, ...more })).status
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
