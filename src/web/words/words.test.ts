import { expect, test } from 'vitest'
import { type RefusalCode, refusalStatus } from '../../kernel/refusal-codes.ts'
import { consoleWords } from './console.ts'
import { en } from './en.ts'
import { firstLanguage } from './language.ts'
import { zh } from './zh.ts'

const codes = Object.keys(refusalStatus) as RefusalCode[]

test.each(codes)(
  '%s is worded in both languages, ends its sentence, and shows no gap where a fact is missing',
  (code) => {
    for (const words of [zh, en]) {
      const said = words.refusals.byCode[code]({})
      expect(said).toMatch(/[。.]$/)
      expect(said).not.toMatch(/undefined|null|\(\)|（）/)
    }
    expect(en.refusals.byCode[code]({})).not.toMatch(/\p{Script=Han}/u)
  },
)

test('a fact is named where the server gave it', () => {
  expect(zh.refusals.byCode.import_header_missing({ column: '诉求内容' })).toContain('诉求内容')
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
