import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Refusal } from '../kernel/refusal.ts'
import type { Act } from './contract.ts'
import { acts, PostKind } from './contract.ts'
import type { Holder, Place } from './permission.rule.ts'
import { actsOf, mayAct, must, mustDispatch, permissions } from './permission.rule.ts'
import { grantsOf } from './permission-table.rule.ts'

const postArea: Record<PostKind, string> = {
  administrator: 'district',
  centre: 'district',
  evaluator: 'district',
  street_desk: 'street1',
  community_desk: 'community1',
  unit_desk: 'street1',
  unit_head: 'street1',
  grid_leader: 'grid1',
  grid_worker: 'grid1',
}
const holder = (kind: PostKind, unitId: string | null = 'own'): Holder => ({
  kind: 'staff',
  posts: [{ kind, unitId, areaId: postArea[kind], grants: permissions[kind] }],
})
const inGrid1: Place = { path: ['district', 'street1', 'community1', 'grid1'], units: ['other'] }
const inGrid2: Place = { path: ['district', 'street1', 'community1', 'grid2'], units: ['other'] }
const inCommunity2: Place = { path: ['district', 'street1', 'community2'], units: ['other'] }
const inStreet2: Place = { path: ['district', 'street2', 'community3'], units: ['other'] }
const farButOwn: Place = { path: ['district', 'street2'], units: ['other', 'own'] }
/** A confidential case, or one whose place nobody knows yet: the district alone sees it. */
const districtAlone: Place = { path: ['district'], units: ['other'] }
const places = { inGrid1, inGrid2, inCommunity2, inStreet2, farButOwn, districtAlone }
type PlaceName = keyof typeof places

const belowDistrict: readonly PlaceName[] = ['inGrid1', 'inGrid2', 'inCommunity2', 'inStreet2', 'farButOwn']
const everywhere: readonly PlaceName[] = [...belowDistrict, 'districtAlone']
const street1: readonly PlaceName[] = ['inGrid1', 'inGrid2', 'inCommunity2']
const community1: readonly PlaceName[] = ['inGrid1', 'inGrid2']
const grid1: readonly PlaceName[] = ['inGrid1']
const own: readonly PlaceName[] = ['farButOwn']
const ownUnits = { street_desk: own, community_desk: own, unit_desk: own, unit_head: own }
const grids = { grid_leader: grid1, grid_worker: grid1 }
const territoryAndGrids = { centre: everywhere, street_desk: street1, community_desk: community1, ...grids }
const unitsAndGrids = { centre: own, ...ownUnits, ...grids }

