import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  blow,
  callsByUnit,
  elsewhere,
  onCall,
  onTheSpot,
  seeWhistle,
  whistleBody,
} from '../../testing/whistle-acts.ts'
import type { World } from '../../testing/world.ts'
import { openWorld } from '../../testing/world.ts'
import { act } from '../../testing/world-client.ts'
import type { StaffName } from '../../testing/world-people.ts'
import type { Receipt } from '../contract.ts'
import { moveWhistleReach } from './move-reach.ts'

// What happens to a whistle after it was blown: its place moves, its case is hidden, more are called, work was done unseen.

/** Notices as far as these tests read them: telling is a floor above. */
interface Told {
  readonly rows: readonly { readonly kind: string; readonly facts: { readonly whistleId?: string } }[]
}

let world: World
beforeAll(async () => {
  world = await openWorld()
  // Rows and lines must agree also where no two looks at a clock do.
  world.clock.tick()
})
afterAll(() => world.close())
beforeEach(() => world.clock.advance({ days: 1 }))

const statusFor = async (name: StaffName, whistleId: string) =>
  (await world.as(name).get(`/api/whistles/${whistleId}`)).status
const noFlaws = async () => expect((await world.verify()).flaws).toEqual([])
/** Texts of a whistle that a policy shows to areas and units. */
const textsShownTo = async (whistleId: string, settings: { reach?: string[]; units?: string[] }) =>
  (await world.sql('app', 'select 1 from sealed_texts where subject = $1', [whistleId], settings)).length

async function screenedCase(words: string): Promise<string> {
  const body = act({ words, areaId: world.places.building1.id })
  const { caseId } = await world.anonymous().does<Receipt>('/api/reports', body)
  await world
    .as('street')
    .does(`/api/cases/${caseId}/screen`, act({ matter: 'HJ02', summary: '路口占道经营' }))
  return caseId
}

test('more units are called to a whistle that sounds, with minutes of their own; they read what it is about', async () => {
  const { team1, urban, water, property1, office1 } = world.units
  const street = world.as('street')
  const { whistleId } = await blow(street, world)
  const path = `/api/whistles/${whistleId}/units`
  const asks = async (by: StaffName, unitIds: string[]) =>
    (await world.as(by).post(path, act({ unitIds }))).refusal
  await onCall(world, whistleId)(world.as('team'), team1, 'arrive', { point: onTheSpot })
  await onCall(world, whistleId)(street, team1, 'release')
  const note = { result: 5, attitude: 5, note: '只给中队看的话' }
  await onCall(world, whistleId)(street, team1, 'rate', note)
  world.clock.advance({ minutes: 100 })
  expect(await statusFor('water', whistleId)).toBe(404)
  expect((await seeWhistle(street, whistleId)).can).toContain('call')
  expect(await asks('street', [team1])).toBe('case_units_repeat')
  expect(await asks('street', [water, water])).toBe('case_units_repeat')
  expect(await asks('street', [office1])).toBe('whistle_unit_unfit')
  expect(await asks('team', [water])).toBe('not_permitted')
  const both = await Promise.all([asks('street', [water, property1]), asks('street', [water, property1])])
  // The second finds them called already.
  expect(both.toSorted()).toEqual(['case_units_repeat', null])
  const page = await seeWhistle(world.as('water'), whistleId)
  expect(page.words).toContain('违建')
  expect(JSON.stringify(page)).not.toContain('只给中队看的话')
  const {
    区水务局: called,
    柳岸物业: invited,
    东渡街道城管中队: first,
  } = await callsByUnit(street, whistleId)
  expect(called).toMatchObject({ how: 'whistled', stage: 'called', timeliness: { sign: 'open' } })
  expect(invited).toMatchObject({ how: 'invited', stage: 'called' })
  expect(called!.account!.startedAt > first!.signDueAt!).toBe(true)
  expect((await callsByUnit(world.as('team'), whistleId)).区水务局).toBeDefined()
  await world.followersSettled()
  const { rows } = await world.as('water').sees<Told>('/api/notices')
  expect(rows.map(({ kind, facts }) => [kind, facts.whistleId])).toEqual([['whistle_called', whistleId]])
  await onCall(world, whistleId)(world.as('water'), water, 'sign')
  expect(await statusFor('department', whistleId)).toBe(200)
  expect(page.next.every(({ unit }) => unit.id === water)).toBe(true)
  expect(page.next.length).toBeGreaterThan(0)
  await street.does(`/api/whistles/${whistleId}/calls/${called!.id}/release`, act())
  await street.does(`/api/whistles/${whistleId}/calls/${invited!.id}/release`, act())
  await street.does(`/api/whistles/${whistleId}/end`, act({ result: '好了' }))
  expect(await asks('street', [urban])).toBe('whistle_not_sounding')
  await noFlaws()
})

