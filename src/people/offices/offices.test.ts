import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { BodyPage } from '../../organisations/body.contract.ts'
import type { Unit } from '../../organisations/contract.ts'
import { bodyActs } from '../../testing/body-acts.ts'
import { openWorld, type World } from '../../testing/world.ts'
import { act } from '../../testing/world-client.ts'
import type { AttentionPage, CrossOffices, EstateParties, TermBegun } from './office.contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld({ now: '2026-11-18T09:00:00+08:00' })
})
afterAll(() => world.close())

const { body, found, view, office, take } = bodyActs(() => world)

describe('a street founds the bodies of its own territory', () => {
  test('a committee, a branch and a group, each with its offices, and nobody else’s', async () => {
    const committee = await found('DW1', 'party_committee', 'community1')
    const branch = await found('ZB1', 'party_branch', 'estate1', committee.id)
    await found('XZ1', 'party_group', 'building1', branch.id)
    const page = await world.as('street').sees<BodyPage>('/api/bodies?kind=party_branch')
    expect(page).toMatchObject({
      of: 1,
      rows: [{ code: 'ZB1', phase: 'active', parent: { id: committee.id } }],
    })
    const seen = await view(branch.id)
    expect(seen.offices.map(({ title, seats, termMonths }) => [title, seats, termMonths])).toEqual([
      ['secretary', 1, 36],
      ['member', 2, 36],
    ])
    expect(seen).toMatchObject({ can: { offices: true, life: true }, below: [{ code: 'XZ1' }] })
    expect(seen.way.map(({ nameZh }) => nameZh)).toEqual(['东渡街道', '柳巷社区', '柳巷第一网格', '柳岸小区'])
  })

  test.each([
    ['in another street', 'street', () => body('X1', 'owners_committee', 'estate2'), null],
    ['another street’s', 'street2', () => body('X2', 'owners_committee', 'estate1'), 'not_permitted'],
    ['what cases are handed to', 'street', () => body('X3', 'property_firm', 'estate1'), 'not_permitted'],
    [
      'by a community',
      'community',
      () => body('X4', 'residents_group', 'grid1', world.units.committee1),
      'not_permitted',
    ],
    [
      'a branch without a committee',
      'street',
      () => body('X5', 'party_branch', 'grid1'),
      'body_parent_needed',
    ],
    [
      'a group under a firm',
      'street',
      () => body('X6', 'party_group', 'grid1', world.units.property1),
      'body_parent_wrong',
    ],
    [
      'an owners’ committee of a grid',
      'street',
      () => body('X7', 'owners_committee', 'grid1'),
      'body_area_wrong',
    ],
    [
      'tomorrow',
      'street',
      () => ({ ...body('X8', 'owners_committee', 'estate1'), foundedOn: '2026-11-19' }),
      'input_invalid',
    ],
  ] as const)('%s', async (_what, who, wanted, refusal) => {
    expect((await world.as(who).post('/api/units', wanted())).refusal).toBe(refusal)
  })

  test('residents and strangers see no list of them', async () => {
    for (const path of [
      '/api/bodies',
      '/api/attention',
      '/api/links',
      '/api/coverage',
      '/api/cross-offices',
    ]) {
      expect((await world.resident().get(path)).refusal).toBe('not_permitted')
      expect((await world.anonymous().get(path)).refusal).toBe('sign_in_needed')
    }
  })
})

