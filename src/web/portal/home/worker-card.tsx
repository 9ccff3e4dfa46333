import './home.css'
import { tongueOf } from '../../../kernel/tongue.ts'
import type { OfficeNow } from '../../../matters/office-now.contract.ts'
import type { GridWorkers } from '../../../people/contract.ts'
import { useRead, withQuery } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { buttonClass } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { Facts } from '../../kit/facts.tsx'
import { Shown } from '../../kit/shown.tsx'
import { EmptyCard } from '../../kit/states.tsx'
import { useWords } from '../../preferences.tsx'
import type { ChosenPlace } from '../../shared/my-place.ts'
import { momentFacts } from '../../words/time.ts'

type Person = Omit<GridWorkers['people'][number], 'areaId'>

/** The person first: who looks after the reader's grid, on duty or not, with a telephone button. */
export function WorkerCard({ place }: { place: ChosenPlace }) {
  const { worker } = useWords().portal
  const reading = useRead<GridWorkers>(withQuery('/api/grid-worker', { areaId: place.id }), {
    staleMs: 300_000,
  })
  return (
    <Card title={<span className="unseen">{worker.title}</span>}>
      <Shown reading={reading}>
        {({ people }) =>
          people.length === 0 ? (
            <EmptyCard what={worker.none} next={worker.noneNext} />
          ) : (
            <>
              <ul>
                {people.map((person) => (
                  <PersonRow key={`${person.kind} ${person.name}`} person={person} />
                ))}
              </ul>
              <Duty />
            </>
          )
        }
      </Shown>
    </Card>
  )
}

/** Whether they are on duty, by the district's calendar. Nothing is said until it is known. */
export function Duty() {
  const { worker } = useWords().portal
  const { data: office } = useRead<OfficeNow>('/api/office', { staleMs: 60_000 })
  if (office === undefined) return null
  const facts = (moment: string) => momentFacts(moment, nowMs())
  const { isOpen, today, opensAt } = office
  return (
    <p className="duty">
      {isOpen && today !== null
        ? worker.onDuty(facts(today.opensAt), facts(today.closesAt))
        : worker.offDuty(facts(opensAt))}
    </p>
  )
}

/** Somebody who looks after a grid; `grid` names it where several are listed. */
export function PersonRow({ person, grid }: { person: Person; grid?: string }) {
  const { worker } = useWords().portal
  const what = person.kind === 'grid_worker' ? worker.gridWorker : worker.gridLeader
  return (
    <li className="person">
      <span className="person__mark" aria-hidden="true">
        {Array.from(person.name)[0]}
      </span>
      <span className="person__who">
        <strong {...tongueOf(person.name)}>{person.name}</strong>
        <br />
        {grid !== undefined && <small className="person__grid">{grid}</small>}
        <small>
          <Facts>
            {grid === undefined && what}
            <span className="unbroken">{person.phone ?? worker.noPhone}</span>
          </Facts>
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
