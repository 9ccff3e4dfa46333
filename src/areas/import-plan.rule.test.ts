import { describe, expect, test } from 'vitest'
import type { NewArea } from './contract.ts'
import { type KnownArea, planImport } from './import-plan.rule.ts'

const known = (id: string, kind: KnownArea['kind'], more: Partial<KnownArea> = {}): KnownArea => ({
  id,
  kind,
  nameZh: id,
  nameEn: id,
  estateKind: null,
  ended: false,
  parentId: null,
  shape: null,
  validFrom: '2026-01-01',
  ...more,
})
const standing = new Map<string, KnownArea>([
  ['D', known('d', 'district')],
  ['S1', known('s1', 'street', { parentId: 'd' })],
  ['S2', known('s2', 'street', { parentId: 'd', nameEn: 'Second Street' })],
  ['C1', known('c1', 'community', { parentId: 's1' })],
  ['C9', known('c9', 'community', { parentId: 's1', ended: true })],
  ['LATE', known('late', 'community', { parentId: 's1', validFrom: '2026-09-01' })],
])
const area = (
  code: string,
  kind: NewArea['kind'],
  parentCode: string | null,
  more: Partial<NewArea> = {},
) => ({
  code,
  kind,
  parentCode,
  nameZh: standing.get(code)?.nameZh ?? code,
  ...more,
})
const plan = (...areas: NewArea[]) => planImport(areas, standing, '2026-08-01')

describe('what an import does with an area', () => {
  test.each([
    ['one that stands as it is', area('C1', 'community', 'S1'), { same: 1 }],
    ['a file without an English name', area('S2', 'street', 'D'), { same: 1 }],
    ['a new one', area('C2', 'community', 'S1'), { add: 1 }],
    ['a new name', area('C1', 'community', 'S1', { nameZh: '新' }), { change: 1 }],
    ['another parent', area('C1', 'community', 'S2'), { move: 1 }],
    ['another parent and name', area('C1', 'community', 'S2', { nameZh: '新' }), { move: 1, change: 1 }],
  ] as const)('%s', (_what, one, expected) => {
    const { add, change, move, same, faults } = plan(one)
    expect({ add: add.length, change: change.length, move: move.length, same, faults }).toEqual({
      add: 0,
      change: 0,
      move: 0,
      same: 0,
      faults: [],
      ...expected,
    })
  })

  test.each([
    ['a second district', area('D2', 'district', null), 'second_district'],
    ['another kind', area('C1', 'grid', 'S1'), 'kind_changed'],
    ['a home', area('H', 'home', 'C1'), 'kind_not_kept'],
    ['a parent that is nowhere', area('C2', 'community', 'S7'), 'parent_unknown'],
    ['no parent', area('C2', 'community', null), 'parent_unknown'],
    ['a parent that ended', area('G', 'grid', 'C9'), 'parent_unknown'],
    ['a parent no wider', area('C2', 'community', 'C1'), 'parent_not_wider'],
    ['one that ended', area('C9', 'community', 'S1'), 'code_ended'],
    ['a change before the last one', area('LATE', 'community', 'S1', { nameZh: '新' }), 'changed_later'],
  ] as const)('%s is a fault', (_what, one, reason) => {
    expect(plan(one)).toMatchObject({ add: [], change: [], move: [], same: 0, faults: [{ reason }] })
  })

  test('stands parents before what they hold, whatever the order of the file', () => {
    const { add } = plan(area('G', 'grid', 'C2'), area('C2', 'community', 'S1'))
    expect(add.map(({ code }) => code)).toEqual(['C2', 'G'])
  })

  test('an English name that only repeated the Chinese one follows it', () => {
    const { change } = plan(area('C1', 'community', 'S1', { nameZh: '新' }))
    expect(change).toMatchObject([{ nameZh: '新', nameEn: '新' }])
  })
})
