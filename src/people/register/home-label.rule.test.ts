import { expect, test } from 'vitest'
import { homeLabelKey, readAddress } from './home-label.rule.ts'

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
  ['柳岸小区3栋2单元501', '柳岸小区3栋', '2-501'],
  ['柳岸小区3栋', '柳岸小区3栋', null],
  ['柳岸小区 501', '柳岸小区', '501'],
  ['柳岸小区', '柳岸小区', null],
  ['湖滨路12号楼 3-101', '湖滨路12号楼', '3-101'],
  ['老院二栋 101室', '老院二栋', '101'],
])('%s is %s and %s', (text, place, labelKey) => expect(readAddress(text)).toEqual({ place, labelKey }))
