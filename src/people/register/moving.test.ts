import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addHome, addPerson, freshIdentity, namesFound } from '../../testing/register-acts.ts'
import { openWorld, type World } from '../../testing/world.ts'
import { act } from '../../testing/world-client.ts'
import type { HomeCard, PersonCard } from './read.contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
}, 120_000)
afterAll(() => world.close())

describe('moving', () => {
  test('whose number is known moves: the old desk sees them no more, the new one does', async () => {
    const worker = world.as('worker')
    const there = world.as('community2')
    const number = freshIdentity()
    const old = await addHome(worker, world.places.building1.id, '3-301')
    const next = await addHome(there, world.places.estate2.id, '5号')
    const known = await addPerson(worker, old, { name: '搬家人', identity: number, role: 'tenant' })
    const moved = await addPerson(there, next, { name: '搬家人', identity: number, role: 'tenant' })
    expect(moved.personId).toBe(known.personId)
    expect((await worker.get(`/api/register/people/${known.personId}`)).refusal).toBe('not_found')
    expect(await namesFound(worker, '搬家人')).toEqual([])
    expect(await namesFound(there, '搬家人')).toEqual(['搬家人'])
    expect((await there.sees<HomeCard>(`/api/register/homes/${next}`)).home.living).toBe(1)
    const before = await worker.sees<HomeCard>(`/api/register/homes/${old}`)
    expect(before).toMatchObject({ home: { living: 0, renting: 0 }, people: [], left: [{ name: null }] })
  })

  test('an owner who moves owns still, and both places see them', async () => {
    const [worker, there] = [world.as('worker'), world.as('community2')]
    const number = freshIdentity()
    const own = await addHome(worker, world.places.building1.id, '3-302')
    const rented = await addHome(there, world.places.estate2.id, '6号')
    const { personId } = await addPerson(worker, own, { name: '业主甲', identity: number, role: 'owner' })
    await addPerson(there, rented, { name: '业主甲', identity: number, role: 'tenant' })
    const card = await worker.sees<PersonCard>(`/api/register/people/${personId}`)
    // Where they rent is not the old desk's to know.
    expect(card.homes).toMatchObject([{ role: 'owner', lives: false, place: { label: '3-302' } }])
    const whole = await world.as('street').sees<PersonCard>(`/api/register/people/${personId}`)
    expect(whole.homes.map(({ role, lives }) => ({ role, lives }))).toEqual([
      { role: 'tenant', lives: true },
      { role: 'owner', lives: false },
    ])
    expect(await namesFound(there, '业主甲')).toEqual(['业主甲'])
  })

  test('a day before they came to their last home is refused, and named to those alone who see that home', async () => {
    const [worker, there] = [world.as('worker'), world.as('community2')]
    const number = freshIdentity()
    const old = await addHome(worker, world.places.building1.id, '3-306')
    const near = await addHome(worker, world.places.building1.id, '3-307')
    const far = await addHome(there, world.places.estate2.id, '8号')
    const person = { name: '早搬的人', identity: number, role: 'tenant' }
    await addPerson(worker, old, { ...person, fromDay: '2026-11-10' })
    const early = act({ ...person, fromDay: '2026-11-09' })
    const seen = await worker.post(`/api/register/homes/${near}/people`, early)
    expect(seen).toMatchObject({
      refusal: 'day_before_last_home',
      body: { error: { facts: { fromDay: '2026-11-10' } } },
    })
    const unseen = await there.post(`/api/register/homes/${far}/people`, act({ ...early, ...act() }))
    expect(unseen.refusal).toBe('day_before_last_home')
    expect(JSON.stringify(unseen.body)).not.toContain('2026-11-10')
  })

  test('an owner who moved out at the door owns still, is back by one press, and gives up owning by a second', async () => {
    const worker = world.as('worker')
    const home = await addHome(worker, world.places.building1.id, '3-305')
    const { occupancyId } = await addPerson(worker, home, { name: '业主丁', role: 'owner' })
    const leave = () => worker.does(`/api/register/occupancies/${occupancyId}/end`, act())
    const people = async () => (await worker.sees<HomeCard>(`/api/register/homes/${home}`)).people
    await leave()
    expect(await people()).toMatchObject([{ role: 'owner', lives: false }])
    await worker.does(`/api/register/occupancies/${occupancyId}/stay`, act())
    expect(await people()).toMatchObject([{ role: 'owner', lives: true }])
    await leave()
    await leave()
    expect(await people()).toEqual([])
  })

  test('who left by mistake is back, found and counted again', async () => {
    const worker = world.as('worker')
    const home = await addHome(worker, world.places.building1.id, '3-303')
    const { occupancyId } = await addPerson(worker, home, { name: '没有搬走', role: 'tenant' })
    const end = `/api/register/occupancies/${occupancyId}/end`
    expect((await worker.post(end, act({ toDay: '2026-11-17' }))).refusal).toBe('day_before_move_in')
    await worker.does(end, act())
    expect((await worker.post(end, act())).refusal).toBe('occupancy_ended')
    expect(await namesFound(worker, '没有搬走')).toEqual([])
    await worker.does(`/api/register/occupancies/${occupancyId}/stay`, act())
    expect(await namesFound(worker, '没有搬走')).toEqual(['没有搬走'])
    expect((await worker.sees<HomeCard>(`/api/register/homes/${home}`)).home).toMatchObject({
      living: 1,
      renting: 1,
    })
  })

  test('a home is confirmed at the door, and emptied in one step', async () => {
    const worker = world.as('worker')
    const home = await addHome(worker, world.places.building1.id, '3-304')
    await addPerson(worker, home, { name: '房东乙', role: 'owner' })
    await addPerson(worker, home, { name: '家人丙' })
    await worker.does(`/api/register/homes/${home}/confirm`, act())
    const confirmed = await worker.sees<HomeCard>(`/api/register/homes/${home}`)
    expect(confirmed.home).toMatchObject({ living: 2, confirmedOn: '2026-11-18', seq: 2 })
    await worker.does(`/api/register/homes/${home}/empty`, act())
    const { home: row, people } = await worker.sees<HomeCard>(`/api/register/homes/${home}`)
    expect(row.living).toBe(0)
    expect(people.map(({ name, lives }) => ({ name, lives }))).toEqual([{ name: '房东乙', lives: false }])
  })

  test('an area that is hung elsewhere takes its homes and people along: other desks see them', async () => {
    const there = world.as('community2')
    const home = await addHome(there, world.places.estate2.id, '7号')
    const { personId } = await addPerson(there, home, { name: '跟着走的人' })
    const { grid3, community3 } = world.places
    const move = act({ parentId: community3.id, fromDay: '2026-11-18' })
    await world.as('administrator').does(`/api/areas/${grid3.id}/move`, move)
    await world.followersSettled()
    expect(await namesFound(there, '跟着走的人')).toEqual([])
    expect((await there.get(`/api/register/homes/${home}`)).refusal).toBe('not_found')
    const now = world.as('community3')
    expect(await namesFound(now, '跟着走的人')).toEqual(['跟着走的人'])
    expect((await now.sees<PersonCard>(`/api/register/people/${personId}`)).homes).toHaveLength(1)
    expect((await now.sees<HomeCard>(`/api/register/homes/${home}`)).home.living).toBe(1)
  })

  test('the journal holds ids and days, and verifies', async () => {
    const rows = await world.sql<{ data: object; kind: string }>(
      'reader',
      `select kind, data from journal where kind ~ '^(home|person|consent|care|identity|household)[.]'`,
    )
    expect(rows.length).toBeGreaterThan(10)
    const told = JSON.stringify(rows)
    expect(told).not.toMatch(/\p{Script=Han}/u)
    expect(told).not.toMatch(/1380000|999999/)
    expect((await world.verify()).flaws).toEqual([])
  })
})
