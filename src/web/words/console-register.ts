import { consoleRegisterEn } from './en/console-register.ts'
import type { Language } from './language.ts'
import { type ConsoleRegisterWords, consoleRegisterZh } from './zh/console-register.ts'

// They come with the register's pages at a desk; what a phone says too stands in register.ts.
export const consoleRegisterWords: Record<Language, ConsoleRegisterWords> = {
  zh: consoleRegisterZh,
  en: consoleRegisterEn,
}
