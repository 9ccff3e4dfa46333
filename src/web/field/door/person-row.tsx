import { lazy, Suspense, useState } from 'react'
import { tongueOf } from '../../../kernel/tongue.ts'
import type { Occupant } from '../../../people/register/read.contract.ts'
import { useAct } from '../../api/use-read.ts'
import { Button } from '../../kit/button.tsx'
import { ConfirmDialog } from '../../kit/confirm-dialog.tsx'
import { FormError } from '../../kit/form-error.tsx'
import { Loading } from '../../kit/states.tsx'
import { useSay } from '../../kit/status.tsx'
import { useWords } from '../../preferences.tsx'
import { isOwnerElsewhere, nextOfLeaving, usePersonFacts, useSaid } from '../../shared/register/use-said.ts'

// Asked for by a tap, and reads the page of the person then.
const PhonePart = lazy(async () => ({ default: (await import('./phone-part.tsx')).PhonePart }))

/** Somebody who belongs to a home, and what is changed of them most often. */
export function PersonRow({ person }: { person: Occupant }) {
  const said = useSaid()
  const { door } = said
  const { common } = useWords()
  const factsOf = usePersonFacts()
  const say = useSay()
  const [asking, setAsking] = useState(false)
  const [changing, setChanging] = useState(false)
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
    <li className="door__person">
      <span className="row__title" {...tongueOf(person.name)}>
        {person.name}
      </span>
      <small>
        {common.facts(
          said.roles[person.role],
          person.relation && said.relations[person.relation],
          ...factsOf(person),
          !person.lives && said.notLiving,
        )}
      </small>
      <div className="door__acts">
        <Button look="quiet" aria-label={door.leaveOf(person.name)} onClick={() => setAsking(true)}>
          {door.leave}
        </Button>
        {isOwnerElsewhere(person) && (
          <Button
            look="quiet"
            aria-label={door.stayOf(person.name)}
            busy={stay.isPending}
            onClick={() => stay.mutate({})}
          >
            {door.stay}
          </Button>
        )}
        <Button
          look="quiet"
          aria-label={door.phoneOf(person.name)}
          aria-expanded={changing}
          onClick={() => setChanging(!changing)}
        >
          {door.phone}
        </Button>
      </div>
      <FormError error={leave.error ?? stay.error} />
      {changing && <PhoneLater person={person} onDone={() => setChanging(false)} />}
      {asking && (
        <ConfirmDialog
          big
          title={door.askLeave(person.name)}
          label={door.leave}
          onConfirm={go}
          onClose={() => setAsking(false)}
        >
          <p>{nextOfLeaving(said, person)}</p>
        </ConfirmDialog>
      )}
    </li>
  )
}

const PhoneLater = (props: { person: Occupant; onDone(): void }) => (
  <Suspense fallback={<Loading />}>
    <PhonePart {...props} />
  </Suspense>
)
