import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { HomeCard, Occupant } from '../../../people/register/read.contract.ts'
import { useAct } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { ConfirmDialog } from '../../kit/confirm-dialog.tsx'
import { useSay } from '../../kit/status.tsx'
import { isOwnerElsewhere, nextOfLeaving, usePersonFacts, useSaid } from '../../shared/register/use-said.ts'
import { sayDate, sayDay } from '../../words/time.ts'
import { FormProblem } from '../form-problem.tsx'
import { useWords } from '../words.ts'

/** Somebody who belongs to a home, with the way to their page. */
export function PersonLine({ person, mayUpdate }: { person: Occupant; mayUpdate: boolean }) {
  const said = useSaid()
  const { door, desk } = said
  const words = useWords()
  const factsOf = usePersonFacts()
  const say = useSay()
  const [asking, setAsking] = useState(false)
  const leave = useAct(`/api/register/occupancies/${person.occupancyId}/end`, {
    onDone: () => say(door.left(person.name)),
  })
  const stay = useAct(`/api/register/occupancies/${person.occupancyId}/stay`, {
    onDone: () => say(door.stayed),
  })
  const go = () => {
    setAsking(false)
    leave.mutate({})
  }
  return (
    <li>
      <Link to={`/register/people/${person.personId}`} aria-label={desk.openPerson(person.name)}>
        {person.name}
      </Link>
      <small>
        {words.common.facts(
          said.roles[person.role],
          person.relation && said.relations[person.relation],
          ...factsOf(person),
          said.since(sayDate(words, person.fromDay)),
          !person.lives && said.notLiving,
        )}
      </small>
      {mayUpdate && (
        <div className="register__ways">
          <button
            type="button"
            className="text-button"
            aria-label={door.leaveOf(person.name)}
            onClick={() => setAsking(true)}
          >
            {door.leave}
          </button>
          {isOwnerElsewhere(person) && (
            <button
              type="button"
              className="text-button"
              aria-label={door.stayOf(person.name)}
              onClick={() => stay.mutate({})}
            >
              {door.stay}
            </button>
          )}
        </div>
      )}
      <FormProblem error={leave.error ?? stay.error} />
      {asking && <AskLeave person={person} onLeave={go} onClose={() => setAsking(false)} />}
    </li>
  )
}

/** Asks once more, and says what leaving means for whoever owns the home. */
function AskLeave({ person, onLeave, onClose }: { person: Occupant; onLeave(): void; onClose(): void }) {
  const said = useSaid()
  const { door } = said
  return (
    <ConfirmDialog
      title={door.askLeave(person.name)}
      label={door.leave}
      onConfirm={onLeave}
      onClose={onClose}
    >
      <p>{nextOfLeaving(said, person)}</p>
    </ConfirmDialog>
  )
}

/** Somebody who left lately; a slip is taken back. */
export function GoneLine({
  one: { occupancyId, name, toDay },
  mayUpdate,
}: {
  one: HomeCard['left'][number]
  mayUpdate: boolean
}) {
  const { door } = useSaid()
  const words = useWords()
  const say = useSay()
  const act = useAct(`/api/register/occupancies/${occupancyId}/stay`, { onDone: () => say(door.stayed) })
  return (
    <li>
      {name ?? door.someone}
      <small>{door.goneOn(sayDay(words, toDay, nowMs()))}</small>
      {mayUpdate && name !== null && (
        <div className="register__ways">
          <button
            type="button"
            className="text-button"
            aria-label={door.stayOf(name)}
            onClick={() => act.mutate({})}
          >
            {door.stay}
          </button>
        </div>
      )}
      <FormProblem error={act.error} />
    </li>
  )
}
