import { expect, test } from 'vitest'
import { type AreaColumn, readAreaSheet } from './area-sheet.rule.ts'

const sheet = (...rows: Partial<Record<AreaColumn, string>>[]) =>
  readAreaSheet(
    rows.map((row, at) => ({
      row: at + 2,
      texts: new Map(Object.entries(row) as [AreaColumn, string][]),
    })),
    new Map([['990101000000', 'district']]),
  )

test('official codes tell kind and area above; a suffix tells the area above alone', () => {
  const { areas, faults } = sheet(
    { code: '990101001001-G01', kind: '网格', name: '柳巷一网格' },
    { code: '990101001', name: '柳巷街道' },
    { code: ' 990101001001 ', name: '柳巷社区居委会' },
    { code: '990101001001-G01-E1', kind: 'estate', name: '柳岸小区', nameEn: 'Liu’an' },
    { code: '990101001001-g01-e1-3', kind: '楼', name: '3栋' },
  )
  expect(faults).toEqual([])
  expect(areas.map(({ code, kind, nameZh, parentCode }) => [code, kind, nameZh, parentCode])).toEqual([
    ['990101001000', 'street', '柳巷街道', '990101000000'],
    ['990101001001', 'community', '柳巷社区', '990101001000'],
    ['990101001001-G01', 'grid', '柳巷一网格', '990101001001'],
    ['990101001001-G01-E1', 'estate', '柳岸小区', '990101001001-G01'],
    ['990101001001-G01-E1-3', 'building', '3栋', '990101001001-G01-E1'],
  ])
})

test('what a row says goes before what its code would tell', () => {
  const { areas } = sheet(
    { code: '990101001000', kind: '镇', name: '柳巷镇', parent: '990101' },
    { code: '990101900001', kind: '网格', name: '园区网格', parent: '990101001000' },
  )
  expect(areas).toMatchObject([
    { kind: 'street', parentCode: '990101000000' },
    { kind: 'grid', parentCode: '990101001000' },
  ])
})

test.each([
  [{ code: '990101001001-G01', name: '没写级别' }, 'kind', 'kind_unknown'],
  [{ code: '990101001000', kind: '片区', name: '不认得的级别' }, 'kind', 'kind_unknown'],
  [{ code: '990101002001', name: '街道不在表里' }, 'parent', 'parent_unknown'],
  [{ code: 'PARK-1', kind: '网格', name: '上级看不出' }, 'parent', 'parent_unknown'],
  [{ code: 'PARK01', kind: '网格', name: '没有上级' }, 'parent', 'parent_missing'],
  [{ code: '', name: '没有编号' }, 'code', 'code_missing'],
] as const)('%j is left out for its %s: %s', (row, field, reason) =>
  expect(sheet(row)).toEqual({ areas: [], faults: [{ row: 2, field, reason }] }),
)
