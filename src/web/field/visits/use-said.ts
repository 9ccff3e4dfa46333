import { usePreferences } from '../../preferences.tsx'
import { visitsWords } from '../../words/visits.ts'

/** The words of visits, in the reader's language. */
export const useSaid = () => visitsWords[usePreferences().language]
