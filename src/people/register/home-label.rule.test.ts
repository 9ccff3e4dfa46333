import { expect, test } from 'vitest'
import { homeLabelKey, isBuilding, readAddress } from './home-label.rule.ts'

test.each([
  ['2单元501室', '2-501'],
  ['二单元 501', '2-501'],
  ['２－５０１', '2-501'],
  ['2-501', '2-501'],
  ['501', '501'],
  ['501室', '501'],
  ['十二单元1203', '12-1203'],
  ['3层302户', '3-302'],
  ['一单元A座', '1-a座'],
])('%s is %s', (label, key) => expect(homeLabelKey(label)).toBe(key))

test.each([
  ['柳岸小区3栋2单元501', '柳岸小区', '3栋', '2-501'],
  ['柳岸小区3栋', '柳岸小区', '3栋', null],
  ['柳岸小区 501', '柳岸小区', null, '501'],
  ['柳岸小区', '柳岸小区', null, null],
  ['湖滨路12号楼 3-101', '湖滨路', '12号楼', '3-101'],
  ['老院二栋 101室', '老院', '2栋', '101'],
  ['3栋501', '', '3栋', '501'],
])('%s is %s, %s and %s', (text, place, building, labelKey) =>
  expect(readAddress(text)).toEqual({ place, building, labelKey }),
)

test.each([
  ['3栋', true],
  ['柳岸小区3栋', true],
  ['三 栋', true],
  ['13栋', false],
  ['3幢', false],
])('%s is 3栋: %s', (name, is) => expect(isBuilding(name, '3栋')).toBe(is))
