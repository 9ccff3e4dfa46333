import { type FormEvent, useState } from 'react'
import type { AddedPerson, AddPerson, OccupancyRole } from '../../../people/register/contract.ts'
import type { HomeCard } from '../../../people/register/read.contract.ts'
import { useAct } from '../../api/use-read.ts'
import { Button } from '../../kit/button.tsx'
import { Check, Choices } from '../../kit/choice.tsx'
import { TextField } from '../../kit/field.tsx'
import { FormError } from '../../kit/form-error.tsx'
import { useSay } from '../../kit/status.tsx'
import { useWords } from '../../preferences.tsx'
import { livesHere, StayPart } from './stay-part.tsx'
import { useSaid } from './use-said.ts'

const empty = {
  name: '',
  phone: '',
  identity: '',
  birthDay: '',
  role: null as OccupancyRole | null,
  lives: true,
  child: false,
  guardianId: null as string | null,
}
type Draft = typeof empty

const missingIn = ({ name, role, child, birthDay, identity, guardianId }: Draft) => ({
  name: name.trim() === '',
  role: role === null,
  birthDay: child && birthDay === '' && identity === '',
  guardian: child && guardianId === null,
})

function bodyOf(draft: Draft & { readonly role: OccupancyRole }): Partial<Omit<AddPerson, 'requestId'>> {
  const given = (value: string) => value.trim() || null
  const { role, child, guardianId } = draft
  return {
    name: draft.name.trim(),
    role,
    lives: livesHere(role, draft.lives),
    phone: given(draft.phone),
    identity: given(draft.identity),
    ...(child ? { birthDay: given(draft.birthDay), guardianId } : {}),
  }
}

/** Somebody new at a home: name, relation, and what they want to say more. Birthday and sex are read from the number. */
export function PersonForm({ card, onDone }: { card: HomeCard; onDone(): void }) {
  const { door } = useSaid()
  const { actions } = useWords().common
  const say = useSay()
  const [draft, setDraft] = useState(empty)
  const [tried, setTried] = useState(false)
  const act = useAct<AddedPerson>(`/api/register/homes/${card.home.id}/people`, {
    onDone: () => {
      say(door.entered(draft.name.trim()))
      onDone()
    },
  })
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const send = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    const { role } = draft
    if (role !== null && !Object.values(missingIn(draft)).some(Boolean))
      act.mutate(bodyOf({ ...draft, role }))
  }
  const parts = { draft, change, tried }
  return (
    <form onSubmit={send} noValidate>
      <WhoPart {...parts} />
      <MorePart {...parts} />
      <ChildPart {...parts} card={card} />
      <FormError error={act.error} />
      <div className="form-acts">
        <Button type="submit" wide busy={act.isPending}>
          {actions.save}
        </Button>
        <Button wide look="quiet" onClick={onDone}>
          {actions.cancel}
        </Button>
      </div>
    </form>
  )
}

interface PartProps {
  readonly draft: Draft
  readonly tried: boolean
  change(part: Partial<Draft>): void
}

function WhoPart({ draft, tried, change }: PartProps) {
  const { person: form } = useSaid()
  const missing = missingIn(draft)
  return (
    <>
      <TextField
        label={form.name}
        maxLength={60}
        autoComplete="off"
        error={tried && missing.name ? form.nameMissing : undefined}
        value={draft.name}
        onChange={(event) => change({ name: event.target.value })}
      />
      <StayPart stay={draft} tried={tried} change={change} />
    </>
  )
}

function MorePart({ draft, change }: PartProps) {
  const { person: form } = useSaid()
  return (
    <>
      <TextField
        label={form.phone}
        optional
        type="tel"
        maxLength={20}
        autoComplete="off"
        value={draft.phone}
        onChange={(event) => change({ phone: event.target.value })}
      />
      <TextField
        label={form.identity}
        optional
        hint={form.identityHint}
        maxLength={40}
        autoComplete="off"
        value={draft.identity}
        onChange={(event) => change({ identity: event.target.value })}
      />
    </>
  )
}

/** A child under 14 has a guardian, one of those who belong to the home. */
function ChildPart({ draft, tried, change, card }: PartProps & { readonly card: HomeCard }) {
  const { person: form } = useSaid()
  const missing = missingIn(draft)
  return (
    <>
      <Check checked={draft.child} onCheck={(child) => change({ child })}>
        {form.child}
        <small>{form.childHint}</small>
      </Check>
      {draft.child && (
        <TextField
          label={form.birthDay}
          type="date"
          error={tried && missing.birthDay ? form.birthDayMissing : undefined}
          value={draft.birthDay}
          onChange={(event) => change({ birthDay: event.target.value })}
        />
      )}
      {draft.child && card.people.length === 0 && <p className="field__error">{form.noGuardian}</p>}
      {draft.child && card.people.length > 0 && (
        <Choices
          label={form.guardian}
          {...(tried && missing.guardian ? { error: form.guardianMissing } : {})}
          options={card.people.map(({ personId, name }) => ({ value: personId, label: name }))}
          value={draft.guardianId}
          onChoose={(guardianId) => change({ guardianId })}
        />
      )}
    </>
  )
}
