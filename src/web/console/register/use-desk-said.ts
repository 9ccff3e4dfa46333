import { usePreferences } from '../../preferences.tsx'
import { consoleRegisterWords } from '../../words/console-register.ts'

/** What only a desk says of homes and people, in the reader's language. */
export const useDeskSaid = () => consoleRegisterWords[usePreferences().language]
