import { describe, expect, test } from 'vitest'
import type { Area, AreaKind } from '../../areas/contract.ts'
import { countLacks, lacksIn } from './org-coverage.rule.ts'

const path = ['district', 'street', 'community', 'grid', 'estate', 'building'] as const
const area = (
  kind: AreaKind,
  id: string = kind,
  above: readonly string[] = path.slice(0, path.indexOf(kind as 'grid')),
): Area => ({
  id,
  code: id,
  kind,
  nameZh: id,
  nameEn: id,
  parentId: above.at(-1) ?? null,
  path: [...above, id],
  placeCode: id,
  estateKind: null,
  ended: false,
})
const areas = [...path.map((kind) => area(kind)), area('grid', 'bare', ['district', 'street', 'community'])]
const known = new Map(areas.map((one) => [one.id, one]))
const lacks = (
  bodies: readonly (readonly [
    'party_branch' | 'party_group' | 'owners_committee' | 'property_firm' | 'community',
    string,
  ])[],
  workers: readonly string[] = [],
) =>
  lacksIn({ bodies: bodies.map(([kind, areaId]) => ({ kind, areaId })), workerAreas: workers }, (id) =>
    known.get(id),
  )

describe('what grids and estates lack', () => {
  test.each([
    ['nothing at all', [], [], ['grid_worker', 'grid_party']],
    ['a worker', [], ['grid'], ['grid_party']],
    ['a worker of another grid', [], ['bare'], ['grid_worker', 'grid_party']],
    ['a branch', [['party_branch', 'grid']], [], ['grid_worker']],
    ['a group of a building in it', [['party_group', 'building']], ['grid'], []],
    ['a branch of the whole community', [['party_branch', 'community']], ['grid'], ['grid_party']],
  ] as const)('a grid with %s', (_what, bodies, workers, expected) => {
    expect(lacks(bodies, workers)(known.get('grid')!)).toEqual(expected)
  })

  test.each([
    ['nothing', [], ['estate_party', 'estate_owners', 'estate_firm', 'estate_four']],
    [
      'all four',
      [
        ['party_branch', 'grid'],
        ['owners_committee', 'estate'],
        ['property_firm', 'estate'],
        ['community', 'community'],
      ],
      [],
    ],
    [
      'a group in a building and a firm of the community',
      [
        ['party_group', 'building'],
        ['property_firm', 'community'],
        ['community', 'community'],
      ],
      ['estate_owners', 'estate_four'],
    ],
    [
      'a group of its grid, which is no branch of the estate’s',
      [['party_group', 'grid']],
      ['estate_party', 'estate_owners', 'estate_firm', 'estate_four'],
    ],
    [
      'three of the four: no residents’ committee',
      [
        ['party_branch', 'estate'],
        ['owners_committee', 'estate'],
        ['property_firm', 'estate'],
      ],
      ['estate_four'],
    ],
  ] as const)('an estate with %s', (_what, bodies, expected) => {
    expect(lacks(bodies)(known.get('estate')!)).toEqual(expected)
  })

  test('figures are the sums of what is lacked', () => {
    expect(countLacks(areas, lacks([['party_group', 'building']], ['bare']))).toEqual({
      grids: 2,
      estates: 1,
      lacking: {
        grid_worker: 1,
        grid_party: 1,
        estate_party: 0,
        estate_owners: 1,
        estate_firm: 1,
        estate_four: 1,
      },
    })
  })
})
