import type { RefusalCode } from './refusal-codes.ts'
import { refusalStatus } from './refusal-codes.ts'

/** Facts that a refusal's wording may name: the field, a limit, a moment. Never personal data. */
export type RefusalFacts = Readonly<Record<string, string | number | boolean | null>>

/**
 * A "no" that the program means: a typed code that each language words for its reader.
 * Whatever else is thrown is a bug and becomes a 500.
 */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly facts: RefusalFacts
  constructor(code: RefusalCode, facts: RefusalFacts = {}) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.facts = facts
  }
  /** The HTTP status that carries this refusal. */
  get status(): number {
    return refusalStatus[this.code]
  }
}
