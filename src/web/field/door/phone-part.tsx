import { type FormEvent, useState } from 'react'
import type { Occupant, PersonCard } from '../../../people/register/read.contract.ts'
import { useAct, useRead } from '../../api/use-read.ts'
import { Button } from '../../kit/button.tsx'
import { TextField } from '../../kit/field.tsx'
import { FormError } from '../../kit/form-error.tsx'
import { Shown } from '../../kit/shown.tsx'
import { useSay } from '../../kit/status.tsx'
import { useWords } from '../../preferences.tsx'
import { useSaid } from '../../shared/register/use-said.ts'

/** The page of the person is read, and that is noted: a number is changed by whoever looks at it. */
export function PhonePart({ person, onDone }: { person: Occupant; onDone(): void }) {
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
