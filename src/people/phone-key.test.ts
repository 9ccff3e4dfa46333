import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../testing/world.ts'
import type { PhoneKey } from './phone-key.contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

test('a key is the account’s own, stays the same, and is given to staff alone', async () => {
  const keyOf = async (name: 'worker' | 'worker2') =>
    (await world.as(name).sees<PhoneKey>('/api/me/phone-key')).key
  expect(Buffer.from(await keyOf('worker'), 'base64')).toHaveLength(32)
  expect(await keyOf('worker')).toBe(await keyOf('worker'))
  expect(await keyOf('worker')).not.toBe(await keyOf('worker2'))
  for (const person of [world.anonymous(), world.resident()])
    expect(await person.get('/api/me/phone-key')).toMatchObject({ status: 401, refusal: 'sign_in_needed' })
})
