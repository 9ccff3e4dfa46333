import { usePreferences } from '../preferences.tsx'
import { type ConsoleWords, consoleWords } from '../words/console.ts'
import type { Language } from '../words/language.ts'

/** The reader's language and the console's words in it. */
export function useReading(): { readonly language: Language; readonly words: ConsoleWords } {
  const { language } = usePreferences()
  return { language, words: consoleWords[language] }
}

export const useWords = (): ConsoleWords => useReading().words
