import { usePreferences } from '../../preferences.tsx'
import { consoleRetentionWords } from '../../words/console-retention.ts'

/** The words of retention, in the reader's language. */
export const useSaid = () => consoleRetentionWords[usePreferences().language]