test('what was done without signal waits for the street’s word, and counts from then', async () => {
  const { team1, urban } = world.units
  const street = world.as('street')
  const { whistleId } = await blow(street, world, { unitIds: [team1, urban], reportMinutes: 60 })
  const call = onCall(world, whistleId)
  const at = (minutes: number) => world.clock.now().add({ minutes }).toString({ smallestUnit: 'millisecond' })
  const arrived = at(50)
  await call(world.as('team'), team1, 'sign')
  world.clock.advance({ minutes: 90 })
  const late = { point: onTheSpot, occurredAt: arrived }
  expect((await call(world.as('team'), team1, 'arrive', late)).body.call!.stage).toBe('arrived_elsewhere')
  const unconfirmed = (await callsByUnit(street, whistleId)).东渡街道城管中队
  expect(unconfirmed).toMatchObject({
    elsewhereAt: arrived,
    arrivedAt: null,
    timeliness: { report: 'missed' },
  })
  // Only the street can tell, and is asked: the unit that says it is there is not pressed.
  const asked = (await seeWhistle(street, whistleId)).next.map(({ unit, audience, toConfirm }) => [
    unit.id,
    audience,
    toConfirm,
  ])
  expect(asked.filter(([unit]) => unit === team1)).toEqual([[team1, 'street', true]])
  expect(asked.some(([unit, , toConfirm]) => unit === urban && toConfirm === true)).toBe(false)
  await call(street, team1, 'confirm')
  // What is done later still comes after it, however far back it says.
  await call(world.as('team'), team1, 'act', { occurredAt: at(-600) })
  const confirmed = (await callsByUnit(street, whistleId)).东渡街道城管中队
  expect(confirmed).toMatchObject({ arrivedAt: arrived, timeliness: { report: 'in_time' } })
  expect(confirmed!.actedAt).toBe(confirmed!.confirmedAt)
  // Whoever has not signed signs by coming, now: no word of then makes that in time.
  const said = await call(world.as('department'), urban, 'arrive', { point: onTheSpot, occurredAt: at(-60) })
  expect(said.body.call!.stage).toBe('arrived_elsewhere')
  const urbans = (await callsByUnit(street, whistleId)).区城管局!
  expect(urbans).toMatchObject({ absentAt: urbans.signDueAt, timeliness: { sign: 'late' } })
  expect(urbans.elsewhereAt! >= urbans.signedAt!).toBe(true)
  await noFlaws()
})

