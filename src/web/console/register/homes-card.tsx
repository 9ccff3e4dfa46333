import { Link } from '@tanstack/react-router'
import type { PersonCard } from '../../../people/register/read.contract.ts'
import { useAddressOf, useSaid } from '../../shared/register/use-said.ts'
import { sayDate } from '../../words/time.ts'
import { useWords } from '../words.ts'

/** Where somebody lives, owns and lived, as far as the reader looks after it. */
export function HomesCard({ card: { homes } }: { card: PersonCard }) {
  const said = useSaid()
  const { desk } = said
  const words = useWords()
  const addressOf = useAddressOf()
  return (
    <section className="panel" aria-label={desk.livesAt}>
      <h2>{desk.livesAt}</h2>
      {homes.length === 0 && <p>{said.noHome}</p>}
      <ul className="register__rows">
        {homes.map(({ occupancyId, place, role, lives, relation, fromDay, toDay }) => (
          <li key={occupancyId}>
            {place ? (
              <Link to={`/register/homes/${place.homeId}`}>{addressOf(place, true)}</Link>
            ) : (
              desk.elsewhere
            )}
            <small>
              {words.common.facts(
                said.roles[role],
                relation && said.relations[relation],
                said.since(sayDate(words, fromDay)),
                toDay && said.until(sayDate(words, toDay)),
                toDay === null && !lives && said.notLiving,
              )}
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}
