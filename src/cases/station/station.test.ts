import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestStation } from '../../testing/station-acts.ts'
import type { World } from '../../testing/world.ts'
import { openWorld } from '../../testing/world.ts'
import { act } from '../../testing/world-client.ts'
import { endTermsOf } from './keep-station.ts'
import type { Colleagues, CopiedWeek, Station, StationPage } from './station.contract.ts'

let world: World
let stationId: string
beforeAll(async () => {
  world = await openWorld()
  stationId = (await openTestStation(world)).stationId
})
afterAll(() => world.close())

const page = (name: Parameters<World['as']>[0], query = '') =>
  world.as(name).sees<Station>(`/api/stations/${stationId}${query}`)
const send = (path: string, more: object, by: Parameters<World['as']>[0] = 'team') =>
  world.as(by).post(`/api/stations/${stationId}/${path}`, act(more))
const colleague = async (unitId: string) =>
  (await world.as('team').sees<Colleagues>(`/api/stations/colleagues?unitId=${unitId}`)).people[0]!.accountId

const today = () => world.clock.now().toZonedDateTimeISO('Asia/Shanghai').toPlainDate()

test('a street opens one in its own places alone', async () => {
  const body = (more: object) =>
    act({
      areaId: world.places.estate1.id,
      leadUnitId: world.units.team1,
      nameZh: '站',
      nameEn: 'S',
      address: '门口',
      ...more,
    })
  for (const name of ['street2', 'community', 'team', 'centre'] as const)
    expect((await world.as(name).post('/api/stations', body({}))).refusal, name).toBe('not_permitted')
  const refused = async (more: object) => (await world.as('street').post('/api/stations', body(more))).refusal
  expect(await refused({ areaId: world.places.grid1.id })).toBe('station_area_unfit')
  expect(await refused({ leadUnitId: world.places.grid1.id })).toBe('unit_unknown')
})

test('people of several units serve; who leads it names them', async () => {
  const { team1, urban, water } = world.units
  const fromDay = today().toString()
  for (const unitId of [team1, urban]) {
    world.clock.advance({ minutes: 1 })
    const accountId = await colleague(unitId)
    expect((await send('people', { accountId, unitId, fromDay, phone: '0571-88888888' })).status).toBe(200)
    expect((await send('people', { accountId, unitId, fromDay })).refusal).toBe('station_person_there')
  }
  const stranger = { accountId: await colleague(urban), unitId: water, fromDay }
  expect((await send('people', stranger)).refusal).toBe('station_person_unfit')
  for (const name of ['community', 'worker', 'water', 'street2'] as const)
    expect((await send('people', stranger, name)).status, name).toBeGreaterThan(400)
  for (const name of ['community', 'worker'] as const)
    expect((await world.as(name).get(`/api/stations/colleagues?unitId=${urban}`)).refusal).toBe(
      'not_permitted',
    )
  const { people, can } = await page('team')
  expect(people).toMatchObject([
    { unit: { zh: '东渡街道城管中队' }, phone: '0571-88888888' },
    { unit: { zh: '区城管局' } },
  ])
  expect(can).toEqual(['lead'])
})

test('who is on duty now is read from the roster, by night too; a telephone is shown while on duty', async () => {
  const { people } = await page('team')
  const [first, second] = people.map(({ id }) => id)
  const day = today().toString()
  const yesterday = today().subtract({ days: 1 }).toString()
  const night = { fromMinute: 20 * 60, untilMinute: 32 * 60, personIds: [second] }
  const nobody = { fromMinute: 0, untilMinute: 600, personIds: [world.units.team1] }
  expect((await send('roster', { day, shifts: [nobody] })).refusal).toBe('station_shift_unfit')
  expect((await send('roster', { day: yesterday, shifts: [night] })).refusal).toBe('station_shift_unfit')
  const long = { fromMinute: 0, untilMinute: 1500, personIds: [first] }
  expect((await send('roster', { day, shifts: [long] })).refusal).toBe('station_shift_unfit')
  expect((await send('roster', { day, shifts: [] }, 'community')).refusal).toBe('not_permitted')
  const shifts = [{ fromMinute: 8 * 60, untilMinute: 20 * 60, personIds: [first] }, night]
  expect((await send('roster', { day, shifts })).status).toBe(200)

  const inEstate = async (name: Parameters<World['as']>[0]) => {
    const at = `/api/stations?areaId=${world.places.estate1.id}`
    const { rows } = await world.as(name).sees<StationPage>(at)
    return rows.flatMap(({ onDuty }) => onDuty.map(({ unit, phone }) => [unit.zh, phone]))
  }
  expect(await inEstate('community')).toEqual([['东渡街道城管中队', '0571-88888888']])
  // Its estate's place: the whole roster is not a grid worker's, who is on duty is.
  expect((await world.as('worker').get(`/api/stations?areaId=${world.places.street2.id}`)).refusal).toBe(
    'not_permitted',
  )
  world.clock.advance({ hours: 17 })
  expect(await inEstate('community')).toEqual([['区城管局', '0571-88888888']])
})

