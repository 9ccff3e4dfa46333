import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useState,
} from 'react'
import { keep, kept } from './keep.ts'
import { firstLanguage, type Language, loadReading, type Reading } from './words/language.ts'
import type { Words } from './words/zh.ts'

export type Theme = 'light' | 'dark' | 'system'

/** How this reader wants to read: kept in the browser, set on `<html>`, the same on every face. */
export interface Preferences {
  readonly language: Language
  readonly words: Words
  readonly largeType: boolean
  readonly theme: Theme
  /** Rejects where the words of that language cannot be fetched; everything then stays as it is. */
  setLanguage(language: Language): Promise<void>
  setLargeType(on: boolean): void
  setTheme(theme: Theme): void
}

const PreferencesContext = createContext<Preferences | null>(null)

/** The language that this reader chose, or that the browser speaks. */
export function startLanguage(): Language {
  const chosen = kept('linli.language')
  return chosen === 'zh' || chosen === 'en'
    ? chosen
    : firstLanguage(navigator.languages ?? [navigator.language])
}

/** The reader's language with its words: chosen before, else the browser's. */
export const startReading = (): Promise<Reading> => loadReading(startLanguage())

const startLargeType = (): boolean => kept('linli.type') === 'large'

function startTheme(): Theme {
  const chosen = kept('linli.theme')
  return chosen === 'light' || chosen === 'dark' ? chosen : 'system'
}

/** Calls `change` when another window of this browser has kept another look: all windows look the same. */
function useOtherWindows(change: () => void): void {
  useEffect(() => {
    const hear = ({ key }: StorageEvent) => {
      if (key === 'linli.type' || key === 'linli.theme') change()
    }
    window.addEventListener('storage', hear)
    return () => window.removeEventListener('storage', hear)
  }, [change])
}

/** `wordsIn`: where a face has more words than every face shares, all of them by language. */
export function PreferencesProvider({
  start,
  wordsIn,
  children,
}: {
  start: Reading
  wordsIn?: Readonly<Record<Language, Words>> | undefined
  children: ReactNode
}) {
  const [{ language, words: shared }, setReading] = useState(start)
  const words = wordsIn?.[language] ?? shared
  const [largeType, setLargeType] = useState(startLargeType)
  const [theme, setTheme] = useState(startTheme)
  useOtherWindows(
    useCallback(() => {
      setLargeType(startLargeType())
      setTheme(startTheme())
    }, []),
  )

  // Before the first paint, so that a large-type reader never sees small type flash.
  useLayoutEffect(() => {
    const page = document.documentElement
    page.lang = words.common.language
    if (largeType) page.dataset.type = 'large'
    else delete page.dataset.type
    if (theme === 'system') delete page.dataset.theme
    else page.dataset.theme = theme
  }, [words, largeType, theme])

  const preferences = useMemo<Preferences>(
    () => ({
      language,
      words,
      largeType,
      theme,
      async setLanguage(next) {
        const reading = await loadReading(next)
        keep('linli.language', next)
        setReading(reading)
      },
      setLargeType(on) {
        keep('linli.type', on ? 'large' : null)
        setLargeType(on)
      },
      setTheme(next) {
        keep('linli.theme', next === 'system' ? null : next)
        setTheme(next)
      },
    }),
    [language, words, largeType, theme],
  )
  return <PreferencesContext value={preferences}>{children}</PreferencesContext>
}

export function usePreferences(): Preferences {
  const preferences = useContext(PreferencesContext)
  if (preferences === null) throw new Error('PreferencesProvider is missing above this component')
  return preferences
}

/** Whether large type (关怀模式) is on, for a layout that must differ; what size alone can do is the style sheets'. */
export const useLargeType = (): boolean => usePreferences().largeType

/** The words of the reader's language. */
export const useWords = (): Words => usePreferences().words
