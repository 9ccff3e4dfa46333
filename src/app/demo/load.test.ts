import { afterAll, beforeAll, expect, test } from 'vitest'
import { Stage } from '../../cases/contract.ts'
import type { MediationPage } from '../../cases/mediation/page.contract.ts'
import type { BoardPage, DeskCounts, DeskPage } from '../../cases/story.contract.ts'
import { currentMatters } from '../../matters/door.ts'
import type { GridWorkers, Me } from '../../people/contract.ts'
import { verify } from '../../platform/verify.ts'
import { openWorld, type World } from '../../testing/world.ts'
import { personAt } from '../../testing/world-client.ts'
import { witnesses } from '../witnesses.ts'
import { demoPassword, demoSignIns, residentPhone } from './accounts.ts'
import { demoSeed } from './district.ts'
import { type DemoSummary, loadDemo } from './load.ts'
import { confidentialWords } from './phrases.ts'
import { planDemo } from './plan-demo.ts'
import { facilityTroubles } from './troubles/facilities.ts'
import { orderTroubles } from './troubles/order.ts'
import { serviceTroubles } from './troubles/services.ts'
import { trifles } from './troubles/trifles.ts'

const troubles = [...facilityTroubles, ...orderTroubles, ...serviceTroubles, ...trifles]
let world: World
let summary: DemoSummary
const shown: number[] = []
beforeAll(async () => {
  world = await openWorld({ empty: true, now: '2026-11-18T10:30:00+08:00' })
  summary = await loadDemo(world.district, world.system, (done, of) => shown.push(done / of))
}, 120_000)
afterAll(() => world.close())

/** Somebody of the demonstration, signed in with the password that the terminal prints. */
async function signedIn(username: string) {
  const url = '/api/auth/sign-in/username'
  const payload = { username, password: demoPassword }
  const { cookies } = await world.app.inject({ method: 'POST', url, payload })
  const cookie = cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ')
  return personAt(world.app, async () => ({ cookie }))
}
const count = async (what: string): Promise<number> =>
  (await world.sql<{ n: number }>('owner', `select count(*)::int as n from ${what}`))[0]!.n

test('the district is whole: its map, units, matters, accounts and cases', async () => {
  expect(await count(`areas where kind = 'street'`)).toBe(17)
  expect(await count(`areas where kind = 'community'`)).toBe(168)
  expect(await count(`areas where kind = 'grid'`)).toBe(582)
  expect(summary.matters).toBeGreaterThanOrEqual(97)
  expect(summary).toMatchObject({
    areas: await count('areas'),
    units: await count('units'),
    accounts: await count('accounts where demonstration'),
    cases: await count('cases'),
  })
  expect(shown.at(-1)).toBe(1)
  expect(shown).toEqual(shown.toSorted((a, b) => a - b))
})

test('the communities’ pages are filled, and questions wait where the demonstration is shown', async () => {
  const pages = planDemo(demoSeed).pages
  const of = (what: 'announcements' | 'questions') => pages.reduce((sum, page) => sum + page[what].length, 0)
  expect(await count('announcements')).toBe(of('announcements'))
  expect(await count('questions')).toBe(of('questions'))
  expect(await count(`questions where stage = 'asked'`)).toBeGreaterThan(1)
  expect(await count('public_answers')).toBeGreaterThan(50)
})

test('what the catalogue calls for is there: a unit for each that answers', async () => {
  const matters = await currentMatters(world.system)
  const lines = new Set(
    planDemo(demoSeed).units.flatMap(({ kind, line }) => [`${kind}:${line}`, `${kind}:any`]),
  )
  expect(matters.map(({ answers }) => answers).filter((answers) => !lines.has(answers))).toEqual([])
})

test('troubles are of the catalogue and not confidential, and show evidence where it is asked for', async () => {
  const matters = await currentMatters(world.system)
  const byCode = new Map(matters.map((matter) => [matter.code, matter]))
  for (const { matter: code, summary } of troubles) {
    expect(byCode.get(code), `${code} ${summary}`).toMatchObject({ confidential: false })
    expect(summary.length).toBeGreaterThanOrEqual(4)
  }
  expect(byCode.get(confidentialWords.matter)?.confidential).toBe(true)
  for (const trifle of trifles) expect(trifle.picture).not.toBeNull()
})

