import { usePreferences } from '../../preferences.tsx'
import { consoleRoundsWords } from '../../words/console-rounds.ts'

/** The words of rounds and of days in the grid, in the reader's language. */
export const useSaid = () => consoleRoundsWords[usePreferences().language]
