import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Tx } from '../../platform/transaction.ts'
import { act, addHome, addPerson } from '../../testing/register-acts.ts'
import { openWorld, type World } from '../../testing/world.ts'
import { loadHome } from './home.sql.ts'
import { insertOccupancies } from './occupancy.sql.ts'

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