/** Act, then for each kind of post the places where it may; a kind that is not named may nowhere. */
type Row = readonly [Act, Partial<Record<PostKind, readonly PlaceName[]>>]
const table: readonly Row[] = [
  [
    'case.see',
    {
      centre: everywhere,
      evaluator: belowDistrict,
      street_desk: [...street1, ...own],
      community_desk: [...community1, ...own],
      unit_desk: own,
      unit_head: own,
      grid_leader: grid1,
      grid_worker: grid1,
    },
  ],
  ['case.accept_on_behalf', territoryAndGrids],
  ['case.screen', { centre: everywhere, street_desk: street1, community_desk: community1 }],
  ['case.dispatch', { centre: everywhere, street_desk: street1, community_desk: community1 }],
  ['case.sign', unitsAndGrids],
  ['case.handle', unitsAndGrids],
  ['case.resolve', unitsAndGrids],
  ['case.request', unitsAndGrids],
  ['grid.see', { grid_leader: grid1, grid_worker: grid1 }],
  ['round.see', territoryAndGrids],
  ['round.walk', { community_desk: community1, grid_leader: grid1, grid_worker: grid1 }],
  ['round.set', { centre: everywhere, street_desk: street1 }],
  [
    'grid_day.check_in',
    {
      street_desk: [...street1, ...own],
      community_desk: [...community1, ...own],
      unit_desk: own,
      unit_head: own,
      grid_leader: grid1,
      grid_worker: grid1,
    },
  ],
  ['case.decide', { centre: everywhere, street_desk: street1 }],
  ['case.arbitrate', { centre: everywhere }],
  ['case.reply', { centre: everywhere, street_desk: street1, community_desk: community1 }],
  ['case.publish', { centre: everywhere, street_desk: street1, community_desk: community1 }],
  ['case.check', { centre: everywhere }],
  ['case.press', { centre: everywhere, street_desk: street1 }],
  ['case.close', { centre: everywhere }],
  ['case.see_reporter', { centre: everywhere, street_desk: street1, community_desk: community1 }],
  ['case.erase', { centre: everywhere, administrator: everywhere }],
  [
    'whistle.see',
    { centre: everywhere, street_desk: street1, community_desk: community1, unit_desk: own, unit_head: own },
  ],
  ['whistle.blow', { street_desk: street1, community_desk: community1 }],
  ['whistle.answer', { unit_desk: own, unit_head: own }],
  ['whistle.coordinate', { street_desk: street1 }],
  ['whistle.rate', { street_desk: street1 }],
  ['whistle.advise', { centre: everywhere, street_desk: street1 }],
  ['mediation.conduct', { street_desk: street1, community_desk: community1 }],
  ['mediation.count', { centre: everywhere, street_desk: street1, community_desk: community1 }],
  [
    'station.see',
    {
      centre: everywhere,
      street_desk: street1,
      community_desk: community1,
      grid_leader: grid1,
      grid_worker: grid1,
      unit_desk: own,
      unit_head: own,
    },
  ],
  ['station.keep', { street_desk: street1 }],
  [
    'action.see',
    {
      ...ownUnits,
      centre: everywhere,
      street_desk: [...street1, ...own],
      community_desk: [...community1, ...own],
    },
  ],
  ['action.lead', { street_desk: street1, unit_desk: own, unit_head: own }],
  ['action.answer', ownUnits],
  ['emergency.declare', { centre: everywhere, street_desk: street1 }],
  ['assessment.see', { ...ownUnits, centre: everywhere, street_desk: [...street1, ...own] }],
  ['assessment.claim', ownUnits],
  ['report.write', { centre: everywhere, street_desk: street1, community_desk: community1 }],
  ['assessment.mark', { street_desk: street1, community_desk: community1 }],
  ['assessment.decide', { centre: everywhere }],
  ['alert.see', territoryAndGrids],
  ['hand_over.keep', { ...territoryAndGrids, unit_desk: own, unit_head: own }],
  ['community.publish', { street_desk: street1, community_desk: community1 }],
  ['community.answer', { street_desk: street1, community_desk: community1 }],
  ['import.run', { centre: everywhere, administrator: everywhere }],
  ['export.run', { centre: everywhere, administrator: everywhere }],
  ['area.manage', { administrator: everywhere }],
  ['matter.manage', { centre: everywhere, administrator: everywhere }],
  ['calendar.manage', { centre: everywhere, administrator: everywhere }],
  ['unit.manage', { administrator: everywhere }],
  ['body.manage', { administrator: everywhere, street_desk: street1 }],
  ['link.manage', { administrator: everywhere, street_desk: street1 }],
  ['channel.manage', { administrator: everywhere, street_desk: street1 }],
  ['people.manage', { administrator: everywhere }],
  ...(['register.see', 'register.update'] as const).map(
    (act): Row => [
      act,
      { street_desk: street1, community_desk: community1, grid_leader: grid1, grid_worker: grid1 },
    ],
  ),
  ...(['register.see_identity', 'register.export', 'register.import'] as const).map(
    (act): Row => [act, { street_desk: street1, community_desk: community1 }],
  ),
  ['register.count', { centre: everywhere, street_desk: street1, community_desk: community1 }],
  ['rights.answer', { centre: everywhere, street_desk: street1, community_desk: community1 }],
  ['journal.verify', { centre: everywhere, administrator: everywhere, evaluator: everywhere }],
]
const publicActs: readonly Act[] = [
  'case.accept',
  'case.follow',
  'case.rate',
  'board.read',
  'community.read',
  'community.ask',
]

describe('who may do what, and where', () => {
  test.each(table)('%s', (act, expected) => {
    for (const kind of PostKind.options)
      for (const name of everywhere)
        expect(mayAct(holder(kind), act, places[name]), `${kind} ${name}`).toBe(
          expected[kind]?.includes(name) ?? false,
        )
  })

  test('the table above and the public acts are all acts', () => {
    expect([...table.map(([act]) => act), ...publicActs].sort()).toEqual([...acts].sort())
  })
})

