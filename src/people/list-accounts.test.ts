import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../testing/world.ts'
import { worldPassword } from '../testing/world-people.ts'
import type { AccountPage, EndedPost, GivenPost, Me } from './contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const list = (query: Readonly<Record<string, string>> = {}) =>
  world.as('administrator').sees<AccountPage>(`/api/accounts?${new URLSearchParams(query)}`)

test('accounts are for administrators alone', async () => {
  expect((await world.as('centre').get('/api/accounts')).refusal).toBe('not_permitted')
  expect((await world.resident().get('/api/accounts')).refusal).toBe('not_permitted')
  expect((await world.anonymous().get('/api/accounts')).refusal).toBe('sign_in_needed')
})

test('an account is listed with its posts, and a telephone is masked', async () => {
  const { rows } = await list({ text: 'WORKER' })
  expect(rows.map(({ accountName }) => accountName).toSorted()).toEqual(['worker', 'worker2'])
  const worker = rows.find(({ id }) => id === world.staff.worker.accountId)
  expect(worker).toMatchObject({ name: 'worker', accountName: 'worker' })
  expect(worker?.posts).toEqual([
    {
      id: world.staff.worker.postId,
      kind: 'grid_worker',
      unit: { id: world.units.committee1, nameZh: '柳巷社区居委会', nameEn: expect.any(String) },
      area: expect.objectContaining({ id: world.places.grid1.id, kind: 'grid' }),
      way: ['东渡街道', '柳巷社区', '柳巷第一网格'].map((nameZh) => expect.objectContaining({ nameZh })),
      publicName: '小周',
      publicPhoneMasked: '099****0001',
      startsOn: '2026-11-18',
      endsOn: null,
    },
  ])
  expect(JSON.stringify(rows)).not.toContain('0999-8880001')
})

test('pages follow each other by key, whoever is opened between them, and residents are not among them', async () => {
  await world.resident().sees<Me>('/api/me')
  const whole = await list({ limit: '200' })
  expect(whole.next).toBeNull()
  const seen: string[] = []
  let after: string | null = ''
  for (let page = 0; after !== null && page < 20; page++) {
    const { rows, next }: AccountPage = await list({ limit: '5', ...(after && { after }) })
    seen.push(...rows.map(({ id }) => id))
    after = next
    if (page === 0) {
      // An account's id begins with its moment.
      world.clock.set('2026-11-18T11:00:00+08:00')
      const body = { accountName: 'between', password: worldPassword, name: '中间来的' }
      await world.as('administrator').does('/api/accounts', body)
    }
  }
  expect(seen).toEqual(whole.rows.map(({ id }) => id))
  expect(new Set(seen)).toEqual(new Set(Object.values(world.staff).map(({ accountId }) => accountId)))
  expect((await list({ text: '中间' })).rows.map(({ posts }) => posts)).toEqual([[]])
})

test('a search takes signs of patterns as they are written', async () => {
  expect((await list({ text: '%' })).rows).toEqual([])
  expect((await list({ text: "o'r_" })).rows).toEqual([])
})

test('a post sent again with its request id is given once, and ends on a day to come', async () => {
  const administrator = world.as('administrator')
  const post = {
    requestId: crypto.randomUUID(),
    accountId: world.staff.street2.accountId,
    kind: 'evaluator',
    areaId: world.places.district.id,
  }
  const first = await administrator.does<GivenPost>('/api/posts', post)
  expect(await administrator.does<GivenPost>('/api/posts', post)).toEqual(first)
  const other = { ...post, kind: 'centre' }
  expect((await administrator.post('/api/posts', other)).refusal).toBe('request_id_reused')
  const { postId } = first
  const past = { postId, endsOn: '2026-11-17' }
  expect((await administrator.post('/api/posts/end', past)).refusal).toBe('input_invalid')
  const ended = await administrator.does<EndedPost>('/api/posts/end', { postId, endsOn: '2026-11-30' })
  expect(ended.endsOn).toBe('2026-11-30')
  expect((await world.as('street2').sees<Me>('/api/me')).posts.map(({ id }) => id)).toContain(postId)
  const { rows } = await list({ text: 'street2' })
  expect(rows[0]?.posts).toHaveLength(2)
  expect(rows[0]?.posts.find(({ id }) => id === postId)).toMatchObject({
    kind: 'evaluator',
    endsOn: '2026-11-30',
  })
})

test('the last administrator’s post cannot end; once there is another without an end, it can', async () => {
  const administrator = world.as('administrator')
  const { postId } = world.staff.administrator
  const own = { postId }
  expect((await administrator.post('/api/posts/end', own)).refusal).toBe('last_administrator')
  const other = {
    accountId: world.staff.centre.accountId,
    kind: 'administrator',
    areaId: world.places.district.id,
  }
  const short = await administrator.does<GivenPost>('/api/posts', { ...other, endsOn: '2026-12-01' })
  expect((await administrator.post('/api/posts/end', own)).refusal).toBe('last_administrator')
  await administrator.does('/api/posts/end', { postId: short.postId })
  await administrator.does('/api/posts', other)
  await administrator.does('/api/posts/end', own)
  expect((await administrator.post('/api/posts/end', own)).refusal).toBe('not_permitted')
})
