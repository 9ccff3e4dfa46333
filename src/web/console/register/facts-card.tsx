import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { PersonCard } from '../../../people/register/read.contract.ts'
import { useSaid } from '../../shared/register/use-said.ts'
import { sayDate } from '../../words/time.ts'
import { useWords } from '../words.ts'
import { EditPerson } from './edit-person.tsx'
import { SeeIdentity } from './see-identity.tsx'

/** What is written of a person; the identity number masked, in full by a purpose alone. */
export function FactsCard({ card }: { card: PersonCard }) {
  const said = useSaid()
  const { desk } = said
  const words = useWords()
  const [number, setNumber] = useState<string | null>(null)
  const [asking, setAsking] = useState(false)
  const [editing, setEditing] = useState(false)
  const { sex, birthDay, age, phone, registerKind, identityEnd } = card
  const born = birthDay && sayDate(words, birthDay)
  return (
    <section className="panel" aria-label={desk.facts}>
      <h2>{desk.facts}</h2>
      <dl className="register__facts">
        <dt>{said.person.sex}</dt>
        <dd>{sex ? said.sexes[sex] : desk.unknown}</dd>
        <dt>{desk.birthDay}</dt>
        <dd>{born === null ? desk.unknown : words.common.facts(born, age !== null && said.age(age))}</dd>
        <dt>{desk.phone}</dt>
        <dd>{phone === null ? desk.unknown : <a href={`tel:${phone}`}>{phone.replace(/^\+86/, '')}</a>}</dd>
        <dt>{desk.register}</dt>
        <dd>{said.kinds[registerKind]}</dd>
        <dt>{desk.identity}</dt>
        <dd className="register__number">
          {number ?? (identityEnd === null ? desk.noIdentity : desk.identityMasked(identityEnd))}
          {number !== null && <small>{desk.seen}</small>}
        </dd>
        <Family card={card} />
      </dl>
      <div className="register__ways">
        {card.can.seeIdentity && identityEnd !== null && number === null && (
          <button type="button" className="text-button" onClick={() => setAsking(true)}>
            {desk.see}
          </button>
        )}
        {card.can.update && (
          <button
            type="button"
            className="text-button"
            aria-expanded={editing}
            onClick={() => setEditing(!editing)}
          >
            {desk.edit}
          </button>
        )}
      </div>
      {editing && <EditPerson card={card} onDone={() => setEditing(false)} />}
      {asking && (
        <SeeIdentity
          personId={card.id}
          onSeen={(seen) => {
            setNumber(seen)
            setAsking(false)
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  )
}

/** Whom a child has as guardian, and for which children somebody acts. */
function Family({ card: { guardian, children } }: { card: PersonCard }) {
  const said = useSaid()
  const { desk } = said
  return (
    <>
      {guardian && (
        <>
          <dt>{desk.guardian}</dt>
          <dd>
            <Link to={`/register/people/${guardian.personId}`}>{guardian.name}</Link>
          </dd>
        </>
      )}
      {children.length > 0 && (
        <>
          <dt>{desk.childrenOf}</dt>
          <dd>
            {children.map((child) => (
              <div key={child.personId}>
                <Link to={`/register/people/${child.personId}`}>{child.name}</Link>{' '}
                {child.age !== null && <small>{said.age(child.age)}</small>}
              </div>
            ))}
          </dd>
        </>
      )}
    </>
  )
}
