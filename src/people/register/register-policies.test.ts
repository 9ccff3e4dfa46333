import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Who } from '../../platform/ctx.ts'
import { openWorld, type World } from '../../testing/world.ts'
import type { PlaceName } from '../../testing/world-places.ts'
import type { AddedPerson, RegisterReceipt } from './contract.ts'

let world: World
const act = (body: object = {}) => ({ requestId: randomUUID(), ...body })

/** One home with one person, a consent and a flag in each of two communities. */
beforeAll(async () => {
  world = await openWorld()
  for (const [name, place] of [
    ['community', 'building1'],
    ['community2', 'estate2'],
  ] as const) {
    const desk = world.as(name)
    const home = await desk.does<RegisterReceipt>(
      '/api/register/homes',
      act({ buildingId: world.places[place].id, label: '1-101' }),
    )
    const body = act({ name: '张三', role: 'owner', phone: '13800000001' })
    const { personId } = await desk.does<AddedPerson>(`/api/register/homes/${home.id}/people`, body)
    const consent = act({ purpose: 'care', givenBy: 'self', how: 'written' })
    const { id } = await desk.does<RegisterReceipt>(`/api/register/people/${personId}/consents`, consent)
    const flag = { kind: 'other', reason: '说明', consentId: id, endsOn: '2027-01-01' }
    await desk.does(`/api/register/people/${personId}/care`, act(flag))
    const members = [{ personId, relation: 'head' }]
    await desk.does(`/api/register/homes/${home.id}/household`, act({ members }))
    await desk.sees(`/api/register/people/${personId}`)
  }
}, 120_000)
afterAll(() => world.close())

const seen = (
  place: PlaceName | null,
  acts: readonly string[] = ['register.see', 'register.update'],
): Partial<Who> => ({
  registerReach: place ? [world.places[place].id] : [],
  acts,
})
const tables = [
  'homes',
  'persons',
  'households',
  'occupancies',
  'person_keys',
  'consents',
  'care_flags',
  'register_versions',
]

describe('rows, straight by SQL in the app’s role', () => {
  test.each(
    tables.flatMap((table) =>
      (
        [
          ['grid1', 1],
          ['grid2', 0],
          ['community1', 1],
          ['community2', 1],
          ['community3', 0],
          ['street1', 2],
          ['street2', 0],
          ['district', 2],
          [null, 0],
        ] as const
      ).map(([place, count]) => [table, place, count] as const),
    ),
  )('%s from %s: %i', async (table, place, count) => {
    const rows = await world.sql('app', `select * from ${table}`, [], seen(place))
    expect(rows).toHaveLength(count)
  })

  test('a look is seen by whoever looked alone', async () => {
    const own = (accountId: string) => world.sql('app', 'select * from looks', [], { accountId })
    expect(await own(world.staff.community.accountId)).toHaveLength(1)
    expect(await own(world.staff.street.accountId)).toHaveLength(0)
  })

  test('whoever counts sees homes of their areas and no person', async () => {
    const counting = { acts: ['register.count'], reach: [world.places.district.id] }
    expect(await world.sql('app', 'select * from homes', [], counting)).toHaveLength(2)
    for (const table of tables.slice(1))
      expect(await world.sql('app', `select * from ${table}`, [], counting)).toEqual([])
  })

  test('reach over cases opens nothing of the register', async () => {
    const cases = {
      reach: [world.places.district.id],
      personReach: [world.places.district.id],
      acts: ['case.see'],
    }
    for (const table of tables)
      expect(await world.sql('app', `select * from ${table}`, [], cases)).toEqual([])
  })

  test.each(['homes', 'persons', 'occupancies', 'households', 'consents', 'care_flags'])(
    '%s elsewhere are not changed, nor without the act, nor given away',
    async (table) => {
      const change = `update ${table} set seq = seq + 100 returning id`
      expect(await world.sql('app', change, [], seen('community3'))).toEqual([])
      expect(await world.sql('app', change, [], seen('community1', ['register.see']))).toEqual([])
      const give = `update ${table} set reach = array[$1::uuid]`
      await expect(world.sql('app', give, [world.places.street2.id], seen('community1'))).rejects.toThrow(
        /row-level security/,
      )
    },
  )

  test('keys elsewhere are neither added nor taken away', async () => {
    expect(
      await world.sql('app', 'delete from person_keys returning person_id', [], seen('community3')),
    ).toEqual([])
    const [key] = await world.sql(
      'reader',
      'select person_id, district_id, community_id from person_keys limit 1',
    )
    const add = `insert into person_keys (occupancy_id, person_id, name, pinyin, initials, findable_from, district_id,
      community_id) values ($1, $2, 'x', 'x', 'x', '2000-01-01', $3, $4)`
    const values = [randomUUID(), key!.person_id, world.places.community3.id, key!.community_id]
    await expect(world.sql('app', add, values, seen('grid2'))).rejects.toThrow(/row-level security/)
  })

  test('nothing of the register is deleted, but what a file entered by whoever may import', async () => {
    // Nothing here came by a file.
    const byFile = new Set(['homes', 'persons', 'occupancies'])
    const remove = (table: string) =>
      world.sql('app', `delete from ${table} returning 1`, [], seen('district'))
    for (const table of tables.filter((name) => name !== 'person_keys'))
      if (byFile.has(table)) expect(await remove(table)).toEqual([])
      else await expect(remove(table)).rejects.toThrow(/permission denied/)
  })

  test('sign-in’s role sees nothing of it', async () => {
    for (const table of [...tables, 'looks'])
      await expect(world.sql('auth', `select * from ${table}`)).rejects.toThrow(/permission denied/)
  })
})
