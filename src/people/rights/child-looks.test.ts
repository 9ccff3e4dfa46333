import { afterAll, beforeAll, expect, test } from 'vitest'
import { addHome, addPerson } from '../../testing/register-acts.ts'
import { openWorld, type World } from '../../testing/world.ts'
import type { OwnRecord } from './contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
}, 120_000)
afterAll(() => world.close())

test('a guardian sees who looked at the child’s entry too, and nobody else does; at 14 the child asks themselves', async () => {
  const worker = world.as('worker')
  const home = await addHome(worker, world.places.building1.id, '1-107')
  const guardian = '13900000107'
  const spouse = '13900000108'
  const { personId } = await addPerson(worker, home, { name: '看护人', phone: guardian })
  await addPerson(worker, home, { name: '看护人的爱人', phone: spouse })
  const born = { name: '受护的孩子', phone: guardian, birthDay: '2012-11-25', guardianId: personId }
  const child = await addPerson(worker, home, born)
  await world.as('community').sees(`/api/register/people/${child.personId}`)
  const other = await addPerson(worker, home, { name: '另一位家长', phone: '13900000109' })
  await addPerson(worker, home, { name: '没人看过', birthDay: '2020-05-05', guardianId: other.personId })
  const looksOf = async (by: string) =>
    (await world.resident(by).sees<OwnRecord>('/api/my/record')).childLooks
  const looks = [{ what: 'page', post: 'community_desk', times: 1, purpose: null, words: null }]
  const shown = [{ personId: child.personId, name: born.name, looks, more: false }]
  expect(await looksOf(guardian)).toMatchObject(shown)
  expect(await looksOf(spouse)).toEqual([])
  expect(await looksOf('13900000109')).toMatchObject([{ name: '没人看过', looks: [], more: false }])
  world.clock.set('2026-11-25T09:30:00+08:00')
  expect(await looksOf(guardian)).toEqual([])
})
