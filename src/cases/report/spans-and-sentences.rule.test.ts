import { expect, test } from 'vitest'
import type { Report } from './report.contract.ts'
import { reportWords } from './report-words.rule.ts'
import { aboveOrdinary } from './risen.rule.ts'
import { paragraphsOf } from './sentences.rule.ts'
import { spanOf } from './span.rule.ts'

test.each([
  ['day', '2026-11-18', { from: '2026-11-18', to: '2026-11-18', end: '2026-11-18', isEnded: false }],
  ['day', '2026-11-17', { from: '2026-11-17', to: '2026-11-17', end: '2026-11-17', isEnded: true }],
  ['week', '2026-11-15', { from: '2026-11-09', to: '2026-11-15', end: '2026-11-15', isEnded: true }],
  ['week', '2026-11-20', { from: '2026-11-16', to: '2026-11-18', end: '2026-11-22', isEnded: false }],
  ['month', '2026-02-11', { from: '2026-02-01', to: '2026-02-28', end: '2026-02-28', isEnded: true }],
  ['month', '2026-11-30', { from: '2026-11-01', to: '2026-11-18', end: '2026-11-30', isEnded: false }],
  ['month', '2026-12-01', null],
  ['day', '2026-11-19', null],
] as const)('the %s around %s, on the 18th of November', (kind, start, span) => {
  expect(spanOf(kind, start, '2026-11-18')).toEqual(span)
})

test('a matter rose where it is above what is ordinary, and never where little is known', () => {
  expect(aboveOrdinary({ count: 30, spansBefore: [10, 10, 10, 10] })).toBe(16)
  expect(aboveOrdinary({ count: 16, spansBefore: [10, 10, 10, 10] })).toBeNull()
  expect(aboveOrdinary({ count: 300, spansBefore: [10, 10, 10] })).toBeNull()
})

const figure = (
  measure: Report['whole']['figures'][number]['measure'],
  value: number | null,
  before: number | null,
  lastYear: number | null,
) => ({ measure, value, of: null, before, lastYear })
const noise = { matter: { code: 'HJ03', zh: '社会生活噪声', en: 'Noise' }, count: 30, ordinaryHigh: 16 }

test.each([
  [
    'zh',
    [
      '受理 1234 件，与上期相比多 56 件（4.8%），与去年同期相比少 6 件。',
      '按时响应率 97%，与上期相比少 1 个百分点。',
      '“社会生活噪声”受理 30 件，超出平常（最多 16 件）。',
    ],
  ],
  [
    'en',
    [
      'Cases accepted: 1234; 56 more (4.8%), set against the span before; 6 fewer, set against the same span of last year.',
      'Responded on time: 97%; 1 percentage point less, set against the span before.',
      'Noise: 30, beyond what is ordinary (at most 16).',
    ],
  ],
] as const)('a report says in sentences what its figures say: %s', (language, sentences) => {
  const figures = [
    figure('accepted', 1234, 1178, 1240),
    figure('response_rate', 97, 98, null),
    figure('solution_rate', null, 80, 81),
  ]
  const said = paragraphsOf({ whole: { figures }, risen: [noise] }, language, reportWords[language])
  expect(said).toEqual(sentences)
})

test('nothing is compared with nothing', () => {
  const whole = { figures: [figure('accepted', 3, 0, 0)] }
  expect(paragraphsOf({ whole, risen: [] }, 'zh', reportWords.zh)).toEqual([
    '受理 3 件。',
    '没有事项超出平常范围，或资料还不足以判断。',
  ])
})
