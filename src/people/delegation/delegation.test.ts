import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorld, type World } from '../../testing/world.ts'
import { worldPassword } from '../../testing/world-people.ts'
import type { GivenPost, Me, OpenedAccount } from '../contract.ts'
import type { Colleagues, Delegations, GivenDelegation } from './contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

type Name = Parameters<World['as']>[0]
const postOf = (name: Name) => world.staff[name].postId
const lending = (from: Name, to: Name, endsOn = '2026-11-21', startsOn?: string) => ({
  requestId: randomUUID(),
  postId: postOf(from),
  toAccountId: world.staff[to].accountId,
  endsOn,
  ...(startsOn ? { startsOn } : {}),
})
const lend = (from: Name, to: Name, endsOn?: string, startsOn?: string) =>
  world.as(from).does<GivenDelegation>('/api/delegations', lending(from, to, endsOn, startsOn))
const end = (by: Name, { delegationId }: GivenDelegation) =>
  world.as(by).post(`/api/delegations/${delegationId}/end`, { requestId: randomUUID() })
const me = (name: Name) => world.as(name).sees<Me>('/api/me')
const standsInFor = async (name: Name) =>
  (await me(name)).posts.flatMap(({ lentBy }) => (lentBy ? [lentBy.name] : []))
const linesOf = (subject: string) =>
  world.sql<{ kind: string; actor: string; data: object }>(
    'owner',
    'select kind, actor, data from journal where subject = $1 order by n',
    [subject],
  )

test('a grid worker lends the post to the next grid’s, who sees and does it until it ends', async () => {
  const grids = async () =>
    (await world.as('worker2').sees<{ grids: object[] }>('/api/my/grids')).grids.length
  expect(await grids()).toBe(1)
  const given = await lend('worker', 'worker2')
  expect(await grids()).toBe(2)
  expect((await me('worker2')).posts).toMatchObject([
    { kind: 'grid_worker', lentBy: null },
    { kind: 'grid_worker', lentBy: { name: 'worker', until: '2026-11-21' } },
  ])
  expect((await me('worker')).posts).toHaveLength(1)
  const { taken } = await world.as('worker2').sees<Delegations>('/api/delegations')
  expect(taken).toMatchObject([{ from: { name: 'worker' }, to: { name: 'worker2' }, isNow: true }])
  expect((await world.as('worker').sees<Delegations>('/api/delegations')).given).toEqual(taken)
  const stands = await world.as('worker').post('/api/delegations', lending('worker', 'worker2'))
  expect(stands.refusal).toBe('delegation_stands_already')

  expect((await end('community2', given)).refusal).toBe('delegation_unknown')
  expect((await end('worker', given)).status).toBe(200)
  expect(await grids()).toBe(1)
  expect((await end('worker', given)).refusal).toBe('delegation_unknown')
  expect(await linesOf(given.delegationId)).toMatchObject([
    {
      kind: 'delegation.given',
      actor: `account:${world.staff.worker.accountId}`,
      data: { postId: postOf('worker'), toAccountId: world.staff.worker2.accountId, endsOn: '2026-11-21' },
    },
    { kind: 'delegation.ended', actor: `account:${world.staff.worker.accountId}` },
  ])
})

test('what is done in a post that was lent is done by the person, and on the record as theirs', async () => {
  const given = await lend('team', 'head')
  const { accountId } = world.staff.head
  const [{ posts }] = [await me('head')]
  expect(posts.map(({ lentBy }) => lentBy?.name ?? null)).toEqual([null, 'team'])
  expect((await end('head', given)).status).toBe(200)
  expect((await linesOf(given.delegationId)).at(-1)?.actor).toBe(`account:${accountId}`)
})

test('it counts from its first day to the day before its last', async () => {
  const given = await lend('worker', 'worker2', '2026-11-22', '2026-11-20')
  expect(await standsInFor('worker2')).toEqual([])
  const { taken } = await world.as('worker2').sees<Delegations>('/api/delegations')
  expect(taken).toMatchObject([{ isNow: false }])
  world.clock.set('2026-11-20T00:00:00+08:00')
  expect(await standsInFor('worker2')).toEqual(['worker'])
  world.clock.set('2026-11-21T23:59:59+08:00')
  expect(await standsInFor('worker2')).toEqual(['worker'])
  world.clock.set('2026-11-22T00:00:00+08:00')
  expect(await standsInFor('worker2')).toEqual([])
  expect((await world.as('worker2').sees<Delegations>('/api/delegations')).taken).toEqual([])
  expect((await end('worker', given)).refusal).toBe('delegation_unknown')
  world.clock.set('2026-11-18T09:30:00+08:00')
  expect((await end('worker', given)).status).toBe(200)
})

