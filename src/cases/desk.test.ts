import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { kyselyOn, type Tx } from '../platform/transaction.ts'
import { photo } from '../testing/photo.ts'
import type { World } from '../testing/world.ts'
import { openWorld } from '../testing/world.ts'
import type { StaffName } from '../testing/world-people.ts'
import type { Receipt } from './contract.ts'
import { selectQueue } from './desk.sql.ts'
import type { Mode } from './emergency/mode.rule.ts'
import type { CaseRow, CaseStory, DeskCounts, DeskPage } from './story.contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const act = (body: object = {}) => ({ requestId: randomUUID(), ...body })

/** A way a case may go: by whom, which act, with what. */
type Step = (at: string) => Promise<unknown>
const by =
  (name: StaffName, what: string, body: object = {}): Step =>
  (at) =>
    world.as(name).does(`${at}/${what}`, act(body))
const granted =
  (kind: string, more: object): Step =>
  async (at) => {
    await world.as('property').does(`${at}/request`, act({ kind, reason: '需要等待材料到货', ...more }))
    const { requests } = await world.as('street').sees<CaseStory>(at)
    await world.as('street').does(`${at}/requests/${requests.at(-1)!.id}/decide`, act({ granted: true }))
  }
const resolved =
  (name: StaffName): Step =>
  async (at) => {
    const file = { bytes: await photo(4), type: 'image/jpeg' }
    const { fileId } = (await world.as(name).upload<{ fileId: string }>('/api/photos', file)).body
    await world.as(name).does(`${at}/resolve`, act({ note: '已经修好', photos: [fileId] }))
  }
const screened = by('community', 'screen', { matter: 'FA02', summary: '楼道里的灯不亮' })
const signed: Step[] = [screened, by('community', 'dispatch'), by('property', 'sign')]
const replied: Step[] = [...signed, resolved('property'), by('community', 'reply', { answer: '已经修好了' })]
const withHelp: Step = (at) =>
  world
    .as('street')
    .does(`${at}/dispatch`, act({ assistUnitIds: [world.units.team1], reason: '需要协同处置' }))

const ways: Readonly<Record<string, readonly Step[]>> = {
  accepted: [],
  noted: [screened, by('worker', 'note', { note: '到楼道看过' })],
  screened: [screened],
  dispatched: [screened, by('community', 'dispatch')],
  signed,
  handling: [...signed, by('property', 'note', { note: '到现场看过' })],
  extended: [...signed, granted('extension', { days: 2 })],
  listed: [...signed, granted('listing', { reviewOn: '2027-03-01', condition: '资金到位' })],
  paused: [...signed, granted('pause', { days: 20 })],
  returned: [...signed, granted('return', {})],
  resolved: [...signed, resolved('property')],
  replied,
  checked: [...replied, by('centre', 'check', { passed: true })],
  'sent back': [...replied, by('centre', 'check', { passed: false, note: '现场没有修好' })],
  'resolved by its lead alone': [screened, withHelp, by('property', 'sign'), resolved('property')],
  declined: [by('community', 'decline', { reason: '不在受理范围' })],
}

async function report(steps: readonly Step[]): Promise<void> {
  const words = { words: '楼道灯不亮', place: world.places.building1.placeCode }
  const { caseId } = await world.anonymous().does<Receipt>('/api/reports', act(words))
  for (const step of steps) await step(`/api/cases/${caseId}`)
}

async function rowsOf(query: string): Promise<CaseRow[]> {
  const rows: CaseRow[] = []
  let after = ''
  for (;;) {
    const page = await world.as('centre').sees<DeskPage>(`/api/desk?limit=7&${query}${after}`)
    rows.push(...page.rows)
    if (!page.next) return rows
    after = `&after=${page.next}`
  }
}

test('a row is found under the light that its account draws, and under none once its clock has stopped', async () => {
  // Some old, some newer, some of this minute: every light, in every stage that has one.
  for (const hours of [24 * 5, 24 * 2, 24, 24, 1, 2, 2]) {
    for (const steps of Object.values(ways)) await report(steps)
    world.clock.advance({ hours })
  }
  for (const steps of Object.values(ways)) await report(steps)
  const lights = ['green', 'yellow', 'red', 'none'] as const
  const seen = new Set<string>()
  for (const queue of ['open', 'ended']) {
    const all = await rowsOf(`queue=${queue}`)
    expect(new Set(all.map((row) => row.id)).size).toBe(all.length)
    const found = new Map<string, string[]>()
    for (const light of lights)
      for (const { id } of await rowsOf(`queue=${queue}&light=${light}`))
        found.set(id, [...(found.get(id) ?? []), light])
    for (const { id, number, stage, account } of all) {
      const runs = account.stoppedAt === null
      seen.add(runs ? `${account.clock} ${account.light}` : 'stopped')
      expect(found.get(id) ?? [], `${number} ${stage}`).toEqual(runs ? [account.light] : [])
    }
  }
  for (const clock of ['response', 'resolution'])
    for (const light of ['green', 'yellow', 'red']) expect(seen).toContain(`${clock} ${light}`)
  expect(seen).toContain('resolution none')
  expect(seen).toContain('stopped')
}, 120_000)

test('what is counted is what is listed', async () => {
  const { queues, lights, bound } = await world.as('centre').sees<DeskCounts>('/api/desk/counts')
  for (const [queue, count] of Object.entries(queues))
    expect(count, queue).toBe(Math.min(bound, (await rowsOf(`queue=${queue}`)).length))
  for (const [light, count] of Object.entries(lights))
    expect(count, light).toBe(Math.min(bound, (await rowsOf(`queue=open&light=${light}`)).length))
})

