import { Link } from '@tanstack/react-router'
import type { MediationView } from '../../../cases/mediation/page.contract.ts'
import { mayDo, useSignedIn } from '../session/me.ts'
import { useWords } from '../words.ts'

/** The last digits of an id, by which two who may not say a name know that they mean the same. */
export const numberOf = (id: string): string => id.slice(-6).toUpperCase()

/** What goes with a party that is forgotten, and what stays: said before anything is pressed. */
export function WhatGoes() {
  const { erase: said } = useWords().consoleMediation
  const list = (title: string, items: readonly string[]) => (
    <>
      <p>
        <strong>{title}</strong>
      </p>
      <ul className="mediation__goes">
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </>
  )
  return (
    <>
      {list(said.takes, said.taken)}
      {list(said.stays, said.stayed)}
      <p>
        <strong>{said.noReturn}</strong>
      </p>
    </>
  )
}

/** A party asks to be forgotten: the committee makes sure that it does; whoever may erase needs no name for it. */
export function ErasePart({ found, partyId }: { found: MediationView; partyId: string }) {
  const { erase: said } = useWords().consoleMediation
  const mayHere = mayDo(useSignedIn(), 'case.erase')
  const to = { to: '/mediations/$id/erase/$party', params: { id: found.id, party: partyId } } as const
  return (
    <details className="no-print">
      <summary className="summary">{said.asked}</summary>
      <WhatGoes />
      <p>{mayHere ? said.mayHere : said.toOffice}</p>
      {mayHere ? (
        <p>
          <Link {...to}>{said.toPage}</Link>
        </p>
      ) : (
        <p className="mediation__address">
          {`${window.location.origin}/console/mediations/${found.id}/erase/${partyId}`}
        </p>
      )}
      <p>
        <small>{said.number(numberOf(partyId))}</small>
      </p>
    </details>
  )
}
