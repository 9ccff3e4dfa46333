import { usePreferences } from '../../preferences.tsx'
import { accountWords } from '../../words/account.ts'

/** The words about one's own account, in the reader's language. */
export const useAccountWords = () => accountWords[usePreferences().language]
