import type { RefusalFacts } from '../../../kernel/refusal.ts'

export const namedEn = (fact: RefusalFacts[string] | undefined): string =>
  fact === undefined || fact === null || fact === '' ? '' : ` (${fact})`
