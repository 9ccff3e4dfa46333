import { usePreferences } from '../../preferences.tsx'
import { handOverWords } from '../../words/hand-over.ts'

/** The words of hand-over, in the reader's language. */
export const useHandOverWords = () => handOverWords[usePreferences().language]
