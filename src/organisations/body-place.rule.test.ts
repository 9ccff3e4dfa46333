import { describe, expect, test } from 'vitest'
import { bodyPlaces, placeFault } from './body-place.rule.ts'
import { UnitKind } from './contract.ts'

const path = ['district', 'street', 'community', 'grid', 'estate', 'building'] as const
const at = (kind: UnitKind, areaKind: (typeof path)[number]) => ({
  kind,
  areaKind,
  areaPath: path.slice(0, path.indexOf(areaKind) + 1),
})
const under = (kind: UnitKind, areaId: string) => ({ kind, areaId })

describe('where a body may stand', () => {
  test.each([
    [
      'a branch of an estate under the community’s committee',
      at('party_branch', 'estate'),
      under('party_committee', 'community'),
      null,
    ],
    ['a branch under nobody', at('party_branch', 'estate'), null, 'body_parent_needed'],
    [
      'a branch under a residents’ committee',
      at('party_branch', 'grid'),
      under('community', 'community'),
      'body_parent_wrong',
    ],
    [
      'a branch under another community’s committee',
      at('party_branch', 'grid'),
      under('party_committee', 'elsewhere'),
      'body_parent_wrong',
    ],
    [
      'a branch of a whole district',
      at('party_branch', 'district'),
      under('party_committee', 'district'),
      'body_area_wrong',
    ],
    [
      'a group of a building under the estate’s branch',
      at('party_group', 'building'),
      under('party_branch', 'estate'),
      null,
    ],
    [
      'a group under a committee',
      at('party_group', 'building'),
      under('party_committee', 'community'),
      'body_parent_wrong',
    ],
    [
      'a community’s committee under its street’s',
      at('party_committee', 'community'),
      under('party_committee', 'street'),
      null,
    ],
    [
      'a street’s committee under its community’s',
      at('party_committee', 'street'),
      under('party_committee', 'community'),
      'body_parent_wrong',
    ],
    ['the mediation committee', at('sub_committee', 'community'), under('community', 'community'), null],
    [
      'a sub-committee of a grid',
      at('sub_committee', 'grid'),
      under('community', 'community'),
      'body_area_wrong',
    ],
    [
      'a residents’ group of a building',
      at('residents_group', 'building'),
      under('community', 'community'),
      null,
    ],
    ['an owners’ committee of an estate', at('owners_committee', 'estate'), null, null],
    ['an owners’ committee of a community', at('owners_committee', 'community'), null, 'body_area_wrong'],
    [
      'an owners’ committee under the property firm',
      at('owners_committee', 'estate'),
      under('property_firm', 'estate'),
      'body_parent_wrong',
    ],
    [
      'a street team under its department',
      at('street_team', 'street'),
      under('department', 'district'),
      null,
    ],
    ['a department of a street', at('department', 'street'), null, 'body_area_wrong'],
    ['a resident institution of a street', at('resident_institution', 'street'), null, null],
  ] as const)('%s', (_what, body, parent, fault) => {
    expect(placeFault(body, parent)).toBe(fault)
  })

  test('every kind has a place, and nobody can stand above itself in a circle of kinds but where areas grow', () => {
    for (const kind of UnitKind.options) {
      expect(bodyPlaces[kind].areas.length).toBeGreaterThan(0)
      expect(bodyPlaces[kind].alone || bodyPlaces[kind].under.length > 0).toBe(true)
    }
  })
})