describe('what is refused', () => {
  test.each([
    ['a department for a street', 'street', 'team', 'delegation_person_unfit'],
    ['a neighbouring street', 'street', 'street2', 'delegation_person_unfit'],
    ['another community’s desk', 'worker', 'community2', 'delegation_person_unfit'],
    ['an evaluator for the centre', 'centre', 'evaluator', 'delegation_person_unfit'],
    ['oneself', 'worker', 'worker', 'delegation_to_self'],
  ] as const)('%s', async (_what, from, to, refusal) => {
    expect((await world.as(from).post('/api/delegations', lending(from, to))).refusal).toBe(refusal)
  })

  test.each([
    ['2027-01-18', '2026-11-18', 'delegation_too_long'],
    ['2026-11-17', '2026-11-16', 'input_invalid'],
    ['2026-11-18', '2026-11-18', 'input_invalid'],
  ])('until %s from %s', async (endsOn, startsOn, refusal) => {
    const body = lending('worker', 'worker2', endsOn, startsOn)
    expect((await world.as('worker').post('/api/delegations', body)).refusal).toBe(refusal)
  })

  test('a post of somebody else, and one that stands nowhere, alike', async () => {
    const body = lending('worker', 'worker2')
    const others = await world.as('community').post('/api/delegations', body)
    const none = await world.as('community').post('/api/delegations', { ...body, postId: randomUUID() })
    expect(others.refusal).toBe('delegation_post_not_own')
    expect(none.body).toEqual(others.body)
    expect((await world.resident().post('/api/delegations', body)).refusal).toBe('not_permitted')
    expect((await world.anonymous().post('/api/delegations', body)).refusal).toBe('sign_in_needed')
    expect(
      (await world.as('team').get(`/api/delegations?accountId=${world.staff.worker.accountId}`)).refusal,
    ).toBe('not_permitted')
    expect(
      (await world.as('team').get(`/api/delegations/colleagues?postId=${postOf('worker')}`)).refusal,
    ).toBe('delegation_post_not_own')
  })

  test('a post that was lent is not lent on', async () => {
    const given = await lend('worker', 'worker2')
    const on = { ...lending('worker', 'community'), requestId: randomUUID() }
    expect((await world.as('worker2').post('/api/delegations', on)).refusal).toBe('delegation_post_not_own')
    await end('worker', given)
  })
})

test('a colleague in the next grid who evaluates as well does not stand in', async () => {
  const administrator = world.as('administrator')
  const { postId } = await administrator.does<GivenPost>('/api/posts', {
    requestId: randomUUID(),
    accountId: world.staff.worker2.accountId,
    kind: 'evaluator',
    areaId: world.places.district.id,
  })
  const asked = `/api/delegations/colleagues?postId=${postOf('worker')}`
  const names = async () => (await world.as('worker').sees<Colleagues>(asked)).people.map(({ name }) => name)
  expect(await names()).not.toContain('worker2')
  const refused = await world.as('worker').post('/api/delegations', lending('worker', 'worker2'))
  expect(refused.refusal).toBe('delegation_person_unfit')
  await administrator.does('/api/posts/end', { postId })
  expect(await names()).toContain('worker2')
})

test('an administrator lends for somebody who is ill, but never to themselves', async () => {
  const { people } = await world
    .as('administrator')
    .sees<Colleagues>(`/api/delegations/colleagues?postId=${postOf('centre')}`)
  expect(people).toEqual([])
  const toSelf = { ...lending('centre', 'administrator') }
  expect((await world.as('administrator').post('/api/delegations', toSelf)).refusal).toBe(
    'delegation_to_self',
  )
  const given = await world
    .as('administrator')
    .does<GivenDelegation>('/api/delegations', lending('worker', 'worker2'))
  expect(await standsInFor('worker2')).toEqual(['worker'])
  const asked = `/api/delegations?accountId=${world.staff.worker.accountId}`
  expect((await world.as('administrator').sees<Delegations>(asked)).given).toHaveLength(1)
  expect((await end('administrator', given)).status).toBe(200)
})

