import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  declare,
  declareDrill,
  floodBody,
  inHours,
  ownEmergencies,
  seeEmergency,
} from '../../testing/emergency-acts.ts'
import { openWorld, type World } from '../../testing/world.ts'
import { act, type Person } from '../../testing/world-client.ts'
import type { ApprovalPage } from '../approvals.contract.ts'
import type { Receipt } from '../contract.ts'
import type { FieldDay } from '../field-day.contract.ts'
import type { CaseStory, DeskPage } from '../story.contract.ts'
import type { PublicEmergencies } from './contract.ts'
import { endOverdue } from './end-emergency.ts'

let world: World
let street: Person
let centre: Person
/** Of the street, and due before the cover that is missing: a lamp that is out, noise, and a lamp of the other street. */
const cases: Record<string, string> = {}
const names = new Map<string, string>()

const report = async (name: string, matter: string, placeName: 'building1' | 'grid4', desk: Person) => {
  const place = world.places[placeName].placeCode
  const sent = await world
    .resident()
    .does<Receipt>('/api/reports', act({ words: `${name}，请来看看`, place }))
  cases[name] = sent.caseId
  names.set(sent.caseId, name)
  world.clock.advance({ minutes: 1 })
  await desk.does(`/api/cases/${sent.caseId}/screen`, act({ matter, publish: false }))
}
const queueOf = async (by: Person, more = 'queue=open'): Promise<(string | undefined)[]> => {
  const { rows } = await by.sees<DeskPage>(`/api/desk?limit=50&${more}`)
  return rows.map(({ id }) => names.get(id))
}
const end = (by: Person, modeId: string) =>
  by.post(`/api/emergencies/${modeId}/end`, act({ reason: '雨停了' }))
const publicRows = async () => (await world.anonymous().sees<PublicEmergencies>('/api/emergencies/now')).rows

beforeAll(async () => {
  world = await openWorld()
  street = world.as('street')
  centre = world.as('centre')
  await report('灯', 'FA02', 'building1', street)
  await report('噪声', 'HJ03', 'building1', street)
  await report('西塘井盖', 'FA03', 'grid4', world.as('street2'))
  await report('井盖', 'FA03', 'building1', street)
  // In hand, and so due tomorrow: behind all that waits for an answer.
  await street.does(`/api/cases/${cases.井盖}/dispatch`, act())
  world.clock.advance({ minutes: 1 })
  await world.as('street2').does(`/api/cases/${cases.西塘井盖}/dispatch`, act())
})
afterAll(() => world.close())

test('a street declares for itself, the centre anywhere; nobody else, and nothing that does not fit', async () => {
  const tried = async (by: Person, more: object) =>
    (await by.post('/api/emergencies', floodBody(world, more))).refusal
  const { places } = world
  expect(await tried(street, { areaId: places.street2.id })).toBe('not_permitted')
  expect(await tried(street, { areaId: places.district.id })).toBe('not_permitted')
  expect(await tried(world.as('community'), {})).toBe('not_permitted')
  expect(await tried(world.as('worker'), {})).toBe('not_permitted')
  expect(await tried(world.resident(), {})).toBe('not_permitted')
  expect(await tried(centre, { areaId: places.community1.id })).toBe('emergency_area_unfit')
  expect(await tried(centre, { kind: 'meteor' })).toBe('emergency_kind_unknown')
  expect(await tried(centre, { drill: true })).toBe('emergency_end_unfit')
  expect(await tried(centre, { drill: true, untilAt: inHours(world, 25) })).toBe('emergency_end_unfit')
  expect(await tried(centre, { untilAt: inHours(world, -1) })).toBe('emergency_end_unfit')
  expect(await tried(centre, { unitIds: [places.street1.id] })).toBe('unit_unknown')
})

