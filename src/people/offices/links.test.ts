import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Unit } from '../../organisations/contract.ts'
import { readSheet } from '../../platform/sheet/read-sheet.ts'
import { openWorld, type World } from '../../testing/world.ts'
import { act } from '../../testing/world-client.ts'
import type { Coverage, Lacking } from './coverage.contract.ts'
import type { GridTeam, LinkMade, LinkPage } from './link.contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld({ now: '2026-11-18T09:00:00+08:00' })
})
afterAll(() => world.close())

const street = () => world.as('street')
const link = (kind: string, place: keyof World['places'], whom: object, more: object = {}) =>
  act({ kind, areaId: world.places[place].id, ...whom, ...more })
const person = (name: string) => ({ newHolder: { name } })
const page = (query = '') => street().sees<LinkPage>(`/api/links?${query}`)

describe('links of leaders, departments, cadres and delegates (002)', () => {
  test('each leads to its kind of place, for three years', async () => {
    const made = await street().does<LinkMade>('/api/links', link('cadre', 'grid1', person('陶晓东')))
    expect(made.endsOn).toBe('2029-11-18')
    await street().does('/api/links', link('department', 'community1', { unitId: world.units.water }))
    await street().does('/api/links', link('district_leader', 'street1', person('沈区长')))
    await street().does('/api/links', link('congress_deputy', 'grid1', person('卫代表')))
    const all = await page()
    expect(all.rows.map(({ kind, state }) => [kind, state])).toEqual(
      expect.arrayContaining([['department', 'running']]),
    )
    expect(all).toMatchObject({ counts: { current: 4, soon: 0, over: 0 }, rule: { months: 36 } })
    expect((await page(`kind=department`)).rows).toMatchObject([
      { unit: { nameZh: '区水务局' }, holder: null, area: { nameZh: '柳巷社区' }, can: true },
    ])
    expect((await page(`areaId=${world.places.grid1.id}`)).rows).toHaveLength(2)
    expect((await page(`text=${encodeURIComponent('陶')}`)).rows).toHaveLength(1)
    expect((await page(`text=${encodeURIComponent('%')}`)).rows).toHaveLength(0)
    const seen = await world.as('street2').sees<LinkPage>('/api/links')
    expect(seen.rows.every(({ can }) => !can)).toBe(true)
  })

  test.each([
    ['a cadre to a street', 'street', 'cadre', 'street1', person('甲'), 'link_place_wrong'],
    ['a leader to a grid', 'street', 'district_leader', 'grid1', person('甲'), 'link_place_wrong'],
    [
      'a street team as a department',
      'street',
      'department',
      'community1',
      () => ({ unitId: world.units.team1 }),
      'unit_unknown',
    ],
    ['a department without its unit', 'street', 'department', 'community1', person('甲'), 'unit_unknown'],
    ['nobody', 'street', 'cadre', 'grid1', {}, 'holder_unknown'],
    [
      'the same department twice',
      'street',
      'department',
      'community1',
      () => ({ unitId: world.units.water }),
      'link_stands_already',
    ],
    ['in another street', 'street', 'cadre', 'grid4', person('甲'), 'not_permitted'],
    ['by a community', 'community', 'cadre', 'grid1', person('甲'), 'not_permitted'],
    ['by the centre', 'centre', 'cadre', 'grid1', person('甲'), 'not_permitted'],
  ] as const)('%s is refused', async (_what, who, kind, place, whom, refusal) => {
    const body = link(kind, place, typeof whom === 'function' ? whom() : whom)
    expect((await world.as(who).post('/api/links', body)).refusal).toBe(refusal)
  })

  test('what ends within 90 days is listed, renewed and handed over in one act each', async () => {
    const old = { startsOn: '2024-01-10' }
    const soon = await street().does<LinkMade>('/api/links', link('cadre', 'grid2', person('蒋小满'), old))
    const over = await street().does<LinkMade>(
      '/api/links',
      link('cppcc_member', 'grid2', person('杨委员'), { startsOn: '2023-01-10' }),
    )
    expect((await page('state=soon')).rows.map(({ id }) => id)).toEqual([soon.linkId])
    expect((await page('state=over')).rows.map(({ id }) => id)).toEqual([over.linkId])
    const renewal = act()
    const renewed = await street().does<LinkMade>(`/api/links/${soon.linkId}/follow`, renewal)
    expect(renewed.endsOn).toBe('2030-01-10')
    expect(await street().does(`/api/links/${soon.linkId}/follow`, renewal)).toEqual(renewed)
    expect((await street().post(`/api/links/${soon.linkId}/follow`, act())).refusal).toBe('link_unknown')
    const handed = await street().does<LinkMade>(`/api/links/${over.linkId}/follow`, act(person('朱委员')))
    expect(handed.endsOn).toBe('2029-11-18')
    const now = await page(`areaId=${world.places.grid2.id}`)
    expect(now.rows.map(({ holder, startsOn, state }) => [holder?.name, startsOn, state])).toEqual([
      ['朱委员', '2026-11-18', 'running'],
      ['蒋小满', '2027-01-10', 'to_come'],
    ])
    const ended = await page(`state=ended&areaId=${world.places.grid2.id}`)
    expect(ended.rows.map(({ holder, endedOn, reason }) => [holder?.name, endedOn, reason])).toEqual([
      ['蒋小满', '2027-01-10', 'renewed'],
      ['杨委员', '2026-11-18', 'handed_over'],
    ])
    // Renewed ahead, the link before holds until the new one begins.
    const { members } = await street().sees<GridTeam>(`/api/grids/${world.places.grid2.id}/team`)
    expect(members.filter(({ role }) => role === 'cadre').map(({ name }) => name)).toEqual(['蒋小满'])
    await street().does(`/api/links/${handed.linkId}/end`, act({ reason: 'other' }))
    const stranger = await world
      .as('street2')
      .post(`/api/links/${renewed.linkId}/end`, act({ reason: 'other' }))
    expect(stranger.refusal).toBe('not_permitted')
  })

  test('links are read on page by page, each once', async () => {
    const seen: string[] = []
    for (let after = ''; ; ) {
      const read = await page(`limit=2${after}`)
      seen.push(...read.rows.map(({ id }) => id))
      if (read.next === null) break
      after = `&after=${read.next}`
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen).toHaveLength((await page()).counts.current)
  })
})