test('every stage that a case can rest in occurs, and every kind of request, decided and open', async () => {
  const rows = await world.sql<{ stage: string }>('owner', 'select distinct stage from cases')
  expect(rows.map(({ stage }) => stage).sort()).toEqual(Stage.options.toSorted())
  const requests = await world.sql<{ kind: string }>('owner', 'select distinct kind from case_requests')
  expect(requests.map(({ kind }) => kind).sort()).toEqual(['extension', 'listing', 'pause', 'return'])
  expect(await count('case_requests where granted is null')).toBeGreaterThan(5)
  // One dispute waits for the centre, one was settled and is remembered; what is listed says what it waits for.
  expect(await count('case_requests where arbitration')).toBe(2)
  expect(await count('precedents where ended_at is null')).toBe(1)
  expect(await count('case_parts where review_on is not null and condition_id is not null')).toBe(4)
  expect(await count('cases where reopened > 0')).toBeGreaterThan(5)
  expect(await count('cases where confidential')).toBe(1)
  expect(await count('alerts')).toBe(2)
})

test('a whistle has ended with its ratings, one is under way with a unit absent, one waits for its street', async () => {
  const rows = await world.sql<{ stage: string }>('owner', 'select stage from whistles order by id')
  expect(rows.map(({ stage }) => stage)).toEqual(['ended', 'sounding', 'waiting'])
  expect(await count('whistle_calls where absent_at is not null and signed_at is null')).toBe(1)
  expect(await count('whistle_calls where signed_at > sign_due_at')).toBe(1)
  expect(await count('whistle_calls where rated_at is not null')).toBe(2)
})

test('one dispute is being mediated, one agreement is watched and a visit is due, one was settled by mouth', async () => {
  const desk = await signedIn('tongyin-shequ')
  const { rows } = await desk.sees<MediationPage>('/api/mediations')
  expect(rows.map(({ stage }) => stage).sort()).toEqual(['in_force', 'in_force', 'mediating'])
  const mine = await desk.sees<MediationPage>('/api/mediations?list=mine')
  expect(mine.rows).toMatchObject([{ stage: 'in_force', followOn: '2026-11-18' }])
  expect(await count(`mediations where form = 'oral' and in_force_on is not null`)).toBe(1)
  const resident = world.resident(residentPhone)
  const told = await resident.sees<{ rows: { kind: string }[] }>('/api/notices?limit=100')
  expect(told.rows.map(({ kind }) => kind)).toContain('own_mediation_session')
})

test('the desk that is tried first has each light, and its grid worker an alert', async () => {
  const desk = await signedIn('tongyin-shequ')
  const { lights } = await desk.sees<DeskCounts>('/api/desk/counts')
  for (const light of ['green', 'yellow', 'red'] as const) expect(lights[light]).toBeGreaterThan(2)
  const { rows } = await desk.sees<DeskPage>('/api/desk?queue=open&limit=100')
  expect(new Set(rows.map((row) => row.light))).toEqual(new Set(['green', 'yellow', 'red', 'none']))
  const { alerts } = await (await signedIn('wangge1')).sees<{ alerts: unknown[] }>('/api/alerts')
  expect(alerts).toHaveLength(1)
})

test('the board shows answers and ratings and nobody’s words', async () => {
  const { rows } = await world.anonymous().sees<BoardPage>('/api/board?limit=50&state=done')
  expect(rows.filter(({ rating, answer }) => rating !== null && answer !== null).length).toBeGreaterThan(5)
  expect(JSON.stringify(rows)).not.toMatch(/13800000|[{}][bufn][{}]|\d+栋/)
})

test.each(demoSignIns.filter(({ face }) => face !== 'portal'))(
  '$accountName signs in and has a post',
  async ({ accountName }) => {
    const me = await (await signedIn(accountName)).sees<Me>('/api/me')
    expect(me.posts).toHaveLength(1)
  },
)

test('the resident signs in by a code and finds own cases', async () => {
  const { rows } = await world.resident(residentPhone).sees<{ rows: unknown[] }>('/api/my/cases')
  expect(rows.length).toBeGreaterThan(3)
})

test('every grid has a grid worker with a name and a telephone', async () => {
  const grids = await world.sql<{ id: string }>('owner', `select id from areas where kind = 'grid' limit 5`)
  for (const { id } of grids) {
    const { people } = await world.anonymous().sees<GridWorkers>(`/api/grid-worker?areaId=${id}`)
    expect(people).toMatchObject([{ kind: 'grid_worker', phone: expect.stringMatching(/^000-/) }])
  }
  expect(await count(`posts where kind = 'grid_worker' and public_name is not null`)).toBe(582)
})

test('the record verifies, and nothing lies in the future or stands before its cause', async () => {
  expect((await verify(world.district, [], witnesses)).flaws).toEqual([])
  const { now } = world.clock
  expect(await count(`journal where occurred_at > '${now()}' or recorded_at > '${now()}'`)).toBe(0)
  expect(
    await count(
      'journal a join journal b on b.subject = a.subject and b.seq = a.seq + 1 and b.occurred_at < a.occurred_at',
    ),
  ).toBe(0)
})