describe('offices are held for a term', () => {
  test('the term is the office’s, and what is over, too many or vacant is seen', async () => {
    const owners = await found('YW1', 'owners_committee', 'estate1')
    const early = { startsOn: '2021-11-18' }
    const first = await take(owners.id, 'chair', { newHolder: { name: '周明月' } }, early)
    await take(owners.id, 'chair', { newHolder: { name: '吴晓岚' } })
    await take(owners.id, 'vice_chair', { newHolder: { name: '郑远山' } }, { startsOn: '2022-01-10' })
    const seen = await view(owners.id)
    const [chair, vice, members] = seen.offices
    expect(chair!.terms).toMatchObject([
      { holder: { name: '周明月' }, startsOn: '2021-11-18', endsOn: '2026-11-18', overdue: true },
      { holder: { name: '吴晓岚' }, endsOn: '2031-11-18', overdue: false },
    ])
    expect(vice!.terms).toMatchObject([{ endsOn: '2027-01-10', overdue: false }])
    expect(members!.basis).toMatchObject({ law: '物业管理条例', article: '第十八条' })
    const seenBy = await world
      .as('community')
      .sees<AttentionPage>(`/api/attention?areaId=${world.places.estate1.id}`)
    expect(seenBy.rows.filter((row) => row.body.id === owners.id).map(({ what }) => what)).toEqual(
      expect.arrayContaining(['term_over', 'too_many', 'ends_soon']),
    )
    // An office is called the same in every grid: its row says where.
    const [alarm] = seenBy.rows.filter((row) => row.body.id === owners.id)
    expect(alarm!.way.map(({ nameZh }) => nameZh)).toEqual([
      '东渡街道',
      '柳巷社区',
      '柳巷第一网格',
      '柳岸小区',
    ])
    expect(seenBy.counts.no_head).toBeGreaterThan(0)
    const elsewhere = await world
      .as('street')
      .sees<AttentionPage>(`/api/attention?areaId=${world.places.street2.id}`)
    expect(elsewhere.rows.some((row) => row.body.id === owners.id)).toBe(false)

    const over = { reason: 'term_over', endedOn: '2026-11-18' }
    await world.as('street').does(`/api/terms/${first.termId}/end`, act(over))
    const after = await view(owners.id)
    expect(after.past).toMatchObject([
      { holder: { name: '周明月' }, reason: 'term_over', endedOn: '2026-11-18' },
    ])
    const again = await world.as('street').post(`/api/terms/${first.termId}/end`, act(over))
    expect(again.refusal).toBe('term_unknown')
  })

  test('nobody holds an office twice at once, or one that is not there; a retry is the same term', async () => {
    const owners = await found('YW2', 'owners_committee', 'estate1')
    const { id: officeId } = await office(owners.id, 'chair')
    const once = act({ officeId, newHolder: { name: '钱一舟', code: 'YW2-01' } })
    const street = world.as('street')
    const begun = await street.does<TermBegun>('/api/terms', once)
    expect(await street.does('/api/terms', once)).toEqual(begun)
    const twice = act({ officeId, holderId: begun.holderId })
    expect((await street.post('/api/terms', twice)).refusal).toBe('term_held_already')
    const taken = act({ officeId, newHolder: { name: '钱二舟', code: 'YW2-01' } })
    expect((await street.post('/api/terms', taken)).refusal).toBe('holder_code_taken')
    expect((await street.post('/api/terms', act({ officeId, holderId: officeId }))).refusal).toBe(
      'holder_unknown',
    )
    expect(
      (await street.post('/api/terms', act({ officeId: owners.id, holderId: begun.holderId }))).refusal,
    ).toBe('office_unknown')
    const backwards = act({
      officeId,
      newHolder: { name: '孙三' },
      startsOn: '2026-01-01',
      endsOn: '2025-01-01',
    })
    expect((await street.post('/api/terms', backwards)).refusal).toBe('input_invalid')
    const stranger = await world
      .as('street2')
      .post('/api/terms', act({ officeId, newHolder: { name: '李四' } }))
    expect(stranger.refusal).toBe('not_permitted')
  })

  test('a body opens an office of its own, and sets seats by its own rules', async () => {
    const street = world.as('street')
    const owners = await found('YW3', 'owners_committee', 'estate1')
    const own = { unitId: owners.id, nameZh: '财务监督', seats: 2, termMonths: 12 }
    const { officeId } = await street.does<{ officeId: string }>('/api/offices', act(own))
    expect((await street.post('/api/offices', act(own))).refusal).toBe('office_exists')
    await street.does(`/api/offices/${officeId}`, act({ seats: 3, termMonths: null }))
    expect((await view(owners.id)).offices.find(({ id }) => id === officeId)).toMatchObject({
      title: 'own',
      nameZh: '财务监督',
      seats: 3,
      termMonths: null,
    })
    expect(await street.does('/api/offices/usual', act({ unitId: owners.id }))).toEqual({ opened: 0 })
  })

  test('one person in several bodies is seen with their share, and a conflict is told', async () => {
    const administrator = world.as('administrator')
    const committee = await found('DW2', 'party_committee', 'community2')
    const school = await found('XX2', 'resident_institution', 'community2')
    const head = await take(school.id, 'head', { newHolder: { name: '程校长' } })
    await take(committee.id, 'part_time_member', { holderId: head.holderId })
    const owners = await found('YW4', 'owners_committee', 'estate2')
    const firm = await administrator.does<Unit>('/api/units', body('WY4', 'property_firm', 'estate2'))
    const manager = await take(firm.id, 'head', { newHolder: { name: '何经理' } })
    await take(owners.id, 'member', { holderId: manager.holderId })
    const area = `areaId=${world.places.community2.id}`
    const cross = await world.as('street').sees<CrossOffices>(`/api/cross-offices?${area}`)
    expect(cross).toMatchObject({
      committees: 1,
      committeesWithPartTime: 1,
      members: 1,
      partTimeMembers: 1,
      firms: 1,
      firmsCrossed: 0,
      more: 0,
    })
    expect(cross.people.map(({ holder }) => holder.name).sort()).toEqual(['何经理', '程校长'])
    const told = await world.as('street').sees<AttentionPage>(`/api/attention?${area}&what=conflict`)
    expect(told.rows).toMatchObject([{ holders: [{ name: '何经理' }], body: { id: owners.id } }])
    await take(committee.id, 'member', { holderId: manager.holderId })
    expect(await world.as('street').sees(`/api/cross-offices?${area}`)).toMatchObject({ firmsCrossed: 1 })
    expect((await office(committee.id, 'member')).terms[0]!.also).toHaveLength(2)
  })
})

describe('the four parties of an estate', () => {
  test('who is there, who leads, and what is missing', async () => {
    const parties = await world
      .as('community')
      .sees<EstateParties>(`/api/estates/${world.places.estate1.id}/parties`)
    expect(parties.parties.map(({ party, bodies }) => [party, bodies.length > 0])).toEqual([
      ['party_branch', true],
      ['owners_committee', true],
      ['residents_committee', true],
      ['property_firm', true],
    ])
    const yard = await world
      .as('community2')
      .sees<EstateParties>(`/api/estates/${world.places.estate2.id}/parties`)
    expect(yard.estate.estateKind).toBe('unmanaged')
    expect(yard.parties.find(({ party }) => party === 'party_branch')!.bodies).toEqual([])
    expect((await world.as('community').get(`/api/estates/${world.places.grid1.id}/parties`)).refusal).toBe(
      'area_unknown',
    )
  })
})