test('who stands in for an administrator opens accounts, and takes no power of their own', async () => {
  await lend('administrator', 'centre')
  const { places } = world
  const newcomer = (kind: string) => ({
    accountName: `new-${kind}`,
    password: worldPassword,
    name: '王敏',
    posts: [{ kind, areaId: places.district.id }],
  })
  const opened = await world.as('centre').does<OpenedAccount>('/api/accounts', newcomer('evaluator'))
  expect((await world.as('centre').post('/api/accounts', newcomer('administrator'))).refusal).toBe(
    'own_post_needed',
  )
  const give = (accountId: string, kind: string) =>
    world.as('centre').post('/api/posts', { accountId, kind, areaId: places.district.id })
  expect((await give(opened.accountId, 'administrator')).refusal).toBe('own_post_needed')
  // Whoever holds a post that shows persons holds it on when the administrator is back.
  expect((await world.as('centre').post('/api/accounts', newcomer('centre'))).refusal).toBe('own_post_needed')
  expect((await give(opened.accountId, 'centre')).refusal).toBe('own_post_needed')
  for (const what of ['reset-password', 'reset-second-factor'])
    expect(
      (await world.as('centre').post(`/api/accounts/${world.staff.street.accountId}/${what}`)).refusal,
      what,
    ).toBe('own_post_needed')
  expect((await give(world.staff.centre.accountId, 'evaluator')).refusal).toBe('own_post_needed')
  const changes = [{ kind: 'community_desk', act: 'case.screen', before: ['own_area'], after: [] }]
  const table = await world.as('centre').post('/api/permissions', { requestId: randomUUID(), changes })
  expect(table.refusal).toBe('own_post_needed')
  const ofOthers = lending('worker', 'worker2')
  expect((await world.as('centre').post('/api/delegations', ofOthers)).refusal).toBe('own_post_needed')
  const administrator = `/api/accounts/${world.staff.administrator.accountId}`
  expect((await world.as('centre').post(`${administrator}/reset-password`)).refusal).toBe('own_post_needed')
  const close = { requestId: randomUUID() }
  expect((await world.as('centre').post(`${administrator}/close`, close)).refusal).toBe('own_post_needed')
  const last = await world.as('centre').post('/api/posts/end', { postId: postOf('administrator') })
  expect(last.refusal).toBe('own_post_needed')
})

test('it ends with the post, and with either account', async () => {
  const administrator = world.as('administrator')
  const fresh = async (accountName: string) => {
    const posts = [{ kind: 'grid_worker', areaId: world.places.grid1.id, unitId: world.units.committee1 }]
    const opened = await administrator.does<OpenedAccount>('/api/accounts', {
      accountName,
      password: worldPassword,
      name: accountName,
      posts,
    })
    const toAccountId = world.staff.worker2.accountId
    const body = { requestId: randomUUID(), postId: opened.postIds[0]!, toAccountId, endsOn: '2026-12-01' }
    await administrator.does('/api/delegations', body)
    return opened
  }
  const one = await fresh('xiaozhao')
  expect(await standsInFor('worker2')).toEqual(['xiaozhao'])
  await administrator.does('/api/posts/end', { postId: one.postIds[0] })
  expect(await standsInFor('worker2')).toEqual([])
  const other = await fresh('xiaoqian')
  expect(await standsInFor('worker2')).toEqual(['xiaoqian'])
  await administrator.does(`/api/accounts/${other.accountId}/close`, { requestId: randomUUID() })
  expect(await standsInFor('worker2')).toEqual([])
  expect((await world.as('worker2').sees<Delegations>('/api/delegations')).taken).toEqual([])
})

test('the server’s role itself lends nobody’s post, and shows it to nobody else', async () => {
  await lend('worker', 'worker2')
  const as = (name: Name) => ({ accountId: world.staff[name].accountId })
  const seen = async (name: Name) =>
    (await world.sql('app', 'select id from delegations', [], as(name))).length
  expect(await seen('worker')).toBeGreaterThan(0)
  expect(await seen('water')).toBe(0)
  const { accountId } = world.staff.team
  const insert = `insert into delegations (id, post_id, from_account_id, to_account_id, given_by, given_at, starts_on, ends_on)
    values (gen_random_uuid(), $1, $2, $3, $4, now(), '2026-11-18', '2026-11-20')`
  const stolen = [postOf('worker'), world.staff.worker.accountId, world.staff.head.accountId, accountId]
  await expect(world.sql('app', insert, stolen, as('team'))).rejects.toThrow('row-level security')
})

test('a row that lends what is not its lender’s stands nowhere, and none is stretched', async () => {
  const { accountId } = world.staff.team
  const as = { accountId }
  const before = await standsInFor('head')
  const insert = `insert into delegations (id, post_id, from_account_id, to_account_id, given_by, given_at, starts_on, ends_on)
    values (gen_random_uuid(), $1, $2, $3, $2, now(), '2026-11-18', '2026-11-20')`
  const stolen = [postOf('worker'), accountId, world.staff.head.accountId]
  await expect(world.sql('app', insert, stolen, as)).rejects.toThrow('delegations_of_lender')
  expect(await standsInFor('head')).toEqual(before)
  const stretch = `update delegations set ends_on = '2027-01-01' where from_account_id = $1`
  await expect(world.sql('app', stretch, [accountId], as)).rejects.toThrow('permission denied')
})
