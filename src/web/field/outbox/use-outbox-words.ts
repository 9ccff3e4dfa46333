import { usePreferences } from '../../preferences.tsx'
import { outboxWords } from '../../words/outbox.ts'

/** The words about what waits for signal, in the reader's language. */
export const useOutboxWords = () => outboxWords[usePreferences().language]
