import type { Matter } from '../matters/contract.ts'

/** The field of the evidence that a matter asks for and that is not there; null when all is there. */
export function missingEvidence(
  asked: Matter['evidence'],
  given: {
    readonly note?: string | undefined
    readonly photos: number
    /** Parties who quarrelled have agreed, and their agreement is in force: it stands for the photograph. */
    readonly agreement?: boolean
  },
): 'photo' | 'note' | null {
  if (asked.photo && given.photos === 0 && given.agreement !== true) return 'photo'
  return asked.note && !given.note ? 'note' : null
}
