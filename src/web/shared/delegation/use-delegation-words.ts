import { usePreferences } from '../../preferences.tsx'
import { delegationWords } from '../../words/delegation.ts'

/** The words about standing in, in the reader's language. */
export const useDelegationWords = () => delegationWords[usePreferences().language]
