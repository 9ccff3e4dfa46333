import '../books.css'
import '../register/register.css'
import { useParams } from '@tanstack/react-router'
import type { PersonCard } from '../../../people/register/read.contract.ts'
import { useRead } from '../../api/use-read.ts'
import { useTitle } from '../../kit/shell.tsx'
import { Shown } from '../../kit/shown.tsx'
import { useSaid } from '../../shared/register/use-said.ts'
import { CareCard } from '../register/care-card.tsx'
import { ConsentsCard } from '../register/consents-card.tsx'
import { FactsCard } from '../register/facts-card.tsx'
import { HomesCard } from '../register/homes-card.tsx'

/** A person as the register knows them. The title says no name: it stands in a row of tabs that others see. */
export default function RegisterPersonPage() {
  const { id } = useParams({ strict: false })
  const said = useSaid()
  useTitle(said.desk.title)
  const reading = useRead<PersonCard>(`/api/register/people/${encodeURIComponent(id ?? '')}`, {
    staleMs: 60_000,
  })
  return (
    <Shown reading={reading} heading={said.desk.title}>
      {(card) => (
        <div className="book register">
          <h1>{card.name ?? said.desk.unknown}</h1>
          {card.demonstration && <p className="book__lead">{said.demonstration}</p>}
          <div className="beside">
            <div>
              <FactsCard card={card} />
              <HomesCard card={card} />
            </div>
            <div>
              <ConsentsCard card={card} />
              <CareCard card={card} />
            </div>
          </div>
        </div>
      )}
    </Shown>
  )
}
