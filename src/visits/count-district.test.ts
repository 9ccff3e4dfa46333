import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../kernel/ids.ts'
import { addHome, addPerson } from '../testing/register-acts.ts'
import { openWorld, type World } from '../testing/world.ts'
import { act } from '../testing/world-client.ts'
import type { DistrictVisits } from './contract.ts'

let world: World
let home: string
beforeAll(async () => {
  world = await openWorld()
  const worker = world.as('worker')
  home = await addHome(worker, world.places.building1.id, '1-101')
  await addPerson(worker, home, { name: '林一舟', fromDay: '2024-11-20' })
})
afterAll(() => world.close())

const logs = async (times: number, visit: object) => {
  for (let n = 0; n < times; n += 1) {
    world.clock.advance({ minutes: 1 })
    const id = newId(world.clock.now().epochMilliseconds)
    await world.as('worker').does('/api/visits', act({ id, homeId: home, outcome: 'met', ...visit }))
  }
}
const counted = async () => {
  const found = await world.as('centre').sees<DistrictVisits>('/api/visits/district')
  const { places } = world
  const at = (id: string) => found.parts.find(({ area }) => area.id === id)
  return { street1: at(places.street1.id), street2: at(places.street2.id), whole: found.whole }
}

test('the centre counts visits of the whole district by street, and few of them say nothing', async () => {
  await logs(4, { how: 'door' })
  const few = { atDoor: null, share: { contacts: null, inPerson: null } }
  expect(await counted()).toMatchObject({ street1: few, whole: few })
  await logs(1, { how: 'door', outcome: 'nobody' })
  await logs(4, { how: 'phone' })
  const all = { atDoor: 5, share: { contacts: 8, inPerson: 4 } }
  expect(await counted()).toMatchObject({
    street1: all,
    street2: { atDoor: 0, share: { contacts: 0, inPerson: 0 } },
    whole: all,
  })
  const before = await world.as('centre').sees<DistrictVisits>('/api/visits/district?month=2026-01')
  expect(before.whole).toEqual({ atDoor: 0, share: { contacts: 0, inPerson: 0 } })
})

test.each(['community', 'street', 'worker', 'property'] as const)(
  '%s does not count the district',
  async (who) => {
    expect((await world.as(who).get('/api/visits/district')).refusal).toBe('not_permitted')
  },
)
