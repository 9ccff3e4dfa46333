import { askingEn } from './en/asking.ts'
import type { Language } from './language.ts'
import { askingZh } from './zh/asking.ts'

/** Apart from the words of a face: a phone loads them with the form that says them. */
export const askingWords: Record<Language, typeof askingZh> = { zh: askingZh, en: askingEn }
