import { ownMessagesEn } from './en/own-messages.ts'
import type { Language } from './language.ts'
import { type OwnMessagesWords, ownMessagesZh } from './zh/own-messages.ts'

// Apart from the words of every face: they come when one looks at how one is told.
export const ownMessageWords: Record<Language, OwnMessagesWords> = { zh: ownMessagesZh, en: ownMessagesEn }
