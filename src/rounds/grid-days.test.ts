import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../testing/world.ts'
import { act } from '../testing/world-client.ts'
import type {
  CheckedIn,
  FieldGridDays,
  GridDay,
  GridDayPage,
  GridDayRules,
  NextGridDay,
} from './grid-day.contract.ts'

/** As far as these tests read what a report is answered with. */
interface Receipt {
  readonly caseId: string
  readonly number: string
}

let world: World
beforeAll(async () => {
  // A Saturday: the day in the grid by Linli's own rule.
  world = await openWorld({ now: '2026-11-28T09:30:00+08:00' })
  const link = { kind: 'cadre', areaId: world.places.grid1.id, newHolder: { name: '何干事' } }
  await world.as('street').does('/api/links', act(link))
  world.clock.tick()
  const department = { kind: 'department', areaId: world.places.community1.id, unitId: world.units.urban }
  await world.as('street').does('/api/links', act(department))
})
afterAll(() => world.close())

const grid = () => world.places.grid1.id
const checkIn = (change: object = {}) => act({ gridId: grid(), ...change })
const dayAt = () => world.as('community').sees<GridDay>(`/api/grid-days/${grid()}/2026-11-28`)
const roleOf = ({ roster }: GridDay, role: string) => roster.find((entry) => entry.role === role)

test('the roster is computed from posts and links of the day', async () => {
  const { roster } = await dayAt()
  expect(roster.map(({ role, zh, expected }) => [role, zh, expected])).toEqual([
    ['grid_worker', '小周', true],
    ['cadre', '何干事', true],
    // Linked to the community, which has two grids: they come to either.
    ['department', expect.any(String), false],
    ['community', expect.any(String), false],
  ])
})

test('a worker checks in on the spot; the distance is said, and where they stood is not kept', async () => {
  const { days } = await world.as('worker').sees<FieldGridDays>('/api/field/grid-days')
  expect(days[0]?.day).toBe('2026-11-28')
  expect(days.map(({ grid: { id } }) => id)).toEqual([grid()])
  const here = { point: { lon: 120.002, lat: 30.005 } }
  const { metres, gridDayId } = await world
    .as('worker')
    .does<CheckedIn>('/api/grid-days/check-ins', checkIn(here))
  expect([metres, gridDayId]).toEqual([0, days[0]!.id])
  const again = await world.as('worker').post('/api/grid-days/check-ins', checkIn())
  expect(again.refusal).toBe('checked_in_already')
  expect(roleOf(await dayAt(), 'grid_worker')?.checkIn).toMatchObject({ metres: 0 })
  const lines = await world.sql('reader', `select data from journal where kind = 'grid_day.checked_in'`)
  expect(JSON.stringify(lines)).not.toContain('120.00')
})

test('who is linked by name is seen by the worker, and taken back where a wrong name was tapped', async () => {
  const holderId = roleOf(await dayAt(), 'cadre')!.who.holderId!
  const body = checkIn({ holderId, point: { lon: 120.005, lat: 30.013 } })
  const { checkInId, metres } = await world.as('worker').does<CheckedIn>('/api/grid-days/check-ins', body)
  expect(metres).toBeGreaterThan(300)
  const back = `/api/grid-days/check-ins/${checkInId}/take-back`
  expect((await world.as('community').post(back, act())).refusal).toBe('not_found')
  await world.as('worker').does(back, act())
  expect(roleOf(await dayAt(), 'cadre')?.checkIn).toBeNull()
  await world.as('worker').does('/api/grid-days/check-ins', checkIn({ holderId }))
  expect(roleOf(await dayAt(), 'cadre')?.checkIn).toMatchObject({ metres: null })
})

