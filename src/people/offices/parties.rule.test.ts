import { expect, test } from 'vitest'
import { partyOf } from './parties.rule.ts'

const path = [
  { id: 'd', kind: 'district' },
  { id: 's', kind: 'street' },
  { id: 'c', kind: 'community' },
  { id: 'g', kind: 'grid' },
  { id: 'e', kind: 'estate' },
] as const

test.each([
  [
    'its own branch',
    'party_branch',
    [
      ['party_branch', 'e'],
      ['party_branch', 'g'],
    ],
    ['e'],
  ],
  ['the grid’s branch stands in', 'party_branch', [['party_branch', 'g']], ['g']],
  ['a community’s branch is not an estate’s', 'party_branch', [['party_branch', 'c']], []],
  ['a committee is no branch', 'party_branch', [['party_committee', 'c']], []],
  ['the residents’ committee of the community', 'residents_committee', [['community', 'c']], ['c']],
  ['the owners’ committee', 'owners_committee', [['owners_committee', 'e']], ['e']],
  ['another estate’s owners’ committee', 'owners_committee', [['owners_committee', 'x']], []],
  [
    'two firms',
    'property_firm',
    [
      ['property_firm', 'e'],
      ['property_firm', 'e'],
    ],
    ['e', 'e'],
  ],
  ['a firm of the whole street', 'property_firm', [['property_firm', 's']], ['s']],
] as const)('%s', (_what, party, bodies, areas) => {
  const near = bodies.map(([kind, areaId]) => ({ kind, areaId }))
  expect(partyOf(party, near, path).map(({ areaId }) => areaId)).toEqual(areas)
})
