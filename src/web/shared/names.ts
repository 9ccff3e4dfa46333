import { usePreferences } from '../preferences.tsx'
import type { Language } from '../words/language.ts'

type Name =
  | { readonly zh: string; readonly en: string }
  | { readonly nameZh: string; readonly nameEn: string }

/** A name in the reader's language; many places and units have a Chinese name only. */
export function nameIn(language: Language, name: Name): string {
  const { zh, en } = 'zh' in name ? name : { zh: name.nameZh, en: name.nameEn }
  return language === 'en' && en !== '' ? en : zh
}

/** `name(unit)` in the reader's language. */
export function useNameOf(): (name: Name) => string {
  const { language } = usePreferences()
  return (name) => nameIn(language, name)
}

/** A place as one reads it, widest first: 桐荫社区 桐荫里 5 栋. */
export function placeIn(language: Language, place: { readonly names: readonly Name[] }): string {
  const names = place.names.map((name) => nameIn(language, name))
  return language === 'en' ? names.reverse().join(', ') : names.join(' ')
}
