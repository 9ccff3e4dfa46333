import { type FormEvent, useState } from 'react'
import { tongueOf } from '../../../kernel/tongue.ts'
import type { Occupant, PersonCard } from '../../../people/register/read.contract.ts'
import { useAct, useRead } from '../../api/use-read.ts'
import { Button } from '../../kit/button.tsx'
import { ConfirmDialog } from '../../kit/confirm-dialog.tsx'
import { TextField } from '../../kit/field.tsx'
import { FormError } from '../../kit/form-error.tsx'
import { Shown } from '../../kit/shown.tsx'
import { useSay } from '../../kit/status.tsx'
import { useWords } from '../../preferences.tsx'
import { isOwnerElsewhere, nextOfLeaving, usePersonFacts, useSaid } from '../../shared/register/use-said.ts'

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
      {changing && <ReadPhone person={person} onDone={() => setChanging(false)} />}
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

/** The page of the person is read, and that is noted: a number is changed by whoever looks at it. */
function ReadPhone({ person, onDone }: { person: Occupant; onDone(): void }) {
  const reading = useRead<PersonCard>(`/api/register/people/${person.personId}`)
  return <Shown reading={reading}>{(card) => <PhoneForm card={card} onDone={onDone} />}</Shown>
}

function PhoneForm({ card, onDone }: { card: PersonCard; onDone(): void }) {
  const { person: form, door } = useSaid()
  const { actions } = useWords().common
  const say = useSay()
  const [phone, setPhone] = useState('')
  const [tried, setTried] = useState(false)
  const act = useAct(`/api/register/people/${card.id}`, {
    onDone: () => {
      say(door.phoneDone)
      onDone()
    },
  })
  const send = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (phone.trim().length > 5) act.mutate({ seq: card.seq, phone: phone.trim() })
  }
  return (
    <form onSubmit={send} noValidate>
      <TextField
        label={form.phone}
        type="tel"
        inputMode="tel"
        maxLength={20}
        autoComplete="off"
        error={tried && phone.trim().length <= 5 ? door.phoneWrong : undefined}
        value={phone}
        onChange={(event) => setPhone(event.target.value)}
      />
      <FormError error={act.error} />
      <Button type="submit" wide look="quiet" busy={act.isPending}>
        {actions.save}
      </Button>
    </form>
  )
}