test('a department that is linked comes by its own desk, and nobody else does', async () => {
  const { days } = await world.as('department').sees<FieldGridDays>('/api/field/grid-days')
  expect(days.map(({ grid: { id } }) => id)).toEqual([grid(), world.places.grid2.id])
  await world.as('department').does('/api/grid-days/check-ins', checkIn())
  expect(roleOf(await dayAt(), 'department')?.checkIn).not.toBeNull()
  expect((await world.as('water').post('/api/grid-days/check-ins', checkIn())).refusal).toBe('not_permitted')
  expect((await world.as('worker2').post('/api/grid-days/check-ins', checkIn())).refusal).toBe(
    'not_permitted',
  )
  const stranger = checkIn({ holderId: world.units.water })
  expect((await world.as('worker').post('/api/grid-days/check-ins', stranger)).refusal).toBe('not_on_roster')
})

test('what was heard becomes cases, and the month says how many came', async () => {
  const { id } = await dayAt()
  const words = { words: '楼道灯不亮', areaId: grid(), occasion: { kind: 'grid_day', id } }
  const { number } = await world.as('worker').does<Receipt>('/api/reports', act(words))
  // What is kept from the community, or from all but the centre, is kept from the day's page too.
  for (const kept of ['社区工作人员乱收费，每户十块', '隔壁有人家暴，打老婆'])
    await world.as('worker').does('/api/reports', act({ ...words, words: kept, notEmergency: true }))
  await world.followersSettled()
  expect((await dayAt()).heard).toMatchObject([{ number, state: 'open' }])
  const page = await world.as('centre').sees<GridDayPage>('/api/grid-days?month=2026-11&limit=1')
  expect([page.day, page.of]).toEqual(['2026-11-28', 4])
  expect(page.rows).toMatchObject([{ grid: { id: grid() }, expected: 2, came: 2, besides: 1, heard: 1 }])
  const rest = await world.as('centre').sees<GridDayPage>(`/api/grid-days?month=2026-11&after=${page.next}`)
  expect(rest.rows).toHaveLength(3)
  const own = await world.as('community').sees<GridDayPage>('/api/grid-days')
  expect(own.rows).toHaveLength(2)
  const sheet = await world.app.inject({
    url: '/api/grid-days/sheet?month=2026-11&language=en',
    headers: await world.as('centre').headers(),
  })
  expect(sheet.statusCode).toBe(200)
})

test('the day is the district’s to set, from a month to come; working days only where it says so', async () => {
  const centre = world.as('centre')
  const rule = (change: object = {}) =>
    act({ validFrom: '2026-12', dayOfMonth: 12, nextWorkingDay: true, ...change })
  const refused = async (change: object) => (await centre.post('/api/grid-days/rules', rule(change))).refusal
  expect(await refused({ validFrom: '2026-11' })).toBe('grid_day_rule_past')
  expect((await world.as('street').post('/api/grid-days/rules', rule())).refusal).toBe('not_permitted')
  await centre.does('/api/grid-days/rules', rule())
  expect(await refused({})).toBe('grid_day_rule_announced')
  expect((await centre.sees<GridDayRules>('/api/grid-days/rules')).inForce.dayOfMonth).toBe(28)

  world.clock.set('2026-11-29T09:30:00+08:00')
  // The 12th of December 2026 is a Saturday.
  expect((await world.anonymous().sees<NextGridDay>('/api/grid-days/next')).day).toBe('2026-12-14')
  const body = checkIn({ occurredAt: '2026-11-29T01:00:00Z' })
  expect((await world.as('worker').post('/api/grid-days/check-ins', body)).refusal).toBe('grid_day_not_today')
  // Entered on the day, sent later.
  const late = act({ gridId: world.places.grid2.id, occurredAt: '2026-11-28T08:00:00Z' })
  expect((await world.as('worker2').post('/api/grid-days/check-ins', late)).status).toBe(201)
  const ofYesterday = roleOf(await dayAt(), 'cadre')!.checkIn!
  const back = await world.as('worker').post(`/api/grid-days/check-ins/${ofYesterday.id}/take-back`, act())
  expect([back.refusal, ofYesterday.own]).toEqual(['check_in_day_over', false])
  expect(roleOf(await dayAt(), 'cadre')?.checkIn).not.toBeNull()
  expect((await world.verify()).flaws).toEqual([])
  await world.sql('owner', 'update grid_check_ins set metres = 7 where metres = 0')
  expect((await world.verify()).flaws).toMatchObject([{ kind: 'row_changed' }])
})
