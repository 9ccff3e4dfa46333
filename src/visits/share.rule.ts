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