describe('a flood in street 1', () => {
  let modeId: string
  let before: (string | undefined)[]
  beforeAll(async () => {
    before = await queueOf(centre)
    modeId = await declare(centre, world, { words: '河边的路请绕行', unitIds: [world.units.water] })
  })

  test('puts its matters there first in every queue, and says so', async () => {
    expect(before).toEqual(['灯', '噪声', '井盖', '西塘井盖'])
    expect(await queueOf(centre)).toEqual(['井盖', '灯', '噪声', '西塘井盖'])
    expect(await queueOf(world.as('team'), 'queue=work')).toEqual(['井盖'])
    const { rows } = await world.as('worker').sees<FieldDay>('/api/field/day')
    expect(rows.map(({ id, first }) => [names.get(id), first?.zh ?? null])).toEqual([
      ['井盖', '防汛'],
      ['灯', null],
      ['噪声', null],
    ])
    expect(await queueOf(world.as('street2'))).toEqual(['西塘井盖'])
    expect(await queueOf(centre, 'queue=open&sort=oldest')).toEqual(['灯', '噪声', '西塘井盖', '井盖'])
  })

  test('leaves nothing out and shows nothing twice from page to page', async () => {
    const seen: (string | undefined)[] = []
    let next: string | null = ''
    while (next !== null) {
      const page: DeskPage = await centre.sees<DeskPage>(
        `/api/desk?queue=open&limit=1${next && `&after=${encodeURIComponent(next)}`}`,
      )
      seen.push(...page.rows.map(({ id }) => names.get(id)))
      next = page.next
    }
    expect(seen).toEqual(await queueOf(centre))
  })

  test('gives a unit that gets a case now half its time, and leaves clocks that run', async () => {
    await report('又一个井盖', 'FA03', 'building1', street)
    await street.does(`/api/cases/${cases.又一个井盖}/dispatch`, act())
    const dueIn = async (name: string) => {
      const { parts } = await street.sees<CaseStory>(`/api/cases/${cases[name]}`)
      const { dueAt, startedAt } = parts[0]!.account
      return Temporal.Instant.from(dueAt!).since(Temporal.Instant.from(startedAt)).total({ unit: 'hours' })
    }
    expect([await dueIn('又一个井盖'), await dueIn('井盖')]).toEqual([12, 24])
  })

  test('calls the posts of the street and the departments named, and knows who has not said so', async () => {
    const page = await seeEmergency(street, modeId)
    const posts = page.people.map(({ post, unit }) => [post, unit?.zh ?? null].join(' '))
    expect(posts.toSorted()).toEqual(
      [
        'community_desk 柳巷社区居委会',
        'community_desk 石桥社区居委会',
        'grid_worker 柳巷社区居委会',
        'grid_worker 柳巷社区居委会',
        'street_desk 东渡街道办事处',
        'unit_desk 东渡街道城管中队',
        'unit_desk 区水务局',
        'unit_desk 柳岸物业',
        'unit_head 东渡街道城管中队',
      ].toSorted(),
    )
    expect(page).toMatchObject({
      told: 9,
      acknowledged: 0,
      basis: '区防汛预案，三级响应',
      can: ['change', 'end'],
    })
    world.clock.advance({ minutes: 7 })
    const say = (by: Person) => by.post(`/api/emergencies/${modeId}/acknowledge`, act())
    expect((await say(world.as('worker'))).status).toBe(200)
    expect((await say(world.as('worker'))).status).toBe(200)
    expect((await say(world.as('team2'))).refusal).toBe('emergency_not_called')
    expect((await say(world.resident())).refusal).toBe('not_permitted')
    const after = await seeEmergency(centre, modeId)
    expect(after.people.filter(({ minutes }) => minutes !== null)).toMatchObject([
      { post: 'grid_worker', minutes: 8 },
    ])
    expect(after.silentUnits.map(({ zh }) => zh)).not.toContain('柳巷社区居委会')
    expect(after.silentUnits.map(({ zh }) => zh)).toContain('区水务局')
    expect(after.cases).toMatchObject({ cameIn: 1, done: 0, open: 2 })
    expect(await ownEmergencies(world.as('team2'))).toEqual([])
    expect(await ownEmergencies(world.as('worker'))).toMatchObject([
      {
        id: modeId,
        drill: false,
        level: 3,
        words: '河边的路请绕行',
        mine: { acknowledgedAt: expect.any(String) },
      },
    ])
  })

  test('tells residents what to do, and nothing of its basis or of who was called', async () => {
    const [shown] = await publicRows()
    expect(Object.keys(shown!).toSorted()).toEqual(
      ['advice', 'area', 'fromAt', 'id', 'lines', 'name', 'words'].toSorted(),
    )
    expect(shown).toMatchObject({ name: { zh: '防汛' }, area: { zh: '东渡街道' }, words: '河边的路请绕行' })
    expect((await world.resident().get(`/api/emergencies/${modeId}`)).refusal).toBe('not_permitted')
    expect((await world.as('street2').get(`/api/emergencies/${modeId}`)).refusal).toBe('not_permitted')
  })

  test('is raised with its basis, on the record; and when it ends the order is as it was', async () => {
    const change = (level: number) =>
      street.post(`/api/emergencies/${modeId}/change`, act({ level, untilAt: null, basis: '升为二级响应' }))
    expect((await change(3)).refusal).toBe('emergency_unchanged')
    expect((await change(2)).status).toBe(200)
    expect((await centre.post('/api/emergencies', floodBody(world))).refusal).toBe('emergency_on_already')
    expect((await end(street, modeId)).status).toBe(200)
    expect((await end(street, modeId)).refusal).toBe('emergency_over')
    expect((await change(1)).refusal).toBe('emergency_over')
    const page = await seeEmergency(centre, modeId)
    expect(
      page.timeline.map(({ kind, level, texts }) => [kind, level, ...texts.map(({ body }) => body)]),
    ).toEqual([
      ['emergency.declared', 3, '区防汛预案，三级响应', '河边的路请绕行'],
      ['emergency.changed', 2, '升为二级响应'],
      ['emergency.ended', null, '雨停了'],
    ])
    expect(await publicRows()).toEqual([])
    expect(await queueOf(centre)).toEqual(['灯', '噪声', '又一个井盖', '井盖', '西塘井盖'])
  })
})

