import { usePreferences } from '../../preferences.tsx'
import { passedOnWords } from '../../words/passed-on.ts'

/** The words of what is passed on and of powers, in the reader's language. */
export const usePassedWords = () => passedOnWords[usePreferences().language]
