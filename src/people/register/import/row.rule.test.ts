import { describe, expect, test } from 'vitest'
import type { Cell, SheetRow } from '../../../kernel/sheet/row.ts'
import { columnLetter } from '../../../kernel/sheet/row.ts'
import { identityCheckDigit } from '../identity-number.rule.ts'
import { findRegisterHeader } from './columns.rule.ts'
import { registerRowReader } from './row.rule.ts'
import { readDay, readPhone } from './values.rule.ts'

const names = [
  '楼栋',
  '单元',
  '房号',
  '姓名',
  '身份证号',
  '性别',
  '出生日期',
  '电话',
  '居住身份',
  '是否居住',
  '入住日期',
  '迁出日期',
]
const row = (rowNumber: number, values: readonly (string | Cell)[]): SheetRow => ({
  rowNumber,
  cells: new Map(
    values.flatMap((value, at) =>
      value === ''
        ? []
        : [[columnLetter(at + 1), typeof value === 'string' ? { text: value } : value] as const],
    ),
  ),
})
const header = findRegisterHeader([row(1, names)])!
const reader = () => registerRowReader(header, { today: '2026-11-18', invented: true, sheet: '3栋' })
const number = (digits: string) => digits + identityCheckDigit(digits)
const good = number('99010119800101001')

const readOne = (values: readonly (string | Cell)[]) => {
  const read = reader()(row(2, values))
  if (read.kind === 'blank') throw new Error('a blank row')
  return read
}

test('a row as it should be', () => {
  const { row: read, faults } = readOne([
    '3栋',
    '2',
    '501',
    '严守信',
    good.toLowerCase(),
    '男',
    '1980/1/1',
    '138 0013 8000',
  ])
  expect(faults).toEqual([])
  expect(read).toMatchObject({
    place: { building: '3栋', label: '2单元501' },
    person: {
      name: '严守信',
      identity: { number: good },
      sex: 'male',
      birthDay: '1980-01-01',
      phone: '+8613800138000',
    },
  })
})

test('what is blank of a home is as above; a new building begins anew', () => {
  const read = reader()
  const places = [
    ['3栋', '2', '501', '甲'],
    ['', '', '', '乙'],
    ['', '', '502', '丙'],
    ['4栋', '', '', '丁'],
    ['', '', '601', '戊'],
  ].map((values, index) => {
    const one = read(row(index + 2, values))
    return one.kind === 'read' ? [one.row.place.building, one.row.place.label, one.faults[0]?.reason] : null
  })
  expect(places).toEqual([
    ['3栋', '2单元501', undefined],
    ['3栋', '2单元501', undefined],
    ['3栋', '2单元502', undefined],
    ['4栋', '', 'home_missing'],
    ['4栋', '601', undefined],
  ])
})

test('a home without people, and rows of sums', () => {
  expect(readOne(['3栋', '', '101']).row.person).toBeNull()
  expect(reader()(row(2, ['合计', '', '12']))).toEqual({ kind: 'blank' })
})

describe('faults stand at their column', () => {
  const at = (column: number, value: string | Cell, more: Record<number, string> = {}) => {
    const values: (string | Cell)[] = ['3栋', '', '101', '严守信', '', '', '', '', '', '', '', '']
    for (const [index, text] of Object.entries(more)) values[Number(index)] = text
    values[column] = value
    return readOne(values).faults.map(({ column: { letter }, reason }) => `${letter} ${reason}`)
  }
  test.each([
    ['E identity_form', 4, '12345'],
    ['E identity_area', 4, number('00010119800101001')],
    ['E identity_date', 4, number('99010119801301001')],
    ['E identity_check_digit', 4, `${good.slice(0, 17)}${good.endsWith('1') ? '2' : '1'}`],
    ['E identity_lost_digits', 4, '9.90101198001010E+17'],
    ['E identity_lost_digits', 4, { text: '990101198001010016', serial: 990101198001010000 }],
    ['F sex_unknown', 5, '人'],
    ['G birth_day_unreadable', 6, '八十年代'],
    ['G birth_day_impossible', 6, '1980-02-30'],
    ['G birth_day_in_future', 6, '2030-01-01'],
    ['H phone_wrong', 7, '1380013800'],
    ['I role_unknown', 8, '路人'],
    ['J lives_unknown', 9, '也许'],
    ['K from_day_in_future', 10, '2027-01-01'],
    ['L to_day_unreadable', 11, '去年'],
    ['D name_missing', 3, '', { 7: '13800138000' }],
    ['D name_wrong', 3, '严守信2'],
    ['D name_too_long', 3, '长'.repeat(61)],
    ['M cells_beyond_header', 12, '备注'],
    ['D formula_cell', 3, { text: '甲', formula: true }],
    ['C error_cell', 2, { text: '#N/A', error: '#N/A' }],
  ] as [string, number, string | Cell, Record<number, string>?][])(
    '%s',
    (expected, column, value, more = {}) => {
      expect(at(column, value, more)).toContain(expected)
    },
  )
  test('what the number says otherwise', () => {
    expect(at(4, good, { 5: '女' })).toEqual(['F sex_differs'])
    expect(at(4, good, { 6: '1981-01-01' })).toEqual(['G birth_day_differs'])
    expect(at(9, '否', { 8: '租户' })).toEqual(['J lives_needed'])
    expect(at(10, '2020-01-02', { 11: '2020-01-01' })).toEqual(['L to_day_before_from_day'])
  })
  test('a sex that is computed from the number is taken', () => {
    expect(at(5, { text: '男', formula: true }, { 4: good })).toEqual([])
  })
})

test.each([
  [{ text: '18264', serial: 18264 }, '1950-01-01'],
  [{ text: '1950.1.1' }, '1950-01-01'],
  [{ text: '1950年01月01日' }, '1950-01-01'],
  [{ text: '19500101' }, '1950-01-01'],
  [{ text: '1950/1/1 0:00:00' }, '1950-01-01'],
])('%o is a day', (cell, day) => {
  expect(readDay(cell)).toEqual({ day })
})

test.each([
  ['13800138000/0571-88888888', '+8613800138000'],
  ['138-0013-8000、13900139000', '+8613800138000'],
  ['+86 138 0013 8000', '+8613800138000'],
  ['0571-88888888', '057188888888'],
  ['13800138000（儿子）', '+8613800138000'],
  ['1.38E+10', undefined],
  ['138001380000', undefined],
])('the first telephone of %s', (text, phone) => {
  expect(readPhone(text)).toBe(phone)
})
