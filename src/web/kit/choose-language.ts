import { usePreferences } from '../preferences.tsx'
import type { Language } from '../words/language.ts'
import { useSay } from './status.tsx'

/** Changes the language; where its words cannot be fetched, says so and leaves the page as it is. */
export function useChooseLanguage(): (language: Language) => void {
  const { words, setLanguage } = usePreferences()
  const say = useSay()
  return (language) => {
    setLanguage(language).catch(() => say(words.common.states.offline))
  }
}
