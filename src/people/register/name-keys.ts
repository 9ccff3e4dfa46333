import { plainName } from './plain-name.rule.ts'

export { plainName }

/** What a name is found by: itself, its pinyin in full, and the initials of its syllables. */
export interface NameKeys {
  readonly name: string
  readonly pinyin: string
  readonly initials: string
}

/** Letters as people type pinyin: ü is v. */
export const plainLetters = (text: string): string => plainName(text).replaceAll('ü', 'v')

/** The keys of a name. A surname is read as a surname: 单 is shan, 曾 zeng. The dictionary is loaded at first use. */
export async function nameKeys(name: string): Promise<NameKeys> {
  const { pinyin } = await import('pinyin-pro')
  const plain = plainName(name)
  const syllables = pinyin(plain, { surname: 'head', toneType: 'none', type: 'array', v: true }).map(
    (syllable) => syllable.replace(/[^a-z0-9]/g, ''),
  )
  return {
    name: plain,
    pinyin: syllables.join(''),
    initials: syllables.map((one) => one.slice(0, 1)).join(''),
  }
}
