import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { declare, floodBody, inHours, ownEmergencies, seeEmergency } from '../../testing/emergency-acts.ts'
import { type EmergencyScene, openEmergencyScene } from '../../testing/emergency-scene.ts'
import { blow, seeWhistle } from '../../testing/whistle-acts.ts'
import type { World } from '../../testing/world.ts'
import { act, type Person } from '../../testing/world-client.ts'
import type { ApprovalPage } from '../approvals.contract.ts'
import type { FieldDay } from '../field-day.contract.ts'
import type { CaseStory, DeskPage } from '../story.contract.ts'
import type { PublicEmergencies } from './contract.ts'

let scene: EmergencyScene
let world: World
let street: Person
let centre: Person
beforeAll(async () => {
  scene = await openEmergencyScene()
  ;({ world } = scene)
  street = world.as('street')
  centre = world.as('centre')
})
afterAll(() => world.close())

const publicRows = async () => (await world.anonymous().sees<PublicEmergencies>('/api/emergencies/now')).rows

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
    before = await scene.queueOf(centre)
    modeId = await declare(centre, world, { words: '河边的路请绕行', unitIds: [world.units.water] })
  })

  test('puts its matters there first in every queue, and says so', async () => {
    expect(before).toEqual(['灯', '噪声', '井盖', '西塘井盖'])
    expect(await scene.queueOf(centre)).toEqual(['井盖', '灯', '噪声', '西塘井盖'])
    expect(await scene.queueOf(world.as('team'), 'queue=work')).toEqual(['井盖'])
    const { rows } = await world.as('worker').sees<FieldDay>('/api/field/day')
    expect(rows.map(({ id, first }) => [scene.names.get(id), first?.zh ?? null])).toEqual([
      ['井盖', '防汛'],
      ['灯', null],
      ['噪声', null],
    ])
    expect(await scene.queueOf(world.as('street2'))).toEqual(['西塘井盖'])
    expect(await scene.queueOf(centre, 'queue=open&sort=oldest')).toEqual(['灯', '噪声', '西塘井盖', '井盖'])
  })

  test('leaves nothing out and shows nothing twice from page to page', async () => {
    const seen: (string | undefined)[] = []
    let next: string | null = ''
    while (next !== null) {
      const page: DeskPage = await centre.sees<DeskPage>(
        `/api/desk?queue=open&limit=1${next && `&after=${encodeURIComponent(next)}`}`,
      )
      seen.push(...page.rows.map(({ id }) => scene.names.get(id)))
      next = page.next
    }
    expect(seen).toEqual(await scene.queueOf(centre))
  })

  test('gives a unit that gets a case now half its time, and leaves clocks that run', async () => {
    await scene.report('又一个井盖', 'FA03', 'building1', street)
    await street.does(`/api/cases/${scene.cases.又一个井盖}/dispatch`, act())
    const dueIn = async (name: string) => {
      const { parts } = await street.sees<CaseStory>(`/api/cases/${scene.cases[name]}`)
      const { dueAt, startedAt } = parts[0]!.account
      return Temporal.Instant.from(dueAt!).since(Temporal.Instant.from(startedAt)).total({ unit: 'hours' })
    }
    expect([await dueIn('又一个井盖'), await dueIn('井盖')]).toEqual([12, 24])
  })

  test('calls the posts of the street and the departments named, and knows who has not said so', async () => {
    const page = await seeEmergency(street, modeId)
    const posts = page.silent.map(({ post, unit }) => [post, unit?.zh ?? null].join(' '))
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
    // While it is on the desk sees whom to ring, and nobody's time (Care 6).
    expect(after).toMatchObject({ told: 9, acknowledged: 1, times: [] })
    expect(after.silent).toHaveLength(8)
    expect(JSON.stringify(after.silent)).not.toMatch(/At|minutes|account/)
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
    expect((await scene.end(street, modeId)).status).toBe(200)
    expect((await scene.end(street, modeId)).refusal).toBe('emergency_over')
    expect((await change(1)).refusal).toBe('emergency_over')
    const page = await seeEmergency(centre, modeId)
    expect(
      page.timeline.map(({ kind, level, texts }) => [kind, level, ...texts.map(({ body }) => body)]),
    ).toEqual([
      ['emergency.declared', 3, '区防汛预案，三级响应', '河边的路请绕行'],
      ['emergency.changed', 2, '升为二级响应'],
      ['emergency.ended', null, '雨停了'],
    ])
    expect(page).toMatchObject({ told: 9, silent: [], times: [] })
    expect(await publicRows()).toEqual([])
    expect(await scene.queueOf(centre)).toEqual(['灯', '噪声', '又一个井盖', '井盖', '西塘井盖'])
  })
})

test('a list that was begun is read to its end as it was begun, whatever is declared or ends meanwhile', async () => {
  const page = async (after: string | null, limit: number) => {
    const path = `/api/desk?queue=open&limit=${limit}${after === null ? '' : `&after=${after}`}`
    const { rows, next } = await centre.sees<DeskPage>(path)
    return { named: rows.map(({ id }) => scene.names.get(id)), next }
  }
  const plain = await scene.queueOf(centre)
  const early = await page(null, 1)
  const modeId = await declare(street, world)
  expect([...early.named, ...(await page(early.next, 50)).named]).toEqual(plain)
  const during = await scene.queueOf(centre)
  expect(during).not.toEqual(plain)
  const [one, three] = [await page(null, 1), await page(null, 3)]
  const other = await declare(world.as('street2'), world, { areaId: world.places.street2.id })
  for (const begun of [one, three]) {
    const then = await page(begun.next, 1)
    expect([...begun.named, ...then.named, ...(await page(then.next, 50)).named]).toEqual(during)
  }
  for (const id of [modeId, other]) await scene.end(centre, id)
  for (const begun of [one, three])
    expect([...begun.named, ...(await page(begun.next, 50)).named]).toEqual(during)
  const byNobody = Buffer.from(`2026-11-18T00:00:00Z|${modeId}|1|nobody`).toString('base64url')
  expect((await centre.get(`/api/desk?queue=open&after=${byNobody}`)).refusal).toBe('input_invalid')
})

