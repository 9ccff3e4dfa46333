import { paperEn } from './en/paper.ts'
import type { Language } from './language.ts'
import { paperZh } from './zh/paper.ts'

// Apart from the words of every face: few readers open the paper form.
export const paperWords: Record<Language, typeof paperZh> = { zh: paperZh, en: paperEn }
