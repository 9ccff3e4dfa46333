import { expect, test } from 'vitest'
import { fieldEn } from '../../words/en/field.ts'
import { fieldZh } from '../../words/zh/field.ts'
import { usualResult } from './usual-result.rule.ts'

test.each([
  ['楼道灯不亮', '已修好', 'Repaired'],
  ['井盖缺失或破损', '已修好', 'Repaired'],
  ['供水管道漏水、爆管', '已修好', 'Repaired'],
  ['生活垃圾清运不及时', '已清理干净', 'Cleaned up'],
  ['楼道堆物', '已清理干净', 'Cleaned up'],
])('%s usually ends in %s', (matter, zh, en) => {
  const phrase = usualResult(matter)!
  expect(fieldZh.case.resolve.phrases[phrase]).toBe(zh)
  expect(fieldEn.case.resolve.phrases[phrase]).toBe(en)
})

test.each([
  '公共厕所脏乱或损坏',
  '焚烧垃圾、落叶',
  '垃圾分类与投放点',
  '专项维修资金使用',
  '邻居生活噪声',
  '独居老人探访',
])('of %s nothing is said ready', (matter) => {
  expect(usualResult(matter)).toBeNull()
})
