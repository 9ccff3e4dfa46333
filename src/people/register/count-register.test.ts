import { afterAll, beforeAll, expect, test } from 'vitest'
import { addHome, addPerson } from '../../testing/register-acts.ts'
import { openWorld, type World } from '../../testing/world.ts'
import { act } from '../../testing/world-client.ts'
import type { RegisterCounts } from './read.contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
}, 120_000)
afterAll(() => world.close())

test('each level counts its own homes and care, whatever holds them', async () => {
  const worker = world.as('worker')
  const home = await addHome(worker, world.places.building1.id, '5-501')
  await addHome(world.as('community2'), world.places.estate2.id, '9号')
  for (let n = 0; n < 5; n += 1) {
    const { personId } = await addPerson(worker, home, { name: `独居人${n}`, role: 'tenant' })
    const path = `/api/register/people/${personId}`
    const consent = act({ purpose: 'care', givenBy: 'self', how: 'spoken' })
    const { id: consentId } = await worker.does<{ id: string }>(`${path}/consents`, consent)
    const flag = { kind: 'living_alone', reason: '愿意有人上门', endsOn: '2027-05-01', consentId }
    await worker.does(`${path}/care`, act(flag))
  }
  const { street1, community1, grid1, building1 } = world.places
  for (const [name, { id }, homes] of [
    ['street', street1, 2],
    ['community', community1, 1],
    ['worker', grid1, 1],
    ['worker', building1, 1],
  ] as const) {
    const { parts, careWhole } = await world
      .as(name)
      .sees<RegisterCounts>(`/api/register/counts?areaId=${id}`)
    expect([parts.reduce((all, part) => all + part.homes, 0), careWhole]).toEqual([homes, 5])
  }
})

test.each([
  ['homes', 'street_id', 'homes_street', '$1'],
  ['homes', 'community_id', 'homes_community', '$1'],
  ['homes', 'grid_id', 'homes_grid', '$1'],
  ['care_flags', 'community_id', 'care_flags_community', 'any (array[$1, $1]::uuid[])'],
])('counting %s by %s an index may be used before the policy', async (table, column, index, asked) => {
  const plan = await world.system.transaction(async (tx) => {
    await tx.query('no_seqscan', 'set local enable_seqscan = off', [])
    return tx.query(`plan_${index}`, `explain select 1 from ${table} where ${column} = ${asked}`, [
      world.places.street1.id,
    ])
  })
  expect(JSON.stringify(plan)).toMatch(new RegExp(`${index}.*Index Cond: .*${column} = `))
})
