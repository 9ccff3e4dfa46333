import { useState } from 'react'
import type { RegisterKind } from '../../../people/register/contract.ts'
import type { PersonCard } from '../../../people/register/read.contract.ts'
import { useAct } from '../../api/use-read.ts'
import { Choices } from '../../kit/choice.tsx'
import { TextField } from '../../kit/field.tsx'
import { useSay } from '../../kit/status.tsx'
import { useSaid } from '../../shared/register/use-said.ts'
import { ActForm } from '../case/act-form.tsx'
import { useWords } from '../words.ts'

const kinds: readonly RegisterKind[] = ['local', 'elsewhere', 'abroad', 'unknown']

/** Corrects name, telephone, household register and number; a number left empty stays as it is. */
export function EditPerson({ card, onDone }: { card: PersonCard; onDone(): void }) {
  const said = useSaid()
  const { person: form, desk } = said
  const { actions } = useWords().common
  const say = useSay()
  const [name, setName] = useState(card.name ?? '')
  const [phone, setPhone] = useState(card.phone?.replace(/^\+86/, '') ?? '')
  const [identity, setIdentity] = useState('')
  const [registerKind, setKind] = useState(card.registerKind)
  const [tried, setTried] = useState(false)
  const act = useAct(`/api/register/people/${card.id}`, {
    onDone: () => {
      say(desk.editDone)
      onDone()
    },
  })
  const send = () => {
    setTried(true)
    if (name.trim() === '') return
    act.mutate({
      seq: card.seq,
      name: name.trim(),
      phone: phone.trim() || null,
      registerKind,
      ...(identity.trim() === '' ? {} : { identity: identity.trim() }),
    })
  }
  return (
    <ActForm label={actions.save} busy={act.isPending} error={act.error} onSend={send}>
      <TextField
        label={form.name}
        maxLength={60}
        autoComplete="off"
        error={tried && name.trim() === '' ? form.nameMissing : undefined}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <TextField
        label={form.phone}
        optional
        type="tel"
        maxLength={20}
        autoComplete="off"
        value={phone}
        onChange={(event) => setPhone(event.target.value)}
      />
      <TextField
        label={form.identity}
        optional
        hint={form.identityHint}
        maxLength={40}
        autoComplete="off"
        value={identity}
        onChange={(event) => setIdentity(event.target.value)}
      />
      <Choices<RegisterKind>
        label={form.kind}
        options={kinds.map((value) => ({ value, label: said.kinds[value] }))}
        value={registerKind}
        onChoose={setKind}
      />
    </ActForm>
  )
}
