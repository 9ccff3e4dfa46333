import fc from 'fast-check'
import { expect, test } from 'vitest'
import { en } from '../words/en.ts'
import { zh } from '../words/zh.ts'
import { accountPhrases, lightWords, piecesOf } from './clock-account.ts'
import { accounts } from './gallery/accounts.ts'

const line = (state: keyof typeof accounts, words = zh) =>
  accountPhrases(words, accounts[state]!)
    .map((phrase) => phrase.words)
    .join(' · ')

test.each([
  ['fresh', '剩 2 个工作日', '剩 2 个工作日'],
  ['underWay', '等签收 2 小时 · 办理 5 小时 · 剩 9 小时', '剩 9 小时'],
  ['dueSoon', '等签收 30 分钟 · 办理 14 小时 50 分钟 · 剩 40 分钟', '剩 40 分钟'],
  ['over', '等签收 2 小时 · 办理 14 小时 · 挂起 6 小时（不计时） · 超 1 个工作日', '超 1 个工作日'],
  [
    'paused',
    '等签收 1 小时 · 办理 3 小时 · 挂起 1 个工作日（不计时） · 剩 2 个工作日 · 已批准延期 4 小时 · 节假日尚未公布，期限暂定',
    '不计时',
  ],
  ['finished', '等签收 30 分钟 · 办理 5 小时', '共用 5 小时'],
  ['response', '等响应 12 分钟 · 剩 18 分钟', '剩 18 分钟'],
])('%s in words', (state, account, light) => {
  expect(line(state)).toBe(account)
  expect(lightWords(zh, accounts[state]!)).toBe(light)
})

test('a clock that ran out when the office closed is overdue, not 0 minutes left', () => {
  const due = { ...accounts.fresh!, light: 'red' as const, usedMinutes: 960, segments: [] }
  expect(lightWords(zh, due)).toBe('超时')
})

test('a clock stopped outside office hours took no time, and did start', () => {
  const stopped = { ...accounts.finished!, usedMinutes: 0, segments: [] }
  expect(accountPhrases(zh, stopped)).toEqual([{ kind: 'note', words: '没占工作时间' }])
  expect(lightWords(zh, stopped)).toBe('没占工作时间')
})

test('what was done on the spot says so, and counts no minutes', () => {
  const { finished } = accounts
  const onTheSpot = { ...finished!, stoppedAt: finished!.startedAt, usedMinutes: 0, segments: [] }
  expect(lightWords(zh, onTheSpot)).toBe('当场办好')
  expect(lightWords(en, onTheSpot)).toBe('Done on the spot')
})

test('in English', () => {
  expect(line('over', en)).toBe(
    'waited 2 hours for signature · handled for 14 hours · paused 6 hours (not counted) · 1 working day over',
  )
})

test('nights take no room: a stretch is as wide as the minutes it counts, a pause as the paused minutes', () => {
  const [waiting, , paused, , over] = piecesOf(accounts.over!)
  expect([waiting?.kind, paused?.kind, over?.kind]).toEqual(['waiting', 'paused', 'over'])
  expect(paused!.share / waiting!.share).toBeCloseTo(360 / 120)
  expect(over!.share / waiting!.share).toBeCloseTo(480 / 120)
})

test('the pieces of any account fill the bar exactly, or there are none', () => {
  const segment = fc.record({
    kind: fc.constantFrom('waiting', 'handling', 'paused', 'over', 'left' as const),
    fromAt: fc.constant('2026-11-23T08:00:00+08:00'),
    toAt: fc.constantFrom(
      '2026-11-23T08:00:00+08:00',
      '2026-11-23T09:00:00+08:00',
      '2026-11-25T09:00:00+08:00',
    ),
    minutes: fc.nat({ max: 5000 }),
  })
  fc.assert(
    fc.property(fc.array(segment, { maxLength: 8 }), fc.nat({ max: 5000 }), (segments, pausedMinutes) => {
      const pieces = piecesOf({ ...accounts.fresh!, pausedMinutes, segments })
      const whole = pieces.reduce((sum, { share }) => sum + share, 0)
      expect(pieces.every(({ share }) => share > 0)).toBe(true)
      if (pieces.length > 0) expect(whole).toBeCloseTo(1)
    }),
  )
})

test('an account without any minute says that the clock has not started', () => {
  const empty = { ...accounts.fresh!, segments: [] }
  expect(accountPhrases(zh, empty)).toEqual([{ kind: 'note', words: '还没有开始计时' }])
})
