import { begunReportEn } from './en/begun-report.ts'
import type { Language } from './language.ts'
import { type BegunReportWords, begunReportZh } from './zh/begun-report.ts'

// They come with the question alone: most reports meet none that was begun.
export const begunReportWords: Record<Language, BegunReportWords> = { zh: begunReportZh, en: begunReportEn }
