import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../testing/world.ts'
import { actingAs } from '../door.ts'
import { enterMany, type HomeToEnter, type PersonToEnter } from './enter-many.ts'
import { identityCheckDigit } from './identity-number.rule.ts'
import type { FoundInRegister, HomeCard } from './read.contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
}, 120_000)
afterAll(() => world.close())

const number = (order: number) => {
  const digits = `99999919800101${String(order).padStart(3, '0')}`
  return digits + identityCheckDigit(digits)
}
const person = (name: string, more: Partial<PersonToEnter> = {}): PersonToEnter => ({
  name,
  sex: null,
  birthDay: null,
  phone: null,
  registerKind: 'local',
  identity: null,
  guardian: null,
  role: 'resident',
  lives: true,
  fromDay: '2020-01-01',
  ...more,
})
const home = (label: string, people: PersonToEnter[]): HomeToEnter => ({
  buildingId: world.places.building1.id,
  label,
  use: 'dwelling',
  people,
})

/** The community's desk, as the demonstration acts for it. */
const desk = () => {
  const { accountId, postId } = world.staff.community
  const { community1 } = world.places
  const posts = [{ id: postId, kind: 'community_desk', unitId: null, areaId: community1.id }]
  const stage = {
    district: world.district,
    clock: world.clock,
    log: { info: () => undefined, warn: console.warn, error: console.error },
  }
  return actingAs(stage, { id: accountId, kind: 'staff', name: '社区', posts })
}

test('homes and people are entered together, found, counted and told to the journal', async () => {
  const entered = await enterMany(desk(), [
    home('1-101', [
      person('严守信', { role: 'owner', identity: number(1), phone: '13800030001' }),
      person('严乐群', { birthDay: '2019-01-01', guardian: 0 }),
    ]),
    home('1-102', []),
  ])
  const worker = world.as('worker')
  const card = await worker.sees<HomeCard>(`/api/register/homes/${entered[0]!.homeId}`)
  expect(card).toMatchObject({
    home: { living: 2 },
    children: 1,
    people: [{ name: '严守信', role: 'owner' }],
  })
  const found = await worker.sees<FoundInRegister>('/api/register/find?text=yansx')
  expect(found.people.map(({ name }) => name)).toEqual([])
  const byPinyin = await worker.sees<FoundInRegister>('/api/register/find?text=yanshou')
  expect(byPinyin.people.map(({ name }) => name)).toEqual(['严守信'])
  const kinds = await world.sql<{ kind: string; n: number }>(
    'reader',
    `select kind, count(*)::integer as n from journal where kind ~ '^(home|person)[.]' group by kind order by kind`,
  )
  expect(kinds).toEqual([
    { kind: 'home.added', n: 2 },
    { kind: 'person.entered', n: 2 },
    { kind: 'person.moved_in', n: 2 },
  ])
})

test.each([
  ['a wrong number', [person('甲', { identity: '110105194912310021' })], 'identity_number_wrong'],
  ['a child without a guardian', [person('乙', { birthDay: '2019-01-01' })], 'guardian_needed'],
  ['the number of somebody else', [person('丙', { identity: number(1) })], 'identity_in_use'],
] as const)('of %s nothing is entered', async (_what, people, refusal) => {
  const before = await world.sql('reader', 'select 1 from persons')
  const two = [home('9-901', [person('无辜的人')]), home('9-902', [...people])]
  await expect(enterMany(desk(), two)).rejects.toMatchObject({ code: refusal })
  expect(await world.sql('reader', 'select 1 from persons')).toHaveLength(before.length)
})

test('a building of another community is not entered', async () => {
  const elsewhere = { ...home('1', []), buildingId: world.places.estate2.id }
  await expect(enterMany(desk(), [elsewhere])).rejects.toMatchObject({ code: 'not_permitted' })
})
