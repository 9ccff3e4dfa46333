import { expect, test } from 'vitest'
import { en } from '../../words/en.ts'
import { zh } from '../../words/zh.ts'
import { tookWords } from './took.ts'

const working = { measure: 'working', minutesPerDay: 420 } as const
const clock = { measure: 'clock', minutesPerDay: 1440 } as const

test.each([
  [
    { ...working, minutes: 120 },
    '从反映到办结 2 小时（工作时间）',
    '2 hours from report to result (working time)',
  ],
  [
    { ...working, minutes: 900 },
    '从反映到办结 2 个工作日 1 小时（工作时间）',
    '2 working days 1 hour from report to result (working time)',
  ],
  [{ ...clock, minutes: 1440 }, '从反映到办结 1 天', '1 day from report to result'],
])('%j', (took, chinese, english) => {
  expect(tookWords(zh, { took })).toBe(chinese)
  expect(tookWords(en, { took })).toBe(english)
})

test('nothing is said of what is open, or was solved on the spot', () => {
  expect(tookWords(zh, { took: null })).toBeNull()
  expect(tookWords(zh, { took: { ...working, minutes: 0 } })).toBeNull()
})
