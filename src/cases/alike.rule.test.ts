import { expect, test } from 'vitest'
import { alikePercent, sharedPieces } from './alike.rule.ts'

test.each([
  ['三楼楼道灯不亮', '三楼楼道灯不亮', 100],
  ['三楼的灯坏了', '北门积水', 0],
  ['', '北门积水', 0],
])('%j and %j share %i percent', (one, other, percent) => expect(alikePercent(one, other)).toBe(percent))

test('the same trouble in other words is more alike than another trouble', () => {
  const lamp = '楼道灯不亮，三楼，晚上看不见'
  expect(alikePercent(lamp, '三楼楼道灯坏了不亮')).toBeGreaterThan(alikePercent(lamp, '三楼有人晚上装修'))
})

test.each([
  ['三楼楼道灯不亮，老人看不见', '楼道灯又不亮了', ['楼道灯', '不亮']],
  ['北门积水', '三楼的灯坏了', []],
  ['灯，灯', '灯', []],
  ['楼道灯不亮。楼道灯不亮', '楼道灯不亮', ['楼道灯不亮']],
])('%j has of %j the pieces %j', (one, other, pieces) => expect(sharedPieces(one, other)).toEqual(pieces))
