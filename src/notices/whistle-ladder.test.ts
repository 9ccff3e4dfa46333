import { afterAll, beforeAll, expect, test } from 'vitest'
import { climbWhistles, recordAbsences } from '../cases/door.ts'
import { blow, onCall, onTheSpot, seeWhistle } from '../testing/whistle-acts.ts'
import { openWorld, type World } from '../testing/world.ts'
import { act } from '../testing/world-client.ts'
import type { StaffName } from '../testing/world-people.ts'
import type { NoticePage } from './contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

/** So many minutes later, as the program's rounds would have it; how many whistles climbed. */
const later = async (minutes: number): Promise<number> => {
  world.clock.advance({ minutes })
  await world.followersSettled()
  await recordAbsences(world.system)
  const climbed = await climbWhistles(world.system)
  await world.followersSettled()
  return climbed
}
/** What somebody newly heard of the ladder, with the unit where it speaks of one. */
const heardOf = new Map<StaffName, number>()
const heard = async (name: StaffName): Promise<string[]> => {
  const { rows } = await world.as(name).sees<NoticePage>('/api/notices?limit=100')
  const all = rows
    .filter(({ kind }) => ['whistle_reminded', 'whistle_climbed', 'whistle_confirm'].includes(kind))
    .reverse()
    .map(({ kind, facts, unit }) => [kind.slice('whistle_'.length), facts.clock, unit?.zh].join(' ').trim())
  const known = heardOf.get(name) ?? 0
  heardOf.set(name, all.length)
  return all.slice(known)
}
const acknowledge = async (name: StaffName, whistleId: string) =>
  (await world.as(name).post(`/api/whistles/${whistleId}/acknowledge`, act())).refusal

test('refusal and absence climb by themselves: unit head, street, district, one message for many', async () => {
  const { team1, urban, water, property1 } = world.units
  const street = world.as('street')
  const { whistleId } = await blow(street, world, { unitIds: [team1, urban, water, property1] })
  expect(await later(9)).toBe(0)
  await onCall(world, whistleId)(world.as('water'), water, 'refuse', { words: '不归我们' })
  expect(await later(1)).toBe(1)
  expect(await later(0)).toBe(0)
  // The department of water has no head in the system: the next above hears.
  expect(await heard('street')).toEqual(['climbed sign 区水务局'])
  await later(15)
  expect(await heard('street')).toEqual(['climbed sign 区水务局'])
  // Half of the hour is over: whoever has not signed hears once more.
  await later(5)
  expect(await heard('team')).toEqual(['reminded sign 东渡街道城管中队'])
  expect(await heard('department')).toEqual(['reminded sign 区城管局'])
  await later(31)
  expect(await heard('head')).toEqual(['climbed sign 东渡街道城管中队'])
  expect(await heard('street')).toEqual(['climbed sign 区城管局'])
  expect(await acknowledge('team', whistleId)).toBeNull()
  expect(await acknowledge('head', whistleId)).toBeNull()
  expect(await acknowledge('head', whistleId)).toBe('nothing_to_acknowledge')
  await later(15)
  expect(await heard('street')).toEqual(['climbed sign'])
  await later(45)
  expect(await heard('centre')).toEqual(['climbed sign 区水务局', 'climbed sign'])
  expect(await acknowledge('centre', whistleId)).toBeNull()
  for (const name of ['water', 'property', 'community', 'street2', 'team2', 'worker'] as const)
    expect(await heard(name), name).toEqual([])
  expect(await acknowledge('community', whistleId)).toBe('nothing_to_acknowledge')
  expect(await acknowledge('street2', whistleId)).toBe('not_found')
  expect(await acknowledge('worker', whistleId)).toBe('not_permitted')

  const page = await seeWhistle(street, whistleId)
  const seen = page.timeline.filter(({ kind }) => kind === 'whistle.acknowledged')
  expect(seen.map(({ rung, unit }) => [rung, unit?.zh ?? null])).toEqual([
    ['desk', '东渡街道城管中队'],
    ['unit_head', '东渡街道城管中队'],
    ['district', null],
  ])
  expect(page.can).toEqual(['acknowledge', 'call'])
  const next = page.next.map(({ clock, unit, audience }) => [clock, audience, unit.zh].join(' '))
  expect(next.toSorted()).toEqual(['arrive desk 东渡街道城管中队', 'arrive desk 区城管局'].toSorted())
  // A unit sees what is said of itself.
  const own = await seeWhistle(world.as('team'), whistleId)
  expect(own.next.map(({ unit }) => unit.zh)).toEqual(['东渡街道城管中队'])
  const ofOthers = own.timeline.filter(({ kind, unit }) => kind === 'whistle.climbed' && unit?.id !== team1)
  expect(ofOthers).toEqual([])
})

