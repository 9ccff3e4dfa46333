import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../testing/world.ts'
import type { Me } from './contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld({ empty: true, demonstration: false })
})
afterAll(() => world.close())

const body = {
  accountName: 'first',
  password: 'a-long-password',
  name: '第一管理员',
  districtNameZh: '青河区',
  districtNameEn: 'Qinghe District',
  districtCode: '990202',
}

test('an empty installation asks for set-up, and of many at once exactly one gets through', async () => {
  const visitor = world.anonymous()
  expect((await visitor.sees<Me>('/api/me')).district).toMatchObject({ needsSetUp: true, areaId: null })
  const answers = await Promise.all(
    ['one', 'two', 'three', 'four'].map((accountName) =>
      visitor.post('/api/set-up', { ...body, accountName }),
    ),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409])
  expect(answers.filter(({ refusal }) => refusal === 'district_already_set_up')).toHaveLength(3)
  const standing = await world.sql(
    'owner',
    `select (select count(*) from accounts) as accounts, (select count(*) from posts) as posts,
       (select count(*) from auth_user) as users, (select count(*) from areas) as areas`,
  )
  expect(standing).toEqual([{ accounts: '1', posts: '1', users: '1', areas: '1' }])
  const { district } = await visitor.sees<Me>('/api/me')
  expect(district).toMatchObject({ needsSetUp: false, nameZh: '青河区', nameEn: 'Qinghe District' })
  expect((await visitor.post('/api/set-up', body)).refusal).toBe('district_already_set_up')
})
