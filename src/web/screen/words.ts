import { usePreferences } from '../preferences.tsx'
import { type ConsoleWords, consoleWords } from '../words/console.ts'
import type { Language } from '../words/language.ts'

/** The reader's language and the wall's words in it: those of the console's overview, which shows the same. */
export function useReading(): { readonly language: Language; readonly words: ConsoleWords } {
  const { language } = usePreferences()
  return { language, words: consoleWords[language] }
}
