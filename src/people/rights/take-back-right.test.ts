import { afterAll, beforeAll, expect, test } from 'vitest'
import { addHome, addPerson } from '../../testing/register-acts.ts'
import { openWorld, type World } from '../../testing/world.ts'
import { act } from '../../testing/world-client.ts'
import type { AskedRight, OwnRecord, RightPage } from './contract.ts'

let world: World
const phone = '13900000111'

/** Two neighbours, each with a telephone of their own. */
beforeAll(async () => {
  world = await openWorld()
  const worker = world.as('worker')
  const home = await addHome(worker, world.places.building1.id, '1-111')
  await addPerson(worker, home, { name: '反悔', phone })
  await addPerson(worker, home, { name: '邻居', phone: '13900000112' })
}, 120_000)
afterAll(() => world.close())

const resident = () => world.resident(phone)
const record = () => resident().sees<OwnRecord>('/api/my/record')
const rights = (name: Parameters<World['as']>[0], stage = 'asked') =>
  world.as(name).sees<RightPage>(`/api/rights?stage=${stage}`)

test('a request is taken back by whoever asked while it waits, with its words; then nobody answers it, and it may be asked again', async () => {
  const ask = () => resident().does<AskedRight>('/api/my/rights', act({ kind: 'copy', words: '要纸质的' }))
  const { id } = await ask()
  const at = `/api/my/rights/${id}/take-back`
  const other = world.resident('13900000112')
  for (const [who, refusal] of [
    [other, 'not_found'],
    [world.as('community'), 'sign_in_needed'],
    [world.anonymous(), 'sign_in_needed'],
  ] as const)
    expect((await who.post(at, act())).refusal).toBe(refusal)
  expect((await resident().post(at, act({ kind: 'erase' }))).refusal).toBe('input_invalid')
  const once = act()
  const receipt = { id, stage: 'taken_back' }
  expect(await resident().does(at, once)).toEqual(receipt)
  expect(await resident().does(at, once)).toEqual(receipt)
  expect((await resident().post(at, act())).refusal).toBe('rights_taken_back')
  const gone = { id, stage: 'taken_back', words: null, answer: null, answeredAt: null }
  const ofThis = (one: { readonly id: string }) => one.id === id
  expect((await record()).requests.find(ofThis)).toMatchObject({
    ...gone,
    takenBackAt: '2026-11-18T01:30:00.000Z',
  })
  expect((await rights('community')).rows).toEqual([])
  const told = { ...gone, light: null, grounds: [] }
  expect((await rights('community', 'answered')).rows.find(ofThis)).toMatchObject(told)
  const answer = { stage: 'granted' }
  expect((await world.as('community').post(`/api/rights/${id}/answer`, act(answer))).refusal).toBe(
    'rights_taken_back',
  )
  // What was answered stands; taking back comes too late.
  const again = await ask()
  await world.as('community').does(`/api/rights/${again.id}/answer`, act(answer))
  const late = `/api/my/rights/${again.id}/take-back`
  expect((await resident().post(late, act())).refusal).toBe('rights_answered')
})

test('taking back and an answer may meet: one of them stands', async () => {
  const { id } = await resident().does<AskedRight>('/api/my/rights', act({ kind: 'copy' }))
  const both = await Promise.all([
    resident().post(`/api/my/rights/${id}/take-back`, act()),
    world.as('community').post(`/api/rights/${id}/answer`, act({ stage: 'granted' })),
  ])
  const refusals = both.map(({ refusal }) => refusal).filter((refusal) => refusal !== null)
  expect(refusals).toHaveLength(1)
  expect(['rights_answered', 'rights_taken_back']).toContain(refusals[0])
})

test('taking back leaves a line, and all verifies', async () => {
  const lines = await world.sql<{ data: object }>(
    'reader',
    `select data from journal where kind = 'right.taken_back' order by recorded_at limit 1`,
  )
  expect(lines).toMatchObject([{ data: { kind: 'copy', texts: [expect.any(String)] } }])
  expect((await world.verify()).flaws).toEqual([])
})
