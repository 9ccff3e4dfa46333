import { en } from './en.ts'
import { type Words, zh } from './zh.ts'

export type Language = 'zh' | 'en'

export const languages: Record<Language, Words> = { zh, en }

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
