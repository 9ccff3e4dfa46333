import { Link } from '@tanstack/react-router'
import type { EstateParties } from '../../../people/offices/office.contract.ts'
import { useRead } from '../../api/use-read.ts'
import { Shown } from '../../kit/shown.tsx'
import { useNameOf } from '../../shared/names.ts'
import { useWords } from '../words.ts'

/** The four parties of an estate: who is there, who leads, and what is missing. */
export function PartiesPanel({ estateId }: { estateId: string }) {
  const words = useWords()
  const { four: said } = words.consoleLinks
  const nameOf = useNameOf()
  const reading = useRead<EstateParties>(`/api/estates/${estateId}/parties`)
  return (
    <Shown reading={reading}>
      {({ estate, parties }) => (
        <section className="panel">
          <h2>{said.title(nameOf(estate))}</h2>
          {estate.estateKind !== null && <p>{said.kinds[estate.estateKind]}</p>}
          <dl>
            {parties.map(({ party, bodies }) => (
              <div key={party}>
                <dt>{said.parties[party]}</dt>
                {bodies.length === 0 && <dd className="bodies__late">{said.missing}</dd>}
                {bodies.map((body) => (
                  <dd key={body.id}>
                    <Link to="/bodies/$id" params={{ id: body.id }}>
                      {said.led(nameOf(body), words.common.list(body.heads))}
                    </Link>
                  </dd>
                ))}
              </div>
            ))}
          </dl>
        </section>
      )}
    </Shown>
  )
}
