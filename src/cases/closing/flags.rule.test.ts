import { expect, test } from 'vitest'
import {
  type ClosingLine,
  comparable,
  isOwnWork,
  lastMinute,
  wasVisited,
  withSameWords,
} from './flags.rule.ts'

const at = (clock: string): Temporal.Instant => Temporal.Instant.from(`2026-11-18T${clock}:00Z`)
const story = (...lines: [kind: string, clock?: string, data?: object][]): ClosingLine[] =>
  lines.map(([kind, clock = '08:00', data = {}], index) => ({
    ...{ seq: index + 1, kind, actor: 'account:a', occurredAt: at(clock) },
    data: data as ClosingLine['data'],
  }))

test.each([
  ['nobody came', [['case.dispatched'], ['case.signed'], ['case.resolved']], false],
  [
    'the unit came',
    [['case.dispatched'], ['case.arrived', '09:00', { commits: { point: 'a' } }], ['case.resolved']],
    true,
  ],
  [
    'somebody said so from nowhere',
    [['case.dispatched'], ['case.arrived', '09:00', { commits: {} }], ['case.resolved']],
    false,
  ],
  [
    'a desk heard that somebody came',
    [['case.dispatched'], ['case.handled', '09:00', { arrived: true }]],
    false,
  ],
  [
    'a desk heard that somebody came, and has a photograph of it',
    [['case.dispatched'], ['case.handled', '09:00', { arrived: true, photos: 1 }]],
    true,
  ],
  [
    'work was noted, and nobody said to be there',
    [['case.dispatched'], ['case.handled', '09:00', { arrived: false }]],
    false,
  ],
  ['they came before it was done again', [['case.arrived'], ['case.reopened'], ['case.resolved']], false],
] as [string, [string, string?, object?][], boolean][])('visited: %s', (_what, lines, visited) => {
  expect(wasVisited(story(...lines), 9)).toBe(visited)
})

test.each([
  ['已派人到现场更换灯泡，恢复照明。', '已派人到现场  更换灯泡,恢复照明', true],
  ['已派人到现场更换灯泡，恢复照明。', '已派人到现场更换灯管，恢复照明。', false],
  // What everybody says is nobody's copy.
  ['已修好。', '已修好。', false],
])('%s and %s', (words, other, same) => {
  expect(withSameWords(words, [{ words: other }])).toHaveLength(same ? 1 : 0)
})

test('words are compared without what a keyboard adds', () => {
  expect(comparable('Ｆｉｘｅｄ the lamp, tested twice!')).toBe('fixedthelamptestedtwice')
  expect(comparable('。。。，，，！！！……——（）【】')).toBeNull()
})

const due = { whole: true, dueAt: '2026-11-18T10:00:00Z' }
test.each([
  ['minutes before', '09:48', due, 12],
  ['on the minute', '10:00', due, 0],
  ['long before', '09:20', due, null],
  ['after it', '10:01', due, null],
  ['one part of several', '09:48', { ...due, whole: false }, null],
  ['without a deadline', '09:48', { whole: true, dueAt: null }, null],
] as const)('resolved %s, then reopened', (_what, clock, data, minutes) => {
  const lines = story(
    ['case.dispatched'],
    ['case.resolved', clock, data],
    ['case.replied'],
    ['case.reopened'],
  )
  expect(lastMinute(lines, 4)?.minutes ?? null).toBe(minutes)
  expect(lastMinute(lines, 2)).toBeNull()
})

test.each([
  ['of the own unit', 'u', 'account:b', true],
  ['of another unit', 'v', 'account:b', false],
  ['of nobody’s part, by oneself', null, 'account:a', true],
  ['of nobody’s part, by another', null, 'account:b', false],
])('a closing %s is one’s own: %s', (_what, unitId, actor, own) => {
  const who = { actor, units: ['u'] }
  expect(isOwnWork({ unitId, aboutSeq: 1 }, story(['case.replied']), who)).toBe(own)
})