test('in an emergency it climbs in half the time; who comes and what has ended is not spoken of', async () => {
  const { team1, urban } = world.units
  const more = { situation: 'emergency', unitIds: [team1, urban] }
  const { whistleId } = await blow(world.as('street'), world, more)
  const call = onCall(world, whistleId)
  await later(15)
  expect(await heard('team')).toContain('reminded sign 东渡街道城管中队')
  await call(world.as('team'), team1, 'arrive', { point: onTheSpot })
  await call(world.as('department'), urban, 'sign')
  await call(world.as('street'), urban, 'release')
  // The follower has not read it yet: its row still calls, the story decides.
  world.clock.advance({ hours: 9 })
  const before = (await seeWhistle(world.as('centre'), whistleId)).timeline.length
  await climbWhistles(world.system)
  expect((await seeWhistle(world.as('centre'), whistleId)).timeline).toHaveLength(before)
  expect((await seeWhistle(world.as('centre'), whistleId)).next).toEqual([])
})

test('of a unit that says it is there the street is asked whether it is, and nobody that it did not answer', async () => {
  const { team1 } = world.units
  // What the whistles before it still had to say is said.
  await later(720)
  const { whistleId } = await blow(world.as('street'), world)
  for (const name of ['team', 'head', 'street', 'centre'] as const) await heard(name)
  await onCall(world, whistleId)(world.as('team'), team1, 'arrive')
  for (let hour = 0; hour < 12; hour += 1) await later(60)
  expect(await heard('street')).toEqual(['confirm arrive 东渡街道城管中队'])
  for (const name of ['team', 'head', 'centre'] as const) expect(await heard(name), name).toEqual([])
  const { timeline, next } = await seeWhistle(world.as('street'), whistleId)
  const asked = timeline.filter(({ kind }) => kind === 'whistle.confirm_asked')
  expect(asked.map(({ unit, rung }) => [unit?.zh, rung])).toEqual([['东渡街道城管中队', 'street']])
  expect([timeline.filter(({ kind }) => kind === 'whistle.climbed'), next]).toEqual([[], []])
})

test('two servers at once say a step once; rebuilt, the next moments are the same', async () => {
  const { whistleId } = await blow(world.as('street'), world)
  world.clock.advance({ minutes: 31 })
  await world.followersSettled()
  await Promise.all([climbWhistles(world.system), climbWhistles(world.system), climbWhistles(world.system)])
  const { timeline } = await seeWhistle(world.as('street'), whistleId)
  expect(timeline.filter(({ kind }) => kind === 'whistle.climbed')).toHaveLength(1)
  await world.followersSettled()
  const all = () => world.sql('reader', 'select * from whistle_next order by whistle_id')
  const rows = await all()
  expect(rows.length).toBeGreaterThan(0)
  await world.rebuilt()
  expect(await all()).toEqual(rows)
  expect(await world.sql('app', 'select * from whistle_next', [], { actor: 'client:x' })).toEqual([])
  expect((await world.verify()).flaws).toEqual([])
})
