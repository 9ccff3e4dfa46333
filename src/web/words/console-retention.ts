import { consoleRetentionEn } from './en/console-retention.ts'
import type { Language } from './language.ts'
import { type ConsoleRetentionWords, consoleRetentionZh } from './zh/console-retention.ts'

// They come with the page of retention, and with no other.
export const consoleRetentionWords: Record<Language, ConsoleRetentionWords> = {
  zh: consoleRetentionZh,
  en: consoleRetentionEn,
}
