import { passedOnEn } from './en/passed-on.ts'
import type { Language } from './language.ts'
import { type PassedOnWords, passedOnZh } from './zh/passed-on.ts'

/** Apart from the words of every face: they come with the page. */
export const passedOnWords: Record<Language, PassedOnWords> = { zh: passedOnZh, en: passedOnEn }