describe('a drill', () => {
  let modeId: string
  beforeAll(async () => {
    modeId = await declareDrill(centre, world)
  })
  const practise = (more: object = {}) => ({
    ...act({ areaId: world.places.grid1.id, matter: 'FA03', words: '演练：井盖冲走，有人被困' }),
    ...more,
  })

  test('moves no neighbour’s case; its practice goes first, and counts nowhere', async () => {
    expect(await queueOf(centre)).toEqual(['灯', '噪声', '又一个井盖', '井盖', '西塘井盖'])
    const accepted = async () =>
      (
        await world.sql<{ sum: string }>(
          'reader',
          "select coalesce(sum(value), 0) as sum from figures where measure = 'accepted'",
        )
      )[0]!.sum
    await world.followersSettled()
    const before = await accepted()
    const made = await centre.does<{ caseId: string }>(`/api/emergencies/${modeId}/practice`, practise())
    names.set(made.caseId, '演练件')
    expect((await queueOf(centre))[0]).toBe('演练件')
    const story = await centre.sees<CaseStory>(`/api/cases/${made.caseId}`)
    expect(story).toMatchObject({ practice: true, stage: 'screened' })
    const into = { into: made.caseId }
    expect((await street.post(`/api/cases/${cases.灯}/join`, act(into))).refusal).toBe('not_permitted')
    await street.does(`/api/cases/${made.caseId}/dispatch`, act())
    const { parts } = await street.sees<CaseStory>(`/api/cases/${made.caseId}`)
    expect(parts[0]!.account.allowedMinutes).toBe(24 * 60)
    await world.followersSettled()
    expect(await accepted()).toBe(before)
    await world.rebuilt()
    expect(await accepted()).toBe(before)
    // A community's first of a kind waits for its street, but not where it is practised; and no rate counts it.
    const unitIds = [world.units.team1]
    const blown = { situation: 'emergency', caseId: made.caseId, words: '演练：请到现场', unitIds }
    const whistle = act({ ...blown, reportMinutes: 60 })
    const { whistleId } = await world.as('community').does<{ whistleId: string }>('/api/whistles', whistle)
    expect(await street.sees(`/api/whistles/${whistleId}`)).toMatchObject({
      practice: true,
      review: { when: 'none' },
      rate: null,
    })
    const refused = async (more: object) =>
      (await centre.post(`/api/emergencies/${modeId}/practice`, practise(more))).refusal
    expect(await refused({ areaId: world.places.grid4.id })).toBe('emergency_area_unfit')
    expect(await refused({ matter: 'FA01' })).toBe('input_invalid')
  })

  test('is no resident’s to know of, and ends by itself as of its time', async () => {
    expect(await publicRows()).toEqual([])
    const seen = (settings: object) =>
      world.sql('app', 'select id from emergency_modes where id = $1', [modeId], settings)
    expect(await seen({})).toEqual([])
    expect(await seen({ acts: ['case.see'] })).toHaveLength(1)
    await world.as('worker').does(`/api/emergencies/${modeId}/acknowledge`, act())
    world.clock.advance({ minutes: 75 })
    expect(await ownEmergencies(world.as('worker'))).toEqual([])
    expect((await queueOf(centre))[0]).toBe('灯')
    const written = await Promise.all([endOverdue(world.system), endOverdue(world.system)])
    expect(written.reduce((sum, count) => sum + count)).toBe(1)
    const page = await seeEmergency(centre, modeId)
    expect(page).toMatchObject({ endedWhy: 'time', endedAt: page.untilAt, acknowledged: 1, can: [] })
  })

  test('gives way to a real one, and is refused beside it', async () => {
    const drill = await declareDrill(street, world)
    const real = await declare(street, world)
    expect(await seeEmergency(centre, drill)).toMatchObject({ endedWhy: 'real' })
    const refused = await centre.post(
      '/api/emergencies',
      floodBody(world, { drill: true, untilAt: inHours(world, 1), areaId: world.places.district.id }),
    )
    expect(refused.refusal).toBe('emergency_real_first')
    expect((await end(centre, real)).status).toBe(200)
  })
})

