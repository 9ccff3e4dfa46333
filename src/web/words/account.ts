import { accountEn } from './en/account.ts'
import type { Language } from './language.ts'
import { type AccountWords, accountZh } from './zh/account.ts'

// Apart from the words of every face: they come when an account itself is looked after.
export const accountWords: Record<Language, AccountWords> = { zh: accountZh, en: accountEn }