test('a grid’s team spans district, street, department, community and grid (B10)', async () => {
  const administrator = world.as('administrator')
  const offices = (
    await administrator.sees<{ offices: { id: string }[] }>(`/api/bodies/${world.units.committee1}`)
  ).offices
  await administrator.does('/api/terms', act({ officeId: offices[0]!.id, ...person('秦主任') }))
  const team = await world.as('worker').sees<GridTeam>(`/api/grids/${world.places.grid1.id}/team`)
  expect(team.members.map(({ level, role, name, body }) => [level, role, name ?? body?.nameZh])).toEqual([
    ['district', 'district_leader', '沈区长'],
    ['department', 'department', '区水务局'],
    ['community', 'office', '秦主任'],
    ['grid', 'cadre', '陶晓东'],
    ['grid', 'congress_deputy', '卫代表'],
    ['grid', 'grid_worker', '小周'],
  ])
  expect((await world.anonymous().get(`/api/grids/${world.places.grid1.id}/team`)).refusal).toBe(
    'sign_in_needed',
  )
  expect((await administrator.get(`/api/grids/${world.places.street1.id}/team`)).refusal).toBe('area_unknown')
})

describe('coverage (D1)', () => {
  const coverage = (areaId?: string) =>
    world.as('centre').sees<Coverage>(`/api/coverage${areaId ? `?areaId=${areaId}` : ''}`)

  test('figures sum up, follow what is founded, and open down to the places behind them', async () => {
    const before = await coverage()
    expect(before.whole).toMatchObject({
      grids: 4,
      estates: 2,
      lacking: { grid_worker: 2, grid_party: 4, estate_firm: 1, estate_four: 2 },
    })
    expect(before.parts.map(({ grids }) => grids)).toEqual([3, 1])
    const committee = await street().does<Unit>('/api/units', {
      code: 'DW',
      kind: 'party_committee',
      nameZh: '柳巷社区党委',
      areaId: world.places.community1.id,
    })
    const branch = await street().does<Unit>('/api/units', {
      code: 'ZB',
      kind: 'party_branch',
      nameZh: '柳巷第一网格党支部',
      areaId: world.places.grid1.id,
      parentId: committee.id,
    })
    expect((await coverage()).whole.lacking).toMatchObject({ grid_party: 3, estate_party: 1 })
    const lacking = await world.as('centre').sees<Lacking>('/api/coverage/lacking?what=grid_party&limit=2')
    expect(lacking).toMatchObject({ of: 3, next: '2' })
    expect(lacking.rows.map(({ area }) => area.nameZh)).not.toContain('柳巷第一网格')
    await street().does(`/api/bodies/${branch.id}/life`, act({ to: 'suspended', reason: 'too_few_members' }))
    expect((await coverage(world.places.community1.id)).whole.lacking).toMatchObject({ grid_party: 2 })
  })

  test('goes out as a sheet with the same figures, to those who may write lists out', async () => {
    const { lacking } = (await coverage()).whole
    const response = await world.app.inject({
      method: 'GET',
      url: '/api/coverage/sheet',
      headers: await world.as('centre').headers(),
    })
    const rows = await Array.fromAsync(readSheet(response.rawPayload, 'a.xlsx'))
    const last = [...rows.at(-1)!.cells.values()].map(({ text }) => text)
    expect(last.slice(0, 4)).toEqual(['望江区（演示）', '4', '2', String(lacking.grid_worker)])
    expect((await street().get('/api/coverage/sheet')).refusal).toBe('not_permitted')
  })
})

test('the journal tells of links by ids alone', async () => {
  const lines = await world.sql<{ text: string }>(
    'owner',
    `select data::text as text from journal where kind like 'link%'`,
  )
  expect(lines.length).toBeGreaterThan(8)
  for (const { text } of lines) expect(text).not.toMatch(/\p{Script=Han}/u)
})
