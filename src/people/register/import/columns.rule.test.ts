import { expect, test } from 'vitest'
import type { SheetRow } from '../../../kernel/sheet/row.ts'
import { columnLetter } from '../../../kernel/sheet/row.ts'
import { findRegisterHeader, registerColumns } from './columns.rule.ts'

const sheet = (...rows: readonly (readonly string[])[]): SheetRow[] =>
  rows.map((texts, index) => ({
    rowNumber: index + 1,
    cells: new Map(
      texts.flatMap((text, at) => (text === '' ? [] : [[columnLetter(at + 1), { text }] as const])),
    ),
  }))

test('a header of one row below titles', () => {
  const top = sheet(
    ['柳巷社区实有人口登记表'],
    ['填表人：李某', '', '填表日期：2026年1月'],
    ['序号', '楼栋', '房号', '姓名', '身份证号码', '联系方式'],
    ['1', '3栋', '101', '严守信'],
  )
  expect(findRegisterHeader(top)).toMatchObject({
    rowNumber: 3,
    letters: { building: 'B', room: 'C', name: 'D', identity: 'E', phone: 'F' },
  })
})

test('a header over two rows, merged across and down; the owner’s name is not the resident’s', () => {
  const top = sheet(
    ['望江区实有房屋、实有人口采集表'],
    ['序号', '房屋', '', '', '房主', '', '实际居住人', '', ''],
    ['', '楼栋', '单元', '房号', '姓名', '电话', '姓名', '公民身份号码', '联系电话'],
    ['1', '3栋', '2', '501', '甲某', '13800000000', '乙某', '', ''],
  )
  expect(findRegisterHeader(top)).toMatchObject({
    rowNumber: 3,
    letters: { building: 'B', unit: 'C', room: 'D', name: 'G', identity: 'H', phone: 'I' },
  })
})

test('a header over three rows', () => {
  const top = sheet(
    ['地址', '', '', '人员', ''],
    ['门牌', '', '', '基本', ''],
    ['楼栋号', '单元号', '室号', '姓 名', '性别'],
    ['3栋', '1', '101', '严守信', '男'],
  )
  expect(findRegisterHeader(top)).toMatchObject({
    rowNumber: 3,
    letters: { building: 'A', unit: 'B', room: 'C', name: 'D', sex: 'E' },
  })
})

test('a column that is named twice is left to a person', () => {
  const top = sheet(['楼栋', '房号', '姓名', '电话', '电话'])
  expect(findRegisterHeader(top)!.letters).not.toHaveProperty('phone')
})

test('a sheet of remarks has no header', () => {
  expect(findRegisterHeader(sheet(['说明'], ['请如实填写姓名'], ['联系人', '电话']))).toBeNull()
})

test('no two columns share a name', () => {
  const names = registerColumns.flatMap(({ name, aliases = [] }) => [name, ...aliases])
  expect(new Set(names).size).toBe(names.length)
})
