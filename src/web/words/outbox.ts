import { outboxEn } from './en/outbox.ts'
import { outboxZh } from './zh/outbox.ts'

/** What waits for signal, in both languages: apart from the rest, since only the field face asks for them. */
export const outboxWords = { zh: outboxZh, en: outboxEn }
