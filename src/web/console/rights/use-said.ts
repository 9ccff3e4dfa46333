import { usePreferences } from '../../preferences.tsx'
import { consoleRightsWords } from '../../words/console-rights.ts'

/** The words of requests about personal data, in the reader's language. */
export const useSaid = () => consoleRightsWords[usePreferences().language]
