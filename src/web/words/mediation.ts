import { mediationEn } from './en/mediation.ts'
import type { Language } from './language.ts'
import { mediationZh } from './zh/mediation.ts'

// They come with the pages of parties alone.
export const mediationWords: Record<Language, typeof mediationZh> = { zh: mediationZh, en: mediationEn }
