import '../rows.css'
import { Link } from '@tanstack/react-router'
import type { FoundInRegister } from '../../../people/register/read.contract.ts'
import { useRead, withQuery } from '../../api/use-read.ts'
import { Card } from '../../kit/card.tsx'
import { Shown } from '../../kit/shown.tsx'
import { Empty } from '../../kit/states.tsx'
import { useWords } from '../../preferences.tsx'
import { useAddressOf, usePersonFacts, useSaid } from './use-said.ts'

type FoundPerson = FoundInRegister['people'][number]

interface FoundProps {
  readonly text: string
  /** Where a person's and a home's page are on this face. */
  personAt(person: FoundPerson): string | null
  homeAt(homeId: string): string
}

/** Searches the register within the asker's areas; `homeOf` says where a person lives, or that no home is known. */
export function useFound(text: string) {
  const said = useSaid()
  const addressOf = useAddressOf()
  const reading = useRead<FoundInRegister>(withQuery('/api/register/find', { text }), { keepLast: true })
  const homeOf = ({ place }: FoundPerson): string => (place ? addressOf(place) : said.noHome)
  return { reading, homeOf }
}

/** What a search finds, each with the way to its page. */
export function Found({ text, personAt, homeAt }: FoundProps) {
  const said = useSaid()
  const { common } = useWords()
  const addressOf = useAddressOf()
  const factsOf = usePersonFacts()
  const { reading, homeOf } = useFound(text)
  return (
    <Shown reading={reading}>
      {({ people, homes, more }) => {
        if (people.length + homes.length === 0)
          return <Empty what={said.noneFound} next={said.noneFoundNext} />
        return (
          <section aria-label={said.found}>
            {people.length > 0 && (
              <Card title={said.peopleFound(people.length)}>
                <ul className="rows">
                  {people.map((person) => {
                    const at = personAt(person)
                    const about = (
                      <>
                        <span className="row__title">{person.name}</span>
                        <small>{common.facts(...factsOf(person), said.roles[person.role])}</small>
                        <small>{homeOf(person)}</small>
                      </>
                    )
                    return (
                      <li key={person.personId}>
                        {at === null ? (
                          <span className="row">{about}</span>
                        ) : (
                          <Link to={at} className="row">
                            {about}
                          </Link>
                        )}
                      </li>
                    )
                  })}
                </ul>
              </Card>
            )}
            {homes.length > 0 && (
              <Card title={said.homesFound(homes.length)}>
                <ul className="rows">
                  {homes.map((home) => (
                    <li key={home.homeId}>
                      <Link to={homeAt(home.homeId)} className="row">
                        <span className="row__title">{addressOf(home)}</span>
                      </Link>
                    </li>
                  ))}
                </ul>
              </Card>
            )}
            {more && <p className="after">{said.moreFound}</p>}
          </section>
        )
      }}
    </Shown>
  )
}
