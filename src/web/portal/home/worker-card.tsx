import './home.css'
import type { OfficeNow } from '../../../matters/contract.ts'
import type { GridWorkers } from '../../../people/contract.ts'
import { useRead, withQuery } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { buttonClass } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { Shown } from '../../kit/shown.tsx'
import { useWords } from '../../preferences.tsx'
import type { ChosenPlace } from '../../shared/my-place.ts'
import { momentFacts } from '../../words/time.ts'

type Person = GridWorkers['people'][number]

/** The person first: who looks after the reader's grid, with a telephone button. */
export function WorkerCard({ place }: { place: ChosenPlace }) {
  const { worker } = useWords().portal
  const reading = useRead<GridWorkers>(withQuery('/api/grid-worker', { areaId: place.id }), {
    staleMs: 300_000,
  })
  return (
    <Card title={worker.title}>
      <Shown reading={reading}>
        {({ people }) =>
          people.length === 0 ? (
            <>
              <p>{worker.none}</p>
              <small>{worker.noneNext}</small>
            </>
          ) : (
            <>
              <Duty />
              <ul>
                {people.map((person) => (
                  <PersonRow key={`${person.kind} ${person.name}`} person={person} />
                ))}
              </ul>
            </>
          )
        }
      </Shown>
    </Card>
  )
}

/** Whether they are on duty, by the district's calendar. Nothing is said until it is known. */
function Duty() {
  const { worker } = useWords().portal
  const { data: office } = useRead<OfficeNow>('/api/office', { staleMs: 60_000 })
  if (office === undefined) return null
  const facts = (moment: string) => momentFacts(moment, nowMs())
  return (
    <p>
      {office.closesAt === null
        ? worker.offDuty(facts(office.opensAt))
        : worker.onDuty(facts(office.closesAt))}
    </p>
  )
}

function PersonRow({ person }: { person: Person }) {
  const { worker } = useWords().portal
  return (
    <li className="person">
      <span className="person__mark" aria-hidden="true">
        {Array.from(person.name)[0]}
      </span>
      <span className="person__who">
        <strong>{person.name}</strong>
        <br />
        <small>
          {person.kind === 'grid_worker' ? worker.gridWorker : worker.gridLeader}
          {' · '}
          <span className="unbroken">{person.phone ?? worker.noPhone}</span>
        </small>
      </span>
      {person.phone !== null && (
        <a
          className={buttonClass({ look: 'quiet' })}
          href={`tel:${person.phone.replace(/[^\d+]/g, '')}`}
          aria-label={worker.call(person.name)}
        >
          {worker.callShort}
        </a>
      )}
    </li>
  )
}
