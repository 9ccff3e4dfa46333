import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { World } from '../testing/world.ts'
import { openWorld } from '../testing/world.ts'
import type { GivenPost, Me } from './contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

test('the life of a unit shuts no administrator out', async () => {
  const { accountId } = world.staff.community2
  const post = {
    kind: 'administrator',
    accountId,
    areaId: world.places.district.id,
    unitId: world.units.committee2,
  }
  const administrator = world.as('administrator')
  const given = await administrator.does<GivenPost>('/api/posts', { requestId: randomUUID(), ...post })
  const kinds = async () => (await world.as('community2').sees<Me>('/api/me')).posts.map(({ kind }) => kind)
  expect((await kinds()).toSorted()).toEqual(['administrator', 'community_desk'])
  for (const column of ['suspended_from', 'valid_to']) {
    const set = (day: string | null) =>
      world.sql('owner', `update units set ${column} = $2 where id = $1`, [world.units.committee2, day])
    await set('2026-11-18')
    expect(await kinds(), column).toEqual(['administrator'])
    await set(null)
  }
  await administrator.does('/api/posts/end', { postId: given.postId })
})

test('two administrators who end each other’s posts at once leave one of them', async () => {
  const [one, other] = [world.as('administrator'), world.as('centre')]
  const { accountId } = world.staff.centre
  const post = { kind: 'administrator', accountId, areaId: world.places.district.id }
  let ends = world.staff.administrator.postId
  let giver = one
  let taker = other
  for (let round = 0; round < 5; round++) {
    const given = await giver.does<GivenPost>('/api/posts', { requestId: randomUUID(), ...post })
    const answers = await Promise.all([
      giver.post('/api/posts/end', { postId: given.postId }),
      taker.post('/api/posts/end', { postId: ends }),
    ])
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    const left = await world.sql<{ id: string; account_id: string }>(
      'owner',
      `select id, account_id from posts where kind = 'administrator' and ends_on is null`,
    )
    expect(left).toHaveLength(1)
    ends = left[0]!.id
    const isOne = left[0]!.account_id === world.staff.administrator.accountId
    giver = isOne ? one : other
    taker = isOne ? other : one
    post.accountId = world.staff[isOne ? 'centre' : 'administrator'].accountId
  }
})
