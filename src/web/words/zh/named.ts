import type { RefusalFacts } from '../../../kernel/refusal.ts'

/** A fact in brackets where the server gave one, nothing where it did not. */
export const namedZh = (fact: RefusalFacts[string] | undefined): string =>
  fact === undefined || fact === null || fact === '' ? '' : `（${fact}）`
