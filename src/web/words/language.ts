import type { Words } from './zh.ts'

export type Language = 'zh' | 'en'

/** A language with its words. */
export interface Reading {
  readonly language: Language
  readonly words: Words
}

// A phone fetches the words of the language that it reads, and no other.
const words: Readonly<Record<Language, () => Promise<Words>>> = {
  zh: async () => (await import('./zh.ts')).zh,
  en: async () => (await import('./en.ts')).en,
}

/** Fetches the words of a language. Rejects where they cannot be fetched. */
export async function loadReading(language: Language): Promise<Reading> {
  return { language, words: await words[language]() }
}

/**
 * The language of a first visit: the first of the browser's languages (its Accept-Language) that Linli speaks,
 * and Chinese where it speaks none of them.
 */
export function firstLanguage(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const primary = tag.toLowerCase().split('-')[0]
    if (primary === 'zh' || primary === 'en') return primary
  }
  return 'zh'
}
