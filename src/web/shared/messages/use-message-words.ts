import { usePreferences } from '../../preferences.tsx'
import { ownMessageWords } from '../../words/own-messages.ts'

/** The words about being told outside the app, in the reader's language. */
export const useMessageWords = () => ownMessageWords[usePreferences().language]
