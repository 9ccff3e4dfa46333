import { expect, test } from 'vitest'
import { type RefusalCode, refusalStatus } from '../../kernel/refusal-codes.ts'
import { consoleWords } from './console.ts'
import { en } from './en.ts'
import { firstLanguage } from './language.ts'
import { momentFacts } from './time.ts'
import { zh } from './zh.ts'

const codes = Object.keys(refusalStatus) as RefusalCode[]

test.each(codes)(
  '%s is worded in both languages, ends its sentence, and shows no gap where a fact is missing',
  (code) => {
    for (const words of [consoleWords.zh, consoleWords.en]) {
      const said = words.refusals.byCode[code]({})
      expect(said).toMatch(/[。.]$/)
      expect(said).not.toMatch(/undefined|null|\(\)|（）/)
    }
    expect(consoleWords.en.refusals.byCode[code]({})).not.toMatch(/\p{Script=Han}/u)
  },
)

test('a fact is named where the server gave it', () => {
  expect(consoleWords.zh.refusals.byCode.import_header_missing({ column: '诉求内容' })).toContain('诉求内容')
  expect(en.refusals.byCode.file_too_large({ maxMegabytes: 10 })).toContain('10 MB')
})

/** Every fixed text of a tree of words, with its path. */
function texts(words: object, path = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]): [string, string][] => {
    if (typeof value === 'string') return [[`${path}${key}`, value]]
    return typeof value === 'object' && value !== null ? texts(value, `${path}${key}.`) : []
  })
}

test('no text is empty, and English holds no Chinese but the name of the other language', () => {
  expect(texts(consoleWords.zh).filter(([, text]) => text.trim() === '')).toEqual([])
  const chinese = texts(consoleWords.en).filter(([, text]) => /\p{Script=Han}/u.test(text))
  expect(chinese.map(([path]) => path)).toEqual(['common.switches.otherLanguage'])
})

test.each([
  [['en-GB', 'zh'], 'en'],
  [['fr-FR', 'zh-TW', 'en'], 'zh'],
  [['de', 'fr'], 'zh'],
  [[], 'zh'],
] as const)('a first visit with %j reads %s', (preferred, language) => {
  expect(firstLanguage(preferred)).toBe(language)
})

test('a grid worker on duty and off, in both languages', () => {
  const now = Date.parse('2026-11-20T10:00:00+08:00')
  const closes = momentFacts('2026-11-20T17:30:00+08:00', now)
  const opened = momentFacts('2026-11-20T09:00:00+08:00', now)
  expect(zh.portal.worker.onDuty(opened, closes)).toBe('今天在岗 · 09:00 到 17:30')
  expect(en.portal.worker.onDuty(opened, closes)).toBe('On duty today · 09:00 to 17:30')
  const opens = momentFacts('2026-11-21T09:00:00+08:00', now)
  expect(zh.portal.worker.offDuty(opens)).toBe('现在不在岗，明天 09:00 上班')
  expect(en.portal.worker.offDuty(opens)).toBe('Off duty now, back tomorrow, 09:00')
})