test('without a place the question is whether the post allows it at all', () => {
  expect(mayAct(holder('unit_desk'), 'case.sign')).toBe(true)
  expect(mayAct(holder('unit_desk'), 'case.close')).toBe(false)
  expect(actsOf(holder('grid_worker'))).toEqual([
    'case.accept',
    'case.accept_on_behalf',
    'case.see',
    'case.follow',
    'case.rate',
    'case.sign',
    'case.handle',
    'case.resolve',
    'case.request',
    'board.read',
    'grid.see',
    'community.read',
    'community.ask',
    'round.see',
    'round.walk',
    'grid_day.check_in',
    'alert.see',
    'station.see',
    'register.see',
    'register.update',
    'hand_over.keep',
  ])
})

test('a place that is said but empty opens nothing to a unit or an area', () => {
  for (const kind of ['unit_desk', 'community_desk', 'grid_worker'] as const)
    expect(mayAct(holder(kind), 'case.see', { path: [], units: [] })).toBe(false)
  expect(mayAct(holder('unit_desk', null), 'case.see', { units: ['own'] })).toBe(false)
})

test('a refusal names the act, or asks the anonymous to sign in', () => {
  const refused = (who: Holder, act: string) => {
    try {
      must(who, act, {})
      return null
    } catch (error) {
      return error instanceof Refusal ? { code: error.code, ...error.facts } : error
    }
  }
  const resident: Holder = { kind: 'resident', posts: [] }
  const anonymous: Holder = { kind: 'anonymous', posts: [] }
  expect(refused(resident, 'case.close')).toEqual({ code: 'not_permitted', act: 'case.close' })
  expect(refused(anonymous, 'case.close')).toEqual({ code: 'sign_in_needed' })
  expect(refused(anonymous, 'case.unheard_of')).toEqual({ code: 'not_permitted', act: 'case.unheard_of' })
  expect(refused({ kind: 'system', posts: [] }, 'case.unheard_of')).toMatchObject({ code: 'not_permitted' })
  expect(refused({ kind: 'system', posts: [] }, 'people.manage')).toBeNull()
})

test('whoever holds no post passes public acts only', () => {
  const place = fc.record({ path: fc.array(fc.string()), units: fc.array(fc.string()) }, { requiredKeys: [] })
  const who = fc.constantFrom<Holder>({ kind: 'resident', posts: [] }, { kind: 'anonymous', posts: [] })
  const act = fc.oneof(
    fc.constantFrom<string>(...acts),
    fc.string(),
    fc.constantFrom('toString', '__proto__'),
  )
  fc.assert(
    fc.property(who, act, place, (asker, asked, at) => {
      expect(mayAct(asker, asked, at)).toBe((publicActs as readonly string[]).includes(asked))
    }),
  )
})

test('a post of an unknown kind allows nothing', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.constantFrom('constructor', '__proto__')),
      fc.constantFrom(...acts),
      (kind, act) => {
        fc.pre(!(PostKind.options as readonly string[]).includes(kind))
        const who: Holder = {
          kind: 'staff',
          posts: [{ kind, unitId: 'own', areaId: 'district', grants: grantsOf(permissions, kind) }],
        }
        expect(mayAct(who, act, farButOwn)).toBe(publicActs.includes(act))
      },
    ),
  )
})

test.each([
  ['community_desk', inGrid1, ['grid', 'community']],
  ['community_desk', inCommunity2, []],
  ['street_desk', inCommunity2, ['grid', 'community', 'street']],
  ['street_desk', inStreet2, []],
  ['centre', inStreet2, ['grid', 'community', 'street', 'district']],
  ['unit_desk', farButOwn, []],
] as const)('%s in %j may dispatch matters of level %j', (kind, at, levels) => {
  const allowed = (['grid', 'community', 'street', 'district'] as const).filter((level) => {
    try {
      mustDispatch(holder(kind), level, at.path ?? [])
      return true
    } catch (error) {
      expect(error).toMatchObject({ code: 'not_permitted', facts: { act: 'case.dispatch', level } })
      return false
    }
  })
  expect(allowed).toEqual(levels)
})
