import { heldBack } from '../kernel/small-numbers.ts'
import type { ContactShare, VisitHow, VisitOutcome } from './contract.ts'

/** A contact: somebody was spoken to, by whatever way. */
export const isContact = ({ outcome }: { readonly outcome: VisitOutcome }): boolean => outcome === 'met'

/** In person: spoken to at the door. */
export const isInPerson = (visit: { readonly how: VisitHow; readonly outcome: VisitOutcome }): boolean =>
  isContact(visit) && visit.how === 'door'

interface Counted {
  readonly contacts: number
  readonly inPerson: number
}

/**
 * Counts by part and of all where each part is itself shown by its own parts: one whose whole is held back there is held back
 * here, or the two pages together would tell what each keeps.
 */
export function heldTwice(parts: readonly (readonly number[])[]): ReturnType<typeof heldBack> {
  const sums = parts.map((own) => own.reduce((sum, count) => sum + count, 0))
  const held = parts.flatMap((own, at) => (sums[at]! > 0 && heldBack(own).whole === null ? [at] : []))
  return heldBack(sums, held)
}

/** Contacts and those in person by part, and of all, as they may be shown: few contacts could point at a home (Care 8). */
export function sharesOf(parts: readonly Counted[]): {
  readonly parts: ContactShare[]
  readonly whole: ContactShare
} {
  const held = heldBack(parts.map(({ contacts }) => contacts))
  const shown = (contacts: number | null, inPerson: number): ContactShare => ({
    contacts,
    inPerson: contacts === null ? null : inPerson,
  })
  return {
    parts: parts.map(({ inPerson }, at) => shown(held.parts[at]!, inPerson)),
    whole: shown(
      held.whole,
      parts.reduce((sum, { inPerson }) => sum + inPerson, 0),
    ),
  }
}
