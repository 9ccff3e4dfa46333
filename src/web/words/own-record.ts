import type { Language } from './language.ts'
import type { OwnRecordPageWords } from './zh/own-record-page.ts'

// Apart from the words of every face, and one language at a time: there is much to say on this page.
const words: Readonly<Record<Language, () => Promise<OwnRecordPageWords>>> = {
  zh: async () => (await import('./zh/own-record-page.ts')).ownRecordPageZh,
  en: async () => (await import('./en/own-record-page.ts')).ownRecordPageEn,
}

/** Fetches the words of the page of one's own record. Rejects where they cannot be fetched. */
export const loadOwnRecordWords = (language: Language): Promise<OwnRecordPageWords> => words[language]()
