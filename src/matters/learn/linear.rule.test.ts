import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gramsOf } from './grams.rule.ts'
import { type Decided, guess, train } from './linear.rule.ts'

const decided: Decided[] = [
  ...['楼道灯不亮', '三楼楼道灯坏了', '单元楼道灯一直不亮', '楼道灯闪'].map((words) => ({
    words,
    label: '灯',
  })),
  ...['广场舞太吵', '晚上广场舞音响吵', '楼下广场舞吵得睡不着', '跳广场舞的音响'].map((words) => ({
    words,
    label: '噪声',
  })),
  ...['井盖松动', '路上井盖缺失', '井盖破损', '井盖压过去响'].map((words) => ({ words, label: '井盖' })),
]
const model = train(decided)

test.each([
  ['五楼楼道灯不亮了', '灯', '楼道灯'],
  ['广场舞的声音太吵', '噪声', '广场舞'],
  ['马路上井盖松动', '井盖', '井盖'],
])('%s is likeliest %s, because of %s', (words, label, because) => {
  const [first, ...others] = guess(model, words)
  expect(first!.label).toBe(label)
  expect(first!.because.join(' ')).toContain(because)
  expect(first!.likelihood).toBeGreaterThan(0.5)
  expect(others.reduce((sum, { likelihood }) => sum + likelihood, first!.likelihood)).toBeCloseTo(1)
})

test('the same texts give the same model, and what stands in one text alone is not learned', () => {
  const named = [...decided, { words: '张三家楼道灯不亮', label: '灯' }]
  expect(train(named)).toEqual(train(named))
  expect(train(named).indexOf.has('张三')).toBe(false)
})

test('whatever the words, every reason stands in them', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('楼道', '灯', '广场舞', '吵', '井盖', 'x1', '，'), { maxLength: 8 }),
      (said) => {
        const words = said.join('')
        for (const { likelihood, because } of guess(model, words)) {
          expect(likelihood).toBeGreaterThanOrEqual(0)
          for (const piece of because) expect(words).toContain(piece)
        }
      },
    ),
    { numRuns: 50 },
  )
})

test('width, case, digits and stops are no part of a run', () => {
  expect([...gramsOf('ＫＴＶ吵。1栋').keys()]).toEqual([
    'k',
    'kt',
    'ktv',
    't',
    'tv',
    'tv吵',
    'v',
    'v吵',
    '吵',
    '栋',
  ])
})
