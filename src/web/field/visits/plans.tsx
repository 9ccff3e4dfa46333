import '../../shared/rows.css'
import { Link } from '@tanstack/react-router'
import type { DueHome, FieldVisits, GridPlan } from '../../../visits/contract.ts'
import { useRead } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { buttonClass } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { Shown } from '../../kit/shown.tsx'
import { EmptyCard } from '../../kit/states.tsx'
import { useWords } from '../../preferences.tsx'
import { useNameOf } from '../../shared/names.ts'
import { useAddressOf } from '../../shared/register/use-said.ts'
import { sayDay } from '../../words/time.ts'
import { useSaid } from './use-said.ts'

/** Today's homes to come to: the address, how often, when somebody was met last. Why is on the home's own page. */
export function Plans() {
  const said = useSaid()
  useTitle(said.title)
  const reading = useRead<FieldVisits>('/api/field/visits')
  return (
    <Shown reading={reading} heading={said.title}>
      {({ grids, today }) => (
        <>
          <h1>{said.title}</h1>
          {grids.map((plan) => (
            <Plan key={plan.grid.id} plan={plan} today={today} isOne={grids.length === 1} />
          ))}
          <p className="after">
            <Link to="/door" className={buttonClass({ look: 'quiet', wide: true })}>
              {said.find}
            </Link>
          </p>
        </>
      )}
    </Shown>
  )
}

function Plan({
  plan: { grid, state, rows },
  today,
  isOne,
}: {
  plan: GridPlan
  today: string
  isOne: boolean
}) {
  const said = useSaid()
  const { common } = useWords()
  const nameOf = useNameOf()
  const needed = rows.filter(({ why }) => why !== 'yearly')
  const others = rows.filter(({ why }) => why === 'yearly')
  return (
    <section aria-label={nameOf(grid)}>
      <p className="lead">
        {common.facts(!isOne && nameOf(grid), said.due(state.due), said.visited(state.visited))}
      </p>
      {rows.length === 0 && (
        <Card>
          <EmptyCard what={said.nothing} next={said.nothingNext} />
        </Card>
      )}
      <div className="columns">
        {needed.map((home) => (
          <NeededHome key={home.homeId} home={home} today={today} />
        ))}
      </div>
      {others.length > 0 && (
        <Card title={said.others}>
          <ul className="rows">
            {others.map((home) => (
              <OtherHome key={home.homeId} home={home} today={today} />
            ))}
          </ul>
        </Card>
      )}
      {state.due > rows.length && rows.length > 0 && <p className="after">{said.shown(rows.length)}</p>}
    </section>
  )
}

const dayMs = 86_400_000
const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / dayMs)

interface HomeProps {
  readonly home: DueHome
  readonly today: string
}

/** When somebody was met last, and what came of it since. */
function useFacts({ home, today }: HomeProps): string {
  const said = useSaid()
  const words = useWords()
  const day = (on: string) => sayDay(words, on, nowMs())
  const late = home.lastOn === null ? 0 : daysBetween(home.dueOn, today)
  return words.common.facts(
    home.lastOn === null ? said.never : said.last(day(home.lastOn)),
    home.missedOn !== null && said.missed(day(home.missedOn)),
    late > 0 && said.late(late),
  )
}

/** A home that is come to often: its one next step stands out. */
function NeededHome(props: HomeProps) {
  const { home } = props
  const said = useSaid()
  const address = useAddressOf()(home.place)
  const facts = useFacts(props)
  return (
    <Card title={address}>
      <p>
        {said.why[home.why](home.everyDays)}
        <br />
        <small>{facts}</small>
      </p>
      <Link
        to={`/visits/${home.homeId}`}
        aria-label={said.logOf(address)}
        className={buttonClass({ wide: true })}
      >
        {said.log}
      </Link>
    </Card>
  )
}

/** All others, one line each. */
function OtherHome(props: HomeProps) {
  const { home } = props
  const address = useAddressOf()(home.place)
  const facts = useFacts(props)
  return (
    <li>
      <Link to={`/visits/${home.homeId}`} className="row">
        <span className="row__title">{address}</span>
        <small>{facts}</small>
      </Link>
    </li>
  )
}
