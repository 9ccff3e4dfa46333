import '../books.css'
import '../register/register.css'
import { useNavigate, useParams } from '@tanstack/react-router'
import type { HomeCard } from '../../../people/register/read.contract.ts'
import { useRead } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { useTitle } from '../../kit/shell.tsx'
import { Shown } from '../../kit/shown.tsx'
import { Empty } from '../../kit/states.tsx'
import { PersonForm } from '../../shared/register/person-form.tsx'
import { useAddressOf, useSaid } from '../../shared/register/use-said.ts'
import { sayDay } from '../../words/time.ts'
import { CloseHome } from '../register/close-home.tsx'
import { EditHome } from '../register/edit-home.tsx'
import { MoveKnown } from '../register/move-known.tsx'
import { GoneLine, PersonLine } from '../register/person-line.tsx'
import { useDeskSaid } from '../register/use-desk-said.ts'
import { type Way, Ways } from '../ways.tsx'
import { useWords } from '../words.ts'

/** A home with who lives in it or owns it. */
export default function RegisterHomePage() {
  const { id } = useParams({ strict: false })
  const { desk } = useSaid()
  useTitle(desk.title)
  const reading = useRead<HomeCard>(`/api/register/homes/${encodeURIComponent(id ?? '')}`)
  return (
    <Shown reading={reading} heading={desk.title}>
      {(card) => <Home card={card} />}
    </Shown>
  )
}

function Home({ card }: { card: HomeCard }) {
  const said = useSaid()
  const { desk, door } = said
  const { closeHome } = useDeskSaid()
  const words = useWords()
  const addressOf = useAddressOf()
  const navigate = useNavigate()
  const { home, people, children, place, can } = card
  return (
    <div className="book register">
      <h1>{addressOf(place, true)}</h1>
      <p className="book__lead">
        {words.common.facts(
          said.uses[home.use],
          said.living(home.living),
          home.confirmedOn === null
            ? said.neverConfirmed
            : said.confirmed(sayDay(words, home.confirmedOn, nowMs())),
          card.endedOn && closeHome.endedOn(sayDay(words, card.endedOn, nowMs())),
        )}
      </p>
      <section className="panel" aria-label={door.people}>
        {people.length === 0 ? (
          <Empty what={door.nobody} />
        ) : (
          <ul className="register__rows">
            {people.map((person) => (
              <PersonLine key={person.occupancyId} person={person} mayUpdate={can.update} />
            ))}
          </ul>
        )}
        {children > 0 && <p className="book__lead">{said.children(children)}</p>}
      </section>
      {card.left.length > 0 && (
        <section className="panel" aria-label={door.gone}>
          <h3>{door.gone}</h3>
          <ul className="register__rows">
            {card.left.map((one) => (
              <GoneLine key={one.occupancyId} one={one} mayUpdate={can.update} />
            ))}
          </ul>
        </section>
      )}
      {can.update && <HomeActs card={card} />}
      <p>
        <button
          type="button"
          className="text-button"
          onClick={() => void navigate({ to: '/register', search: { area: place.buildingId } })}
        >
          {desk.up}
        </button>
      </p>
    </div>
  )
}

/** What can be done with a home, each with its form. */
function HomeActs({ card }: { card: HomeCard }) {
  const { desk } = useSaid()
  const said = useDeskSaid()
  const way = (key: string, label: string, form: Way['part']): Way => ({
    key,
    label,
    part: (close) => (
      <section className="panel" aria-label={label}>
        {form(close)}
      </section>
    ),
  })
  return (
    <Ways
      ways={[
        way('add', desk.addPerson, (close) => <PersonForm card={card} onDone={close} />),
        way('move', said.moveIn.open, (close) => <MoveKnown homeId={card.home.id} onDone={close} />),
        way('edit', said.editHome, (close) => <EditHome home={card.home} onDone={close} />),
        way('close', said.closeHome.open, () => <CloseHome card={card} />),
      ]}
    />
  )
}
