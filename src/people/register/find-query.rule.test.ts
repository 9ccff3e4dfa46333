import { expect, test } from 'vitest'
import { readQuery } from './find-query.rule.ts'

const read = (text: string) => readQuery(text, { today: '2026-11-18', invented: false })

test.each([
  ['11010519491231002x', 'identity'],
  ['110105 19491231 002X', 'identity'],
  ['110105491231002', 'identity'],
  ['110105194912310021', 'nothing'],
  ['13800000001', 'phone'],
  ['+86 138 0000 0001', 'phone'],
  ['0001', 'tail'],
  ['002x', 'tail'],
  ['12', 'nothing'],
  ['12345', 'nothing'],
  ['  ', 'nothing'],
  ['wxm', 'letters'],
  ['Lü Bu', 'letters'],
  ['王小明', 'words'],
  ['柳岸小区3栋 501', 'words'],
])('%s is looked for by %s', (text, by) => expect(read(text).by).toBe(by))

test('what is looked for is plain', () => {
  expect(read('+86 138 0000 0001')).toEqual({ by: 'phone', phone: '13800000001' })
  expect(read('002x')).toEqual({ by: 'tail', tail: '002X' })
  expect(read('柳岸小区3栋 501')).toMatchObject({
    address: { place: '柳岸小区', building: '3栋', labelKey: '501' },
  })
})
