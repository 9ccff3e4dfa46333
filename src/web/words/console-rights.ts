import { consoleRightsEn } from './en/console-rights.ts'
import { rightsEn } from './en/rights.ts'
import type { Language } from './language.ts'
import { type ConsoleRightsWords, consoleRightsZh } from './zh/console-rights.ts'
import { type RightsWords, rightsZh } from './zh/rights.ts'

// They come with the page of requests about personal data, and with no other.
export const consoleRightsWords: Record<Language, ConsoleRightsWords & RightsWords> = {
  zh: { ...consoleRightsZh, ...rightsZh },
  en: { ...consoleRightsEn, ...rightsEn },
}
