import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../kernel/ids.ts'
import type { RegisterReceipt } from '../people/register/contract.ts'
import { addHome, addPerson } from '../testing/register-acts.ts'
import { openWorld, type World } from '../testing/world.ts'
import { act } from '../testing/world-client.ts'
import type { LookAfter, VisitDone } from './contract.ts'

let world: World
let cared: string
let oldAlone: string
beforeAll(async () => {
  world = await openWorld()
  const worker = world.as('worker')
  const { building1 } = world.places
  cared = await addHome(worker, building1.id, '1-101')
  oldAlone = await addHome(worker, building1.id, '1-102')
  const family = await addHome(worker, building1.id, '1-103')
  const lives = { role: 'owner', fromDay: '2024-11-20' }
  const { personId } = await addPerson(worker, cared, { ...lives, name: '周云' })
  await addPerson(worker, oldAlone, { ...lives, name: '陈秀英', birthDay: '1948-03-01' })
  await addPerson(worker, family, { ...lives, name: '林一舟' })
  const page = `/api/register/people/${personId}`
  const desk = world.as('community')
  const consent = act({ purpose: 'care', givenBy: 'self', how: 'spoken' })
  const { id: consentId } = await desk.does<RegisterReceipt>(`${page}/consents`, consent)
  const endsOn = world.clock
    .now()
    .add({ hours: 24 * 90 })
    .toString()
    .slice(0, 10)
  await desk.does(`${page}/care`, act({ kind: 'illness', reason: '在家用制氧机', consentId, endsOn }))
})
afterAll(() => world.close())

const seen = () => world.as('worker').sees<LookAfter>('/api/field/look-after')
const visit = (homeId: string, body: object) =>
  act({ id: newId(world.clock.now().epochMilliseconds), homeId, outcome: 'met', ...body })

test('the homes that somebody comes to often are those to look after, by address and without a word of why', async () => {
  const { homes, all } = await seen()
  expect(all).toBe(2)
  expect(new Set(homes.map(({ homeId }) => homeId))).toEqual(new Set([cared, oldAlone]))
  expect(JSON.stringify(homes)).not.toMatch(/illness|old_alone|often|周云|陈秀英/)
  expect((await world.as('property').get('/api/field/look-after')).refusal).toBe('not_permitted')
  expect((await world.resident().get('/api/field/look-after')).refusal).toBe('not_permitted')
  expect(await world.as('worker2').sees<LookAfter>('/api/field/look-after')).toEqual({ homes: [], all: 0 })
})

test('a call counts as a visit does, nobody home does not, and what is taken back counts no more', async () => {
  const worker = world.as('worker')
  const spokenAt = async (homeId: string) =>
    (await seen()).homes.find((home) => home.homeId === homeId)?.spokenAt ?? null
  await worker.does('/api/visits', visit(oldAlone, { how: 'door', outcome: 'nobody' }))
  expect(await spokenAt(oldAlone)).toBeNull()
  const { id } = await worker.does<VisitDone>('/api/visits', visit(cared, { how: 'phone' }))
  expect(Date.parse((await spokenAt(cared))!)).toBe(world.clock.now().epochMilliseconds)
  await worker.does(`/api/visits/${id}/take-back`, act())
  expect(await spokenAt(cared)).toBeNull()
  // Who wants no visits is left in peace.
  await worker.does('/api/visits', visit(oldAlone, { how: 'door', declines: true }))
  expect((await seen()).homes.map(({ homeId }) => homeId)).toEqual([cared])
})
