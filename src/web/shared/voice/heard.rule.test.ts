import { describe, expect, test } from 'vitest'
import { voiceWords } from '../../words/voice.ts'
import { heardIn, type Result } from './heard.rule.ts'

const said = (transcript: string, isFinal: boolean, confidence = 0.9): Result =>
  Object.assign([{ transcript, confidence }], { isFinal })
const sure = (text: string, confidence?: number) => said(text, true, confidence)
const guess = (text: string) => said(text, false)
const desk = { doubtsFinal: false }
const android = { doubtsFinal: true }

describe('what is new of a hearing', () => {
  test.each([
    ['a guess', [guess('灯')], 0, desk, ['', '灯', 0]],
    ['a certain sentence', [sure('灯不亮')], 0, desk, ['灯不亮', '', 1]],
    ['a guess behind it', [sure('灯不亮'), guess('三')], 1, desk, ['', '三', 1]],
    ['two at once', [sure('灯不亮'), sure('三楼')], 0, desk, ['灯不亮三楼', '', 2]],
    ['handed on again', [sure('灯不亮')], 1, android, ['', '', 1]],
    ['again with more', [sure('灯不亮'), sure('三楼')], 1, android, ['三楼', '', 2]],
    ['a guess that is called final', [sure('灯', 0)], 0, android, ['', '灯', 0]],
    ['certain on a desk whatever its confidence', [sure('灯', 0)], 0, desk, ['灯', '', 1]],
    ['another hearing', [sure('门')], 3, android, ['门', '', 1]],
    ['nothing', [], 0, desk, ['', '', 0]],
  ] as const)('%s', (_what, results, taken, browser, [certain, guessed, next]) => {
    expect(heardIn(results, taken, browser)).toEqual({ certain, guessed, taken: next })
  })
})

test.each([
  ['zh', '', '灯不亮', '灯不亮'],
  ['zh', '灯不亮', '三楼', '灯不亮，三楼'],
  ['zh', '灯不亮。', '三楼', '灯不亮。三楼'],
  ['zh', '灯不亮\n', '三楼', '灯不亮\n三楼'],
  ['zh', '灯不亮 ', ' 三楼 ', '灯不亮 三楼'],
  ['zh', '灯不亮', '，三楼', '灯不亮，三楼'],
  ['en', '', ' The lamp', 'The lamp'],
  ['en', 'The lamp', 'is out', 'The lamp is out'],
  ['en', 'The lamp ', ' is out', 'The lamp is out'],
  ['zh', '灯不亮', ' ', '灯不亮'],
] as const)('in %s, “%s” and then “%s” is “%s”', (language, stands, heard, whole) => {
  expect(voiceWords[language].add(stands, heard)).toBe(whole)
})
