import { expect, test } from 'vitest'
import type { StoryLine } from '../../../cases/story.contract.ts'
import { en } from '../../words/en.ts'
import { ownStoryWords } from '../../words/own-story.ts'
import { zh } from '../../words/zh.ts'
import { ownStory } from './own-story.ts'

const nowMs = Date.parse('2026-11-23T10:00:00+08:00')
const firm = { id: 'u1', zh: '桐荫物业', en: 'Tongyin Property' }
const line = (seq: number, kind: string, change: Partial<StoryLine> = {}): StoryLine => ({
  seq,
  kind,
  at: '2026-11-23T09:00:00+08:00',
  enteredAt: null,
  by: 'office',
  unit: null,
  texts: [],
  facts: {},
  ...change,
})
const found = (
  timeline: readonly StoryLine[],
  stage: 'accepted' | 'dispatched' | 'closed' = 'dispatched',
) => ({
  timeline: [...timeline],
  stage,
  unit: firm,
  dueAt: '2026-11-24T17:30:00+08:00',
  responseDueAt: '2026-11-23T12:00:00+08:00',
})

test.each([
  [line(1, 'case.accepted', { by: 'reporter' }), '您反映了这件事', 'You reported this'],
  [line(1, 'case.accepted'), '工作人员替您登记了这件事', 'Staff entered this for you'],
  [line(2, 'case.signed', { unit: firm }), '桐荫物业已签收', 'Tongyin Property signed for it'],
  [line(3, 'case.arrived'), '网格员已到现场', 'The grid worker is on the spot'],
  [line(3, 'case.arrived', { unit: firm }), '桐荫物业已到现场', 'Tongyin Property is on the spot'],
  [
    line(3, 'case.handled', { facts: { arrived: true } }),
    '网格员到了现场',
    'The grid worker came to the spot',
  ],
  [
    line(4, 'case.request_decided', { unit: firm, facts: { kind: 'extension', granted: false } }),
    '桐荫物业申请延期，没有批准',
    'Tongyin Property asked for more time; not approved',
  ],
  [
    line(5, 'case.resolved', { unit: firm, facts: { whole: false } }),
    '桐荫物业办好了自己那部分',
    'Tongyin Property finished its part',
  ],
  [line(6, 'case.of_a_newer_server'), '有了新进展', 'There is news'],
])('an act is told in plain words, case %#', (act, chinese, english) => {
  expect(ownStory(zh, 'zh', found([act]), nowMs)[0]!.what).toBe(chinese)
  expect(ownStory(en, 'en', found([act]), nowMs)[0]!.what).toBe(english)
})

test('at the end stands what must happen next, with its date as long as that is to come', () => {
  const last = (at: number) => ownStory(zh, 'zh', found([]), at).at(-1)!
  expect(last(nowMs)).toEqual({ id: 'next', what: '接下来：等桐荫物业签收办理，明天 17:30 前', at: null })
  expect(last(Date.parse('2026-11-25T09:00:00+08:00')).what).toBe('接下来：等桐荫物业签收办理')
  expect(ownStory(zh, 'zh', found([], 'closed'), nowMs)).toEqual([])
})

test('a reason is named as such, other texts stand as they were written, the first words are not repeated', () => {
  const texts = [{ kind: 'reason', body: '属于业主自家装修' }]
  const first = line(1, 'case.accepted', { texts: [{ kind: 'words', body: '楼上装修' }] })
  const acts = ownStory(zh, 'zh', found([first, line(2, 'case.declined', { texts })]), nowMs)
  expect(acts.map(({ note }) => note)).toEqual([undefined, '理由：属于业主自家装修', undefined])
})

test('every act that a reporter is told of is worded in both languages', () => {
  expect(Object.keys(ownStoryWords.en.acts)).toEqual(Object.keys(ownStoryWords.zh.acts))
})
