import { handOverEn } from './en/hand-over.ts'
import type { Language } from './language.ts'
import { type HandOverWords, handOverZh } from './zh/hand-over.ts'

/** Apart from the words of every face: they come with the page. */
export const handOverWords: Record<Language, HandOverWords> = { zh: handOverZh, en: handOverEn }
