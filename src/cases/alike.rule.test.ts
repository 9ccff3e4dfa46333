import { expect, test } from 'vitest'
import { alikePercent, likeness, sharedPieces } from './alike.rule.ts'

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

test('what all of them say makes nobody alike, what two alone say does', () => {
  const asked = '您好，东门的路灯坏了，请尽快处理'
  const others = [
    '您好，有人遛狗不牵绳，请尽快处理',
    '东门路灯不亮，看不见',
    '您好，暖气不热，请尽快处理',
    '您好，楼道堆满杂物，请尽快处理',
  ]
  const [dog, lamp] = likeness(asked, others)
  expect(alikePercent(asked, others[0]!)).toBeGreaterThan(alikePercent(asked, others[1]!))
  expect(lamp).toBeGreaterThan(dog!)
  expect(likeness(asked, [asked, ''])).toEqual([1, 0])
})
