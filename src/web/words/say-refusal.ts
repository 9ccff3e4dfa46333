import type { RefusalFacts } from '../../kernel/refusal.ts'
import type { RefusalCode } from '../../kernel/refusal-codes.ts'
import type { deskRefusalsZh } from './zh/desk-refusals.ts'
import type { Words } from './zh.ts'

/** Codes of a "no" that a phone can meet too: their words are part of every face. */
export type PhoneRefusal = Exclude<RefusalCode, keyof typeof deskRefusalsZh>

type Said = (facts: RefusalFacts) => string

/** A "no" in these words. A newer server may say one that they do not know, and so may a desk's work on a phone. */
export function sayRefusal(
  { byCode, unknown }: Words['refusals'],
  code: string,
  facts: RefusalFacts,
): string {
  const known: Readonly<Record<string, Said>> = byCode
  return Object.keys(known).includes(code) ? known[code]!(facts) : unknown
}
