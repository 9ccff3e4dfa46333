import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Tx } from '../../platform/transaction.ts'
import { addHome, addPerson } from '../../testing/register-acts.ts'
import { openWorld, type World } from '../../testing/world.ts'
import { act } from '../../testing/world-client.ts'
import type { RegisterReceipt } from './contract.ts'
import { loadHome, recountHomes } from './home.sql.ts'
import { leave } from './move-person.ts'
import { insertOccupancies, loadOccupancy } from './occupancy.sql.ts'
import type { HomeCard } from './read.contract.ts'
import { settle } from './settle.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
}, 120_000)
afterAll(() => world.close())

/** What is asked while another transaction holds what `hold` took; that one ends once the asker waits for it. */
async function meanwhile<Answer>(hold: (tx: Tx) => Promise<void>, ask: () => Promise<Answer>) {
  return world.system
    .transaction(async (tx) => {
      await hold(tx)
      const [holder] = await tx.query<{ pid: number }>('own_pid', 'select pg_backend_pid() as pid', [])
      let answered = false
      const asked = ask().finally(() => {
        answered = true
      })
      const waits = async () =>
        (
          await world.sql('owner', 'select 1 from pg_stat_activity where $1 = any (pg_blocking_pids(pid))', [
            holder!.pid,
          ])
        ).length > 0
      while (!answered && !(await waits())) await wait(20)
      return { asked }
    })
    .then(({ asked }) => asked)
}

test('nobody is put back into a home that was ended since', async () => {
  const worker = world.as('worker')
  const home = await addHome(worker, world.places.building1.id, '4-401')
  const { occupancyId } = await addPerson(worker, home, { name: '回不来的人', role: 'tenant' })
  await worker.does(`/api/register/occupancies/${occupancyId}/end`, act())
  await worker.does(`/api/register/homes/${home}`, act({ seq: 1, ended: true }))
  const stay = await worker.post(`/api/register/occupancies/${occupancyId}/stay`, act())
  expect(stay.refusal).toBe('home_ended')
  const ended = { endedOn: '2026-11-18', can: { update: false } }
  expect(await worker.sees<HomeCard>(`/api/register/homes/${home}`)).toMatchObject(ended)
})

test('whoever moves in while the home is being ended finds it ended', async () => {
  const worker = world.as('worker')
  const home = await addHome(worker, world.places.building1.id, '4-402')
  const end = async (tx: Tx) => {
    await tx.query('end_home', `update homes set ended_on = '2026-11-18' where id = $1`, [home])
  }
  const body = act({ name: '同时搬来的人', role: 'tenant' })
  const answer = await meanwhile(end, () => worker.post(`/api/register/homes/${home}/people`, body))
  expect(answer.refusal).toBe('home_ended')
})

test('a home is not ended while somebody moves in', async () => {
  const worker = world.as('worker')
  const building = world.places.building1.id
  const other = await addHome(worker, building, '4-403')
  const home = await addHome(worker, building, '4-404')
  const { personId } = await addPerson(worker, other, { name: '正在搬来的人', role: 'owner' })
  const moveIn = async (tx: Tx) => {
    await tx.query('hold_home', 'select 1 from homes where id = $1 for update', [home])
    const { reach, communityId, gridId } = await loadHome(tx, home)
    const stay = { personId, homeId: home, role: 'owner', lives: false, fromDay: '2026-11-18' } as const
    await insertOccupancies(tx, [
      { ...stay, id: crypto.randomUUID(), reach, communityId, gridId, importId: null },
    ])
  }
  const body = act({ seq: 1, ended: true })
  const answer = await meanwhile(moveIn, () => worker.post(`/api/register/homes/${home}`, body))
  expect(answer.refusal).toBe('home_lived_in')
})

test('two who come at the same moment are both counted', async () => {
  const worker = world.as('worker')
  const building = world.places.building1.id
  const other = await addHome(worker, building, '4-405')
  const home = await addHome(worker, building, '4-406')
  const { personId } = await addPerson(worker, other, { name: '先到的人', role: 'owner', lives: false })
  const moveIn = async (tx: Tx) => {
    const { reach, communityId, gridId } = await loadHome(tx, home)
    const stay = { personId, homeId: home, role: 'tenant', lives: true, fromDay: '2026-11-18' } as const
    await insertOccupancies(tx, [
      { ...stay, id: crypto.randomUUID(), reach, communityId, gridId, importId: null },
    ])
    await recountHomes(tx, [home])
  }
  const body = act({ name: '同时到的人', role: 'tenant' })
  const answer = await meanwhile(moveIn, () => worker.post(`/api/register/homes/${home}/people`, body))
  expect(answer.status).toBe(201)
  const card = await worker.sees<HomeCard>(`/api/register/homes/${home}`)
  expect(card.home).toMatchObject({ living: 2, renting: 2 })
})

test('who moves while another home is entered for them is seen where they belong now alone', async () => {
  const [worker, desk] = [world.as('worker'), world.as('street')]
  const left = await addHome(worker, world.places.building1.id, '4-407')
  const taken = await addHome(world.as('community2'), world.places.estate2.id, '47号')
  const owned = { name: '两处的人', role: 'owner', lives: false }
  const { personId, occupancyId } = await addPerson(worker, left, owned)
  const end = async (tx: Tx) => {
    const stay = await loadOccupancy(tx, occupancyId)
    await leave(world.system, tx, stay, '2026-11-18', 'leaving')
    await settle(world.system, tx, [personId], [left])
  }
  const body = act({ homeId: taken, role: 'owner', lives: false })
  const answer = await meanwhile(end, () => desk.post(`/api/register/people/${personId}/homes`, body))
  expect(answer).toMatchObject({ status: 200 })
  expect((await worker.get(`/api/register/people/${personId}`)).refusal).toBe('not_found')
  expect((await world.as('community2').get(`/api/register/people/${personId}`)).status).toBe(200)
})

test('whoever was erased is put into no home, and nothing is noted of them', async () => {
  const desk = world.as('community')
  const home = await addHome(desk, world.places.building1.id, '4-408')
  const { personId, occupancyId } = await addPerson(desk, home, { name: '已删除的人' })
  const page = `/api/register/people/${personId}`
  const consent = act({ purpose: 'care', givenBy: 'self', how: 'spoken' })
  const { id: consentId } = await desk.does<RegisterReceipt>(`${page}/consents`, consent)
  await desk.does(`/api/register/occupancies/${occupancyId}/end`, act())
  await world.sql('owner', 'update persons set name = null, salt = null, erased_at = now() where id = $1', [
    personId,
  ])
  const flag = { kind: 'other', reason: '删除以后', consentId, endsOn: '2027-01-01' }
  for (const [url, sent] of [
    [`${page}/homes`, { homeId: home, role: 'tenant' }],
    [`${page}/consents`, { purpose: 'visits', givenBy: 'self', how: 'spoken' }],
    [`${page}/care`, flag],
    [`/api/register/occupancies/${occupancyId}/stay`, {}],
    [
      `/api/register/homes/${home}/people`,
      { name: '小孩', role: 'resident', birthDay: '2020-01-01', guardianId: personId },
    ],
  ] as const)
    expect([url, (await desk.post(url, act(sent))).refusal]).toEqual([url, 'not_found'])
})
