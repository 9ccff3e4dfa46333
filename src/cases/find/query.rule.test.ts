import { expect, test } from 'vitest'
import { newCaseNumber } from '../../kernel/ids.ts'
import { readBox } from './query.rule.ts'

/** A Wednesday. */
const today = Temporal.PlainDate.from('2026-11-18')
const read = (text: string) => readBox(text, today).understood

test.each([
  ['路灯 麓山', { words: ['路灯', '麓山'] }],
  ['路灯，麓山、路灯', { words: ['路灯', '麓山'] }],
  ['路灯 红灯', { words: ['路灯'], light: 'red' }],
  ['“红灯” 路口', { words: ['红灯', '路口'] }],
  ['"红灯 不亮"', { words: ['红灯 不亮'] }],
  ['临期 在办', { words: [], light: 'yellow', state: 'open' }],
  ['已结案 去年', { words: [], stage: 'closed', from: '2025-01-01', to: '2025-12-31' }],
  ['上周', { words: [], from: '2026-11-09', to: '2026-11-15' }],
  ['本周', { words: [], from: '2026-11-16', to: '2026-11-22' }],
  ['昨天', { words: [], from: '2026-11-17', to: '2026-11-17' }],
  ['上个月', { words: [], from: '2026-10-01', to: '2026-10-31' }],
  ['近7天', { words: [], from: '2026-11-12', to: '2026-11-18' }],
  ['11月3日', { words: [], from: '2026-11-03', to: '2026-11-03' }],
  ['12月', { words: [], from: '2025-12-01', to: '2025-12-31' }],
  ['2026年2月', { words: [], from: '2026-02-01', to: '2026-02-28' }],
  ['2026-02-30', { words: ['2026-02-30'] }],
  ['2026-13', { words: ['2026-13'] }],
  ['LDD', { words: ['ldd'] }],
  ['灯', { words: [], ignored: ['灯'] }],
  ['', { words: [] }],
  ['  ', { words: [] }],
])('%s', (text, understood) => {
  expect(read(text)).toEqual({ ignored: [], ...understood })
})

test('a number is a number however it is written, and a wrong one is looked for like a word', () => {
  const number = newCaseNumber('2026-11-03')
  for (const typed of [number, ` #${number} `, number.replaceAll('-', '')])
    expect(readBox(typed, today).number).toBe(number)
  const wrong = `${number.slice(0, -1)}${(Number(number.at(-1)) + 1) % 10}`
  expect(readBox(wrong, today)).toMatchObject({ number: null, understood: { words: [wrong] } })
})

test('of many words the first eight are looked for', () => {
  const many = Array.from({ length: 10 }, (_, index) => `词语${index}`)
  expect(read(many.join(' '))).toMatchObject({ words: many.slice(0, 8), ignored: many.slice(8) })
})
