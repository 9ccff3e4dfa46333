/** The languages that Linli speaks. */
export type Language = 'zh' | 'en'

/** What a place, a unit or a matter is called, as rows and contracts carry it. */
export type Name =
  | { readonly zh: string; readonly en: string }
  | { readonly nameZh: string; readonly nameEn: string }

/** A name in the reader's language; many places and units have a Chinese name only. */
export function nameIn(language: Language, name: Name): string {
  const { zh, en } = 'zh' in name ? name : { zh: name.nameZh, en: name.nameEn }
  return language === 'en' && en !== '' ? en : zh
}

/** A place as one reads it: widest first in Chinese (桐荫社区 桐荫里 5 栋), last in English. */
export function placeIn(language: Language, { names }: { readonly names: readonly Name[] }): string {
  const said = names.map((name) => nameIn(language, name))
  return language === 'en' ? said.reverse().join(', ') : said.join(' ')
}