test('a report from the wrong place is no arrival in time: the one that the street finds true counts', async () => {
  const { team1, urban, water } = world.units
  const street = world.as('street')
  const { whistleId } = await blow(street, world, { unitIds: [team1, urban, water], reportMinutes: 90 })
  const call = onCall(world, whistleId)
  const answers = (unitId: string, point: object | null, more: object = {}) => {
    const by = unitId === team1 ? 'team' : unitId === urban ? 'department' : 'water'
    return call(world.as(by), unitId, 'arrive', { ...(point && { point }), ...more })
  }
  // All three report from their offices, and come after the time.
  const early = world.clock.now().add({ minutes: 30 }).toString({ smallestUnit: 'millisecond' })
  world.clock.advance({ minutes: 10 })
  for (const unitId of [team1, urban, water]) await answers(unitId, elsewhere)
  world.clock.advance({ minutes: 150 })
  const cameAt = world.clock.now()
  await answers(team1, null)
  await answers(water, elsewhere)
  await answers(water, null, { occurredAt: early })
  world.clock.advance({ minutes: 20 })
  for (const unitId of [team1, urban, water]) await call(street, unitId, 'confirm')
  const {
    东渡街道城管中队: team,
    区城管局: department,
    区水务局: late,
  } = await callsByUnit(street, whistleId)
  for (const one of [team, department, late]) expect(one!.timeliness.report).toBe('late')
  const since = (at: string | null) => Temporal.Instant.from(at!).since(cameAt).total('minutes')
  expect(since(team!.arrivedAt)).toBeLessThan(1)
  expect(department!.arrivedAt).toBe(department!.confirmedAt)
  // What is said later of the half hour comes after the report that was found elsewhere.
  expect(since(late!.arrivedAt)).toBeGreaterThanOrEqual(0)
  for (const unitId of [team1, urban]) await call(street, unitId, 'release')
  // Contact and report were late; the second was found nowhere but elsewhere until the street's word.
  const offered = await callsByUnit(street, whistleId)
  expect([offered.东渡街道城管中队, offered.区城管局].map((one) => one!.promptnessOffered)).toEqual([3, 2])
  await noFlaws()
})

test('ten who act on one whistle in the same moment all come through', async () => {
  const { team1, urban, water, property1 } = world.units
  const unitIds = [team1, urban, water, property1]
  const { whistleId } = await blow(world.as('street'), world, { unitIds })
  const call = onCall(world, whistleId)
  const signers = ['team', 'department', 'water', 'property'] as const
  const answers = await Promise.all([
    ...signers.map((name, index) => call(world.as(name), unitIds[index]!, 'sign')),
    ...[...unitIds, team1, urban].map((id) => call(world.as('street'), id, 'press', { words: '请快来' })),
  ])
  expect(answers.map(({ refusal }) => refusal)).toEqual(answers.map(() => null))
  const { calls, timeline } = await seeWhistle(world.as('street'), whistleId)
  expect(calls.map(({ stage }) => stage)).toEqual(unitIds.map(() => 'signed'))
  expect(timeline.filter(({ kind }) => kind === 'whistle.call_pressed')).toHaveLength(6)
  await noFlaws()
})

test('a community gets another street: its whistles go with it, and the units called keep theirs', async () => {
  const { community1, street1, street2 } = world.places
  const { whistleId } = await blow(world.as('street'), world)
  const call = onCall(world, whistleId)
  await call(world.as('team'), world.units.team1, 'arrive')
  const move = (parent: string) =>
    world
      .as('administrator')
      .does(`/api/areas/${community1.id}/move`, act({ parentId: parent, fromDay: '2026-11-18' }))
  expect(await statusFor('street2', whistleId)).toBe(404)
  await move(street2.id)
  await world.followersSettled()
  for (const [name, status] of [
    ['street2', 200],
    ['street', 404],
    ['team', 200],
    ['community', 200],
    ['centre', 200],
  ] as const)
    expect(await statusFor(name, whistleId), name).toBe(status)
  expect(await textsShownTo(whistleId, { reach: [street1.id] })).toBe(0)
  expect(await textsShownTo(whistleId, { reach: [street2.id] })).toBeGreaterThan(0)
  expect(await moveWhistleReach(world.system, community1.id)).toBe(0)
  // The street that looks after the place now coordinates, and hears.
  expect((await call(world.as('street'), world.units.team1, 'confirm')).refusal).toBe('not_found')
  expect((await call(world.as('street2'), world.units.team1, 'confirm')).refusal).toBeNull()
  await call(world.as('team'), world.units.team1, 'act')
  await world.followersSettled()
  const { rows } = await world.as('street2').sees<Told>('/api/notices')
  expect(rows.map(({ kind }) => kind)).toEqual(['whistle_acted'])
  await move(street1.id)
  await world.followersSettled()
  expect(await statusFor('street', whistleId)).toBe(200)
  await noFlaws()
})