test('what can still be late stands first, by its deadline; what nobody can hurry stands below it', async () => {
  const rows = await rowsOf('queue=open')
  const running = rows.filter(({ account }) => account.stoppedAt === null && account.light !== 'none')
  const dueAt = (row: CaseRow) => row.dueAt ?? ''
  expect(running.map(dueAt)).toEqual(running.map(dueAt).sort())
  // What waits for an assisting unit alone has nobody late, and yet somebody at work: it may stand between.
  const still = rows.filter(({ stage }) =>
    ['resolved', 'replied', 'checked', 'returned', 'paused'].includes(stage),
  )
  expect(still.length).toBeGreaterThan(20)
  expect(rows.indexOf(still[0]!)).toBeGreaterThan(rows.indexOf(running.at(-1)!))
})

test('a queue is narrowed by unit, stage and what came back, and sorted by acceptance', async () => {
  const all = await rowsOf('queue=open')
  const unit = world.units.property1
  expect((await rowsOf(`queue=open&unitId=${unit}`)).map((row) => row.id)).toEqual(
    all.filter((row) => row.unit?.id === unit).map((row) => row.id),
  )
  expect((await rowsOf('queue=open&stage=paused')).map((row) => row.id)).toEqual(
    all.filter((row) => row.stage === 'paused').map((row) => row.id),
  )
  expect(await rowsOf('queue=open&again=true')).toEqual([])
  const oldest = (await rowsOf('queue=open&sort=oldest')).map((row) => row.acceptedAt)
  expect(oldest).toEqual(all.map((row) => row.acceptedAt).sort())
  const newest = (await rowsOf('queue=open&sort=newest')).map((row) => row.acceptedAt)
  expect(newest).toEqual([...oldest].reverse())
  expect(await world.as('centre').get('/api/desk?queue=open&sort=worst')).toMatchObject({ status: 400 })
})

interface Plan {
  readonly 'Actual Rows'?: number
  readonly 'Rows Removed by Filter'?: number
  readonly 'Rows Removed by Index Recheck'?: number
  readonly 'Relation Name'?: string
  readonly Plans?: readonly Plan[]
}

/** Rows of cases that a plan touched, shown or not. */
const touched = (plan: Plan): number =>
  (plan['Relation Name'] === 'cases'
    ? (plan['Actual Rows'] ?? 0) +
      (plan['Rows Removed by Filter'] ?? 0) +
      (plan['Rows Removed by Index Recheck'] ?? 0)
    : 0) + (plan.Plans ?? []).reduce((sum, part) => sum + touched(part), 0)

test('a page of a queue reads about the rows it shows, however many lie beside them', async () => {
  const { district, street2, community3, grid4 } = world.places
  const path = [district, street2, community3, grid4].map(({ id }) => id)
  await world.sql(
    'owner',
    `insert into cases (id, number, kind, source, stage, matter, area_id, path, reach, chain, receipt_hash, occurred_at,
       accepted_at, response_due_at, clock_stopped, seq)
     select gen_random_uuid(), 'many-' || n, 'appeal', 'portal', case when n % 6 = 0 then 'accepted' else 'closed' end,
       case when n % 600 = 0 then 'FA03' end,
       $2, $1, $1, $2, '\\x00', now(), now(), now() + n * interval '1 minute', n % 6 > 0, 1
     from generate_series(1, 12000) n`,
    [path, path[3]],
  )
  await world.sql('owner', 'analyze cases')
  type Ask = (tx: Tx, who: typeof world.system.who) => Promise<unknown>
  const plans = async (reach: readonly string[], ask: Ask): Promise<number> => {
    const who = { reach, units: [world.units.property1] }
    let rows = 0
    const db = kyselyOn({
      query: async (text, values) => {
        const explained = await world.sql<{ 'QUERY PLAN': readonly { Plan: Plan }[] }>(
          'app',
          `explain (analyze, format json) ${text}`,
          values,
          who,
        )
        rows += touched(explained[0]!['QUERY PLAN'][0]!.Plan)
        // Its rows too: whether more is read depends on how many there were.
        const found = await world.sql<object>('app', text, values, who)
        return { command: '', rowCount: found.length, oid: 0, fields: [], rows: found }
      },
    })
    await ask({ db } as Tx, { ...world.system.who, ...who })
    return rows
  }
  const now = world.clock.now()
  const inDistrict: Mode = {
    ...{ id: district.id, kind: 'flood', drill: false, level: 1, limitPercent: 50 },
    ...{ areaId: district.id, path: [district.id], matters: ['FA03', 'FA16'] },
    ...{ fromAt: now, untilAt: null, endedAt: null },
  }
  const open: Ask = (tx, who) => selectQueue(tx, who, { queue: 'open', limit: 30 }, now)
  // A flood, as the district declared it: a few cases lie among thousands, and stand first.
  const flood: Ask = (tx, who) => selectQueue(tx, who, { queue: 'open', limit: 30 }, now, [inDistrict])
  const ended: Ask = (tx, who) => selectQueue(tx, who, { queue: 'ended', limit: 30 }, now)
  expect(await plans([district.id], open)).toBeLessThan(200)
  expect(await plans([district.id], flood)).toBeLessThan(200)
  expect(await plans([world.places.community1.id], ended)).toBeLessThan(200)
})