test('a kind is announced from a day on; what was declared keeps its matters', async () => {
  const { inForce } = await centre.sees<{ inForce: { code: string }[] }>('/api/emergency-kinds')
  const flood = inForce.find(({ code }) => code === 'flood')!
  const announce = (more: object) =>
    centre.post(
      '/api/emergency-kinds',
      act({ ...flood, validFrom: '2026-11-18', matters: ['HJ03'], ...more }),
    )
  expect((await announce({ matters: ['XX99'] })).refusal).toBe('matter_unknown')
  expect((await announce({ validFrom: '2026-11-17' })).refusal).toBe('emergency_kind_past')
  const before = await declare(street, world)
  expect((await announce({})).status).toBe(201)
  expect((await announce({})).refusal).toBe('emergency_kind_announced')
  expect((await queueOf(street))[0]).toBe('又一个井盖')
  await end(street, before)
  await declare(street, world)
  expect((await queueOf(street))[0]).toBe('噪声')
  expect((await world.verify()).flaws).toEqual([])
  // Somebody makes themselves have known of it.
  await world.sql('owner', 'update emergency_roster set acknowledged_at = told_at where mode_id = $1', [
    before,
  ])
  expect((await world.verify()).flaws.map(({ kind }) => kind)).toContain('row_changed')
})

test('what waits for a decision goes first too, from page to page', async () => {
  await report('又一盏灯', 'FA02', 'building1', street)
  await report('又有噪声', 'HJ03', 'building1', street)
  for (const name of ['又一盏灯', '又有噪声']) await street.does(`/api/cases/${cases[name]}/dispatch`, act())
  for (const [by, name] of [
    [world.as('property'), '又一盏灯'],
    [street, '又有噪声'],
  ] as const) {
    await by.does(`/api/cases/${cases[name]}/sign`, act())
    const request = act({ kind: 'extension', days: 1, reason: '等材料' })
    await by.does(`/api/cases/${cases[name]}/request`, request)
    world.clock.advance({ minutes: 1 })
  }
  const one = await centre.sees<ApprovalPage>('/api/approvals?limit=1')
  const two = await centre.sees<ApprovalPage>(`/api/approvals?limit=1&after=${one.next}`)
  expect([...one.rows, ...two.rows].map(({ caseId, first }) => [names.get(caseId), first?.en])).toEqual([
    ['又有噪声', 'Flood'],
    ['又一盏灯', undefined],
  ])
  expect(two.next).toBeNull()
})

test('whoever was called reads of it among their notices, and of a drill that it is one', async () => {
  await world.followersSettled()
  const { rows } = await world.as('worker').sees<{ rows: { kind: string }[] }>('/api/notices?limit=50')
  const kinds = rows.map(({ kind }) => kind).filter((kind) => /^(emergency|drill)_/.test(kind))
  expect(kinds.slice(-5)).toEqual([
    'drill_ended',
    'drill_called',
    'emergency_ended',
    'emergency_changed',
    'emergency_called',
  ])
})
