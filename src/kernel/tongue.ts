/** What an element carries whose words somebody wrote: their language, so that a screen reader says them right. */
export interface Tongue {
  readonly lang?: 'zh-CN' | 'en'
}

/** The language that words are written in, by their letters; nothing where they have none, as a number. */
export function tongueOf(words: string): Tongue {
  if (/\p{Script=Han}/u.test(words)) return { lang: 'zh-CN' }
  return /[a-z]/i.test(words) ? { lang: 'en' } : {}
}
