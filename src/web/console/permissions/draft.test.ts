import { expect, test } from 'vitest'
import type { PermissionCell } from '../../../people/permission/contract.ts'
import { tableActs } from '../../../people/permission-bounds.rule.ts'
import { asItComes, changesOf, drafted, waysToGive, withCell } from './draft.ts'
import { groups } from './groups.ts'

const cell: PermissionCell = {
  kind: 'street_desk',
  act: 'case.see',
  reaches: ['own_area'],
  asItComes: ['own_area', 'own_unit'],
  allowed: ['own_area', 'own_unit'],
  kept: false,
  because: null,
}

test('every act of the table stands in one group, and only once', () => {
  const grouped = Object.values(groups).flat()
  expect([...grouped].sort()).toEqual([...tableActs].sort())
})

test('a cell that is set back to what it has is no change', () => {
  const changed = withCell(new Map(), cell, [])
  expect(changesOf(changed, [cell])).toEqual([
    { kind: 'street_desk', act: 'case.see', before: ['own_area'], after: [] },
  ])
  expect(drafted(changed, cell)).toEqual([])
  const back = withCell(changed, cell, ['own_area'])
  expect(changesOf(back, [cell])).toEqual([])
  expect(back.size).toBe(0)
})

test('as Linli comes is a change where the district has another', () => {
  expect(changesOf(asItComes(new Map(), [cell]), [cell])[0]?.after).toEqual(['own_area', 'own_unit'])
})

test('ways to give are each reach alone and all of them', () => {
  expect(waysToGive([])).toEqual([])
  expect(waysToGive(['district'])).toEqual([['district']])
  expect(waysToGive(['own_area', 'own_unit'])).toEqual([['own_area'], ['own_unit'], ['own_area', 'own_unit']])
})
