import { registerEn } from './en/register.ts'
import type { Language } from './language.ts'
import { type RegisterWords, registerZh } from './zh/register.ts'

// They come with the pages of the register, at the door and at the desk, and with no other.
export const registerWords: Record<Language, RegisterWords> = { zh: registerZh, en: registerEn }
