import { visitsEn } from './en/visits.ts'
import type { Language } from './language.ts'
import { type VisitsWords, visitsZh } from './zh/visits.ts'

// They come with the pages of visits, and with no other.
export const visitsWords: Record<Language, VisitsWords> = { zh: visitsZh, en: visitsEn }