test('a station of the street is seen by the grid worker below it', async () => {
  const street = await openTestStation(world, { areaId: world.places.street1.id, nameZh: '街道执法站' })
  const { rows } = await world.as('worker').sees<StationPage>('/api/stations')
  expect(rows.map(({ id }) => id)).toContain(street.stationId)
  expect((await world.as('worker').sees<Station>(`/api/stations/${street.stationId}`)).can).toEqual([])
  expect((await world.as('street2').get(`/api/stations/${street.stationId}`)).status).toBe(403)
  expect((await world.as('street2').sees<StationPage>('/api/stations')).rows).toEqual([])
  expect((await world.as('evaluator').get('/api/stations')).refusal).toBe('not_permitted')
})

test('last week is copied to days without a shift, for those who still serve', async () => {
  const { people } = await page('team')
  const gone = people[1]!.id
  const until = today().add({ days: 1 }).toString()
  expect((await send(`people/${gone}/end`, { untilDay: until })).status).toBe(200)
  const dayAfter = (await page('team', `?firstDay=${until}`)).roster[0]!
  expect(
    dayAfter.serving.map(({ id }) => id),
    'who left is not offered',
  ).toEqual([people[0]!.id])
  const firstDay = today().add({ days: 6 }).toString()
  const { body } = await send('copy-week', { firstDay })
  const copied = (body as CopiedWeek).days
  expect(copied).toHaveLength(1)
  const { roster } = await page('team', `?firstDay=${firstDay}`)
  expect(roster.find(({ day }) => day === copied[0])!.shifts).toMatchObject([
    { fromMinute: 480, people: [{}] },
  ])
  expect((await send('copy-week', { firstDay })).body).toMatchObject({ days: [] })
  expect((await world.verify()).flaws).toEqual([])
})

test('a station that closes ends its terms, and nobody is on duty there from that day on', async () => {
  const other = (await openTestStation(world, { nameZh: '临时执法站' })).stationId
  const by = (path: string, more: object, name: 'team' | 'street' = 'team') =>
    world.as(name).post(`/api/stations/${other}/${path}`, act(more))
  const seen = () => world.as('team').sees<Station>(`/api/stations/${other}`)
  const { team1: unitId } = world.units
  const [day, tomorrow] = [today().toString(), today().add({ days: 1 }).toString()]
  const person = { accountId: await colleague(unitId), unitId, fromDay: day, phone: '0571-88888888' }
  expect((await by('people', person)).status).toBe(200)
  const personIds = (await seen()).people.map(({ id }) => id)
  for (const on of [day, tomorrow]) {
    const shifts = [{ fromMinute: 0, untilMinute: 1440, personIds }]
    expect((await by('roster', { day: on, shifts })).status).toBe(200)
  }
  expect((await by('close', { closedOn: tomorrow }, 'street')).status).toBe(200)
  const closing = await seen()
  expect(closing.onDuty).toMatchObject([{ phone: null }])
  expect(closing.people).toMatchObject([{ untilDay: tomorrow }])
  expect(closing.roster.slice(0, 2)).toMatchObject([
    { shifts: [{ people: [{}] }], serving: [{}] },
    { shifts: [], serving: [] },
  ])
  expect((await by('people', { ...person, fromDay: tomorrow })).refusal).toBe('station_closed')
  world.clock.advance({ hours: 24 })
  const closed = await seen()
  expect([closed.onDuty, closed.people]).toEqual([[], []])
  expect((await world.verify()).flaws).toEqual([])
})

test('the list says which stations the asker leads', async () => {
  const cans = async (name: 'team' | 'street' | 'worker') =>
    (await world.as(name).sees<StationPage>('/api/stations')).rows.find(({ id }) => id === stationId)?.can
  expect(await cans('team')).toEqual(['lead'])
  expect(await cans('street')).toEqual(['keep', 'lead'])
  expect(await cans('worker')).toEqual([])
})

test('an account that is closed serves nowhere; a closed station takes nobody', async () => {
  const { people } = await page('team')
  const [{ account_id: id } = { account_id: '' }] = await world.sql<{ account_id: string }>(
    'owner',
    'select account_id from station_people where id = $1',
    [people[0]!.id],
  )
  await world.as('administrator').does(`/api/accounts/${id}/close`, act({}))
  await endTermsOf(world.system, id)
  expect(await world.sql('owner', 'select phone from station_people where phone is not null')).toEqual([])
  const closedOn = today().toString()
  expect((await send('close', { closedOn })).refusal).toBe('not_permitted')
  expect((await send('close', { closedOn }, 'street')).status).toBe(200)
  expect((await send('close', { closedOn }, 'street')).refusal).toBe('station_closed')
  expect((await send('roster', { day: closedOn, shifts: [] }, 'street')).refusal).toBe('station_closed')
  expect((await world.verify()).flaws).toEqual([])
  const strange = `update station_shifts set person_id = (select id from station_people where id <> $1 limit 1)
    where person_id = $1`
  await world.sql('owner', strange, [people[0]!.id])
  expect((await world.verify()).flaws.length).toBeGreaterThan(0)
})
