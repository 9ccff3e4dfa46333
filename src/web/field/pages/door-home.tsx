import '../../shared/rows.css'
import '../door/door.css'
import { Link, useParams } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import type { HomeCard } from '../../../people/register/read.contract.ts'
import { useAct, useRead } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { Button, buttonClass } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { ConfirmDialog } from '../../kit/confirm-dialog.tsx'
import { FormError } from '../../kit/form-error.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { Shown } from '../../kit/shown.tsx'
import { EmptyCard, Loading } from '../../kit/states.tsx'
import { useSay } from '../../kit/status.tsx'
import { useWords } from '../../preferences.tsx'
import { useAddressOf, useSaid } from '../../shared/register/use-said.ts'
import { localDay, sayDay } from '../../words/time.ts'
import { DoorGate } from '../door/door-gate.tsx'
import { Gone } from '../door/gone.tsx'
import { PersonRow } from '../door/person-row.tsx'

// Behind what is read first, and there before it is asked for: stairwells have little network.
const loadPersonForm = () => import('../../shared/register/person-form.tsx')
const PersonForm = lazy(async () => ({ default: (await loadPersonForm()).PersonForm }))

/** At a door: all as before by one tap, or who left, who came, which number changed. */
export default function DoorHomePage() {
  const { id } = useParams({ strict: false })
  const { door } = useSaid()
  useTitle(door.title)
  return (
    <DoorGate>
      <ReadHome id={id ?? ''} />
    </DoorGate>
  )
}

function ReadHome({ id }: { id: string }) {
  const { door } = useSaid()
  const reading = useRead<HomeCard>(`/api/register/homes/${encodeURIComponent(id)}`)
  return (
    <Shown reading={reading} heading={door.title}>
      {(card) => <AtDoor card={card} />}
    </Shown>
  )
}

function AtDoor({ card }: { card: HomeCard }) {
  const said = useSaid()
  const { door } = said
  const words = useWords()
  const addressOf = useAddressOf()
  const [adding, setAdding] = useState(false)
  const { field } = words
  const { home, people, children } = card
  const { confirmedOn } = home
  useEffect(() => {
    // Where it does not come now, it is asked for again with the form, which then says so.
    loadPersonForm().catch(() => undefined)
  }, [])
  return (
    <>
      <h1>{addressOf(card.place)}</h1>
      <p className="lead">
        {words.common.facts(
          said.living(home.living),
          confirmedOn === null ? said.neverConfirmed : said.confirmed(sayDay(words, confirmedOn, nowMs())),
        )}
      </p>
      <ConfirmHome card={card} />
      {people.length === 0 ? (
        <EmptyCard what={door.nobody} next={door.nobodyNext} />
      ) : (
        <Card title={door.people}>
          <ul className="rows">
            {people.map((person) => (
              <PersonRow key={person.occupancyId} person={person} />
            ))}
          </ul>
          {children > 0 && <p className="after">{said.children(children)}</p>}
        </Card>
      )}
      {adding ? (
        <Card title={door.newPerson}>
          <Suspense fallback={<Loading />}>
            <PersonForm card={card} onDone={() => setAdding(false)} />
          </Suspense>
        </Card>
      ) : (
        <p className="door__new">
          <Button wide look="quiet" onClick={() => setAdding(true)}>
            {door.newPerson}
          </Button>
        </p>
      )}
      {home.living > 1 && <EmptyHome homeId={home.id} />}
      <Gone left={card.left} />
      <p className="after">
        <Link to={`/visits/${home.id}`} className={buttonClass({ look: 'quiet' })}>
          {field.grid.logVisit}
        </Link>
      </p>
      <p className="after">
        <Link to={`/door/building/${card.place.buildingId}`} className={buttonClass({ look: 'quiet' })}>
          {door.back}
        </Link>
      </p>
    </>
  )
}

function ConfirmHome({ card: { home } }: { card: HomeCard }) {
  const { door } = useSaid()
  const say = useSay()
  const act = useAct(`/api/register/homes/${home.id}/confirm`, { onDone: () => say(door.confirmed) })
  if (home.living === 0) return null
  if (home.confirmedOn === localDay(nowMs())) return <p className="door__confirmed">{door.confirmedToday}</p>
  return (
    <p className="door__new">
      <Button big wide busy={act.isPending} onClick={() => act.mutate({})}>
        {door.confirm}
      </Button>
      <FormError error={act.error} />
    </p>
  )
}

function EmptyHome({ homeId }: { homeId: string }) {
  const { door } = useSaid()
  const say = useSay()
  const [asking, setAsking] = useState(false)
  const act = useAct(`/api/register/homes/${homeId}/empty`, { onDone: () => say(door.emptied) })
  const go = () => {
    setAsking(false)
    act.mutate({})
  }
  return (
    <>
      <p className="door__new">
        <Button wide look="quiet" busy={act.isPending} onClick={() => setAsking(true)}>
          {door.empty}
        </Button>
      </p>
      <FormError error={act.error} />
      {asking && (
        <ConfirmDialog
          big
          title={door.askEmpty}
          label={door.empty}
          onConfirm={go}
          onClose={() => setAsking(false)}
        >
          <p>{door.askEmptyNext}</p>
        </ConfirmDialog>
      )}
    </>
  )
}
