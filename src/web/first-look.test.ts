import { afterEach, expect, test, vi } from 'vitest'
import { firstLook } from './first-look.ts'
import { firstLanguage } from './words/language.ts'

const wordsAt = { zh: '/assets/zh.js', en: '/assets/en.js' }

/** Runs it in a page whose browser speaks `languages` and keeps `kept`; answers with what it did to the page. */
function lookIn(
  languages: readonly string[] | undefined,
  kept: Readonly<Record<string, string>> | 'refused',
) {
  const page = { lang: 'zh-CN', dataset: {} as Record<string, string> }
  const added: { rel?: string; href?: string }[] = []
  vi.stubGlobal('document', {
    documentElement: page,
    head: { append: (link: object) => added.push(link) },
    createElement: () => ({}),
  })
  vi.stubGlobal('navigator', { languages, language: 'zh' })
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => {
      if (kept === 'refused') throw new Error('this window keeps nothing')
      return kept[key] ?? null
    },
  })
  firstLook(wordsAt)
  return { ...page, words: added[0]?.href }
}
afterEach(() => vi.unstubAllGlobals())

test.each([
  [['zh-CN', 'en']],
  [['en-GB', 'zh']],
  [['fr', 'en-US']],
  [['fr', 'zh']],
  [['fr']],
  [['eng', 'zh']],
])('a browser that speaks %j begins in the language that the pages will choose', (languages) => {
  const language = firstLanguage(languages)
  expect(lookIn(languages, {})).toEqual({
    lang: language === 'en' ? 'en' : 'zh-CN',
    dataset: {},
    words: wordsAt[language],
  })
})

test('what the reader chose before comes first', () => {
  const kept = { 'linli.language': 'en', 'linli.type': 'large', 'linli.theme': 'dark' }
  expect(lookIn(['zh-CN'], kept)).toEqual({
    lang: 'en',
    dataset: { type: 'large', theme: 'dark' },
    words: wordsAt.en,
  })
  expect(lookIn(['en'], { 'linli.language': 'zh', 'linli.theme': 'system' })).toMatchObject({
    lang: 'zh-CN',
    dataset: {},
  })
})

test('a window that keeps nothing and a browser that names no list are read all the same', () => {
  expect(lookIn(undefined, 'refused')).toEqual({ lang: 'zh-CN', dataset: {}, words: wordsAt.zh })
})
