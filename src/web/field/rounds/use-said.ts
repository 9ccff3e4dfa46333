import { usePreferences } from '../../preferences.tsx'
import { roundsWords } from '../../words/rounds.ts'

/** The words of rounds and of the day in the grid, in the reader's language. */
export const useSaid = () => roundsWords[usePreferences().language]