test('whose case turns out to be confidential is hidden from all but the centre, and nobody is called any more', async () => {
  const { team1, urban, water } = world.units
  const street = world.as('street')
  const caseId = await screenedCase('路口有人占道')
  const more = { caseId, areaId: undefined, unitIds: [team1, urban, water] }
  const { whistleId } = await blow(street, world, more)
  const call = onCall(world, whistleId)
  await call(world.as('team'), team1, 'arrive', { point: onTheSpot })
  await call(world.as('water'), water, 'refuse', { words: '不归我们' })
  const waiting = await blow(world.as('community'), world, {
    caseId,
    areaId: undefined,
    situation: 'key_work',
  })
  expect(waiting.stage).toBe('waiting')
  await world.followersSettled()
  world.clock.advance({ minutes: 61 })
  // Taken for the same as another, it is seen to be another thing.
  const into = await screenedCase('路口又有人占道')
  await street.does(`/api/cases/${caseId}/join`, act({ into }))
  await street.does(`/api/cases/${caseId}/screen`, act({ matter: 'MJ01' }))
  for (const name of ['street', 'community', 'team', 'water', 'department', 'head'] as const)
    expect(await statusFor(name, whistleId), name).toBe(404)
  const settings = { reach: [world.places.street1.id], units: [team1, urban, water] }
  for (const table of ['whistles', 'whistle_calls'])
    expect(
      await world.sql(
        'app',
        `select 1 from ${table} where $1 in (id, ${table === 'whistles' ? 'id' : 'whistle_id'})`,
        [whistleId],
        settings,
      ),
      table,
    ).toEqual([])
  expect(await textsShownTo(whistleId, settings)).toBe(0)
  const { stage, calls, result, next } = await seeWhistle(world.as('centre'), whistleId)
  expect({ stage, result, next }).toEqual({ stage: 'ended', result: null, next: [] })
  expect(calls.map(({ unit, stage: of }) => [unit.zh, of])).toEqual([
    ['东渡街道城管中队', 'released'],
    ['区城管局', 'absent'],
    ['区水务局', 'refused'],
  ])
  expect((await seeWhistle(world.as('centre'), waiting.whistleId)).stage).toBe('declined')
  await world.followersSettled()
  const told = await world.sql('owner', `select 1 from notices where facts ->> 'whistleId' = $1`, [whistleId])
  expect(told).toEqual([])
  // Who is on the spot must hear that nobody is needed there, and reads of nothing else.
  const { rows } = await world.as('team').sees<Told>('/api/notices')
  expect(rows[0]).toMatchObject({ kind: 'whistle_released', facts: {}, unit: null, place: null })
  await noFlaws()
})

test('a desk blows in the name of the Party organisation of its own area, and of no other body', async () => {
  const { street1, community1 } = world.places
  const found = (code: string, areaId: string, parentId: string | null) =>
    world
      .as('administrator')
      .does<{ id: string }>(
        '/api/units',
        act({ code, kind: 'party_committee', nameZh: `${code}党委`, areaId, parentId }),
      )
  const committee = await found('DW-1', street1.id, null)
  const below = await found('DW-2', community1.id, committee.id)
  const asked = async (inNameOf: string) =>
    (await world.as('street').post('/api/whistles', whistleBody(world, { inNameOf }))).refusal
  expect(await asked(below.id)).toBe('whistle_not_yours_to_blow')
  expect(await asked(world.units.office1)).toBe('whistle_not_yours_to_blow')
  const { whistleId } = await blow(world.as('street'), world, { inNameOf: committee.id })
  expect((await seeWhistle(world.as('street'), whistleId)).blower.unit).toMatchObject({ zh: 'DW-1党委' })
  await noFlaws()
})
