import { consoleRoundsEn } from './en/console-rounds.ts'
import type { Language } from './language.ts'
import { type ConsoleRoundsWords, consoleRoundsZh } from './zh/console-rounds.ts'

/** They come with the pages of rounds and days in the grid, and with no other. */
export const consoleRoundsWords: Record<Language, ConsoleRoundsWords> = {
  zh: consoleRoundsZh,
  en: consoleRoundsEn,
}
