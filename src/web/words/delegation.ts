import { delegationEn } from './en/delegation.ts'
import type { Language } from './language.ts'
import { type DelegationWords, delegationZh } from './zh/delegation.ts'

/** Apart from the words of every face: only staff who arrange their absence load them. */
export const delegationWords: Record<Language, DelegationWords> = { zh: delegationZh, en: delegationEn }