test('is given more time by one press, on its old basis; for anything else it names one', async () => {
  const modeId = await declare(street, world, { untilAt: inHours(world, 2) })
  const change = async (more: object) =>
    (await street.post(`/api/emergencies/${modeId}/change`, act({ level: 3, ...more }))).refusal
  expect(await change({ untilAt: inHours(world, 1) })).toBe('input_invalid')
  expect(await change({ untilAt: null })).toBe('input_invalid')
  expect(await change({ level: 2, untilAt: inHours(world, 26) })).toBe('input_invalid')
  const untilAt = inHours(world, 26)
  // Named finer than a line says it.
  expect(await change({ untilAt: untilAt.replace('Z', '5Z') })).toBeNull()
  const page = await seeEmergency(street, modeId)
  expect(page).toMatchObject({ untilAt, basis: '区防汛预案，三级响应' })
  expect(page.timeline.at(-1)).toMatchObject({ kind: 'emergency.changed', untilAt, texts: [] })
  await scene.end(street, modeId)
  expect((await world.verify()).flaws).toEqual([])
})

test('a whistle that nobody looked at because of it is no first of its kind afterwards', async () => {
  const blown = () => blow(world.as('community'), world, { situation: 'emergency' })
  const reviewed = async () => (await seeWhistle(street, (await blown()).whistleId)).review.when
  const modeId = await declare(street, world)
  expect(await reviewed()).toBe('none')
  world.clock.advance({ minutes: 1 })
  await scene.end(street, modeId)
  expect(await reviewed()).toBe('after')
})

test('rows agree with their lines where no two looks at a clock do', async () => {
  world.clock.tick()
  const modeId = await declare(street, world)
  await world.as('worker').does(`/api/emergencies/${modeId}/acknowledge`, act())
  await scene.end(street, modeId)
  expect((await world.verify()).flaws).toEqual([])
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
  expect((await scene.queueOf(street))[0]).toBe('又一个井盖')
  await scene.end(street, before)
  await declare(street, world)
  expect((await scene.queueOf(street))[0]).toBe('噪声')
  expect((await world.verify()).flaws).toEqual([])
  // Somebody makes themselves have known of it.
  await world.sql('owner', 'update emergency_roster set acknowledged_at = told_at where mode_id = $1', [
    before,
  ])
  expect((await world.verify()).flaws.map(({ kind }) => kind)).toContain('row_changed')
})

test('what waits for a decision goes first too, from page to page', async () => {
  await scene.report('又一盏灯', 'FA02', 'building1', street)
  await scene.report('又有噪声', 'HJ03', 'building1', street)
  for (const name of ['又一盏灯', '又有噪声'])
    await street.does(`/api/cases/${scene.cases[name]}/dispatch`, act())
  for (const [by, name] of [
    [world.as('property'), '又一盏灯'],
    [street, '又有噪声'],
  ] as const) {
    await by.does(`/api/cases/${scene.cases[name]}/sign`, act())
    const request = act({ kind: 'extension', days: 1, reason: '等材料' })
    await by.does(`/api/cases/${scene.cases[name]}/request`, request)
    world.clock.advance({ minutes: 1 })
  }
  const one = await centre.sees<ApprovalPage>('/api/approvals?limit=1')
  const two = await centre.sees<ApprovalPage>(`/api/approvals?limit=1&after=${one.next}`)
  expect([...one.rows, ...two.rows].map(({ caseId, first }) => [scene.names.get(caseId), first?.en])).toEqual(
    [
      ['又有噪声', 'Flood'],
      ['又一盏灯', undefined],
    ],
  )
  expect(two.next).toBeNull()
})

type Told = { rows: { kind: string; facts: Record<string, unknown>; place: unknown; emergency: unknown }[] }
test('whoever was called reads of it among their notices: which and where', async () => {
  await world.followersSettled()
  const { rows } = await world.as('worker').sees<Told>('/api/notices?limit=50')
  const called = rows.findLast(({ kind }) => kind === 'emergency_called')
  expect(called).toMatchObject({ place: { zh: '东渡街道' }, emergency: { zh: '防汛', en: 'Flood' } })
  const { street1 } = world.places
  expect(called!.facts).toMatchObject({ emergency: 'flood', areaId: street1.id, atField: true })
  const head = await world.as('community').sees<Told>('/api/notices?limit=50')
  const ofDesk = head.rows.findLast(({ kind }) => kind === 'emergency_called')
  expect(ofDesk!.facts).toEqual({ ...called!.facts, atField: undefined })
  const kinds = rows.map(({ kind }) => kind).filter((kind) => kind.startsWith('emergency_'))
  expect(kinds.slice(-3)).toEqual(['emergency_ended', 'emergency_changed', 'emergency_called'])
})
