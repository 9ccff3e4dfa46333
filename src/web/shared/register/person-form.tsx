import { type FormEvent, useState } from 'react'
import type { AddedPerson, AddPerson, HomeCard, OccupancyRole } from '../../../people/register/contract.ts'
import { useAct } from '../../api/use-read.ts'
import { Button } from '../../kit/button.tsx'
import { Check, Choices } from '../../kit/choice.tsx'
import { TextField } from '../../kit/field.tsx'
import { FormError } from '../../kit/form-error.tsx'
import { useSay } from '../../kit/status.tsx'
import { useSaid } from './use-said.ts'

const roles = ['owner', 'resident', 'tenant', 'other'] as const
const empty = { name: '', phone: '', identity: '', birthDay: '' }

type Entered = Partial<Omit<AddPerson, 'requestId'>>

/** Somebody new at a home: name, relation, and what they want to say more. Birthday and sex are read from the number. */
export function PersonForm({ card, onDone }: { card: HomeCard; onDone(): void }) {
  const said = useSaid()
  const form = said.person
  const say = useSay()
  const [text, setText] = useState(empty)
  const [role, setRole] = useState<OccupancyRole | null>(null)
  const [lives, setLives] = useState(true)
  const [child, setChild] = useState(false)
  const [guardianId, setGuardian] = useState<string | null>(null)
  const [tried, setTried] = useState(false)
  const act = useAct<AddedPerson, Entered>(`/api/register/homes/${card.home.id}/people`, {
    onDone: () => {
      say(said.door.entered(text.name.trim()))
      onDone()
    },
  })
  const field = (name: keyof typeof empty) => ({
    value: text[name],
    onChange: (event: { target: { value: string } }) => setText({ ...text, [name]: event.target.value }),
  })
  const missing = {
    name: text.name.trim() === '',
    role: role === null,
    birthDay: child && text.birthDay === '' && text.identity === '',
    guardian: child && guardianId === null,
  }
  const send = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (role === null || Object.values(missing).some(Boolean)) return
    const given = (value: string) => value.trim() || null
    act.mutate({
      name: text.name.trim(),
      role,
      lives: role === 'owner' || role === 'other' ? lives : true,
      phone: given(text.phone),
      identity: given(text.identity),
      ...(child ? { birthDay: given(text.birthDay), guardianId } : {}),
    })
  }
  return (
    <form onSubmit={send} noValidate>
      <TextField
        label={form.name}
        maxLength={60}
        autoComplete="off"
        error={tried && missing.name ? form.nameMissing : undefined}
        {...field('name')}
      />
      <Choices<OccupancyRole>
        label={form.role}
        {...(tried && missing.role ? { error: form.roleMissing } : {})}
        options={roles.map((value) => ({ value, label: said.roles[value], hint: form.roleHints[value] }))}
        value={role}
        onChoose={setRole}
      />
      {(role === 'owner' || role === 'other') && (
        <Check checked={lives} onCheck={setLives}>
          {form.lives}
          <small>{form.livesHint}</small>
        </Check>
      )}
      <TextField
        label={form.phone}
        optional
        type="tel"
        maxLength={20}
        autoComplete="off"
        {...field('phone')}
      />
      <TextField
        label={form.identity}
        optional
        hint={form.identityHint}
        maxLength={40}
        autoComplete="off"
        {...field('identity')}
      />
      <Check checked={child} onCheck={setChild}>
        {form.child}
        <small>{form.childHint}</small>
      </Check>
      {child && (
        <>
          <TextField
            label={form.birthDay}
            type="date"
            error={tried && missing.birthDay ? form.birthDayMissing : undefined}
            {...field('birthDay')}
          />
          {card.people.length === 0 ? (
            <p className="field__error">{form.noGuardian}</p>
          ) : (
            <Choices
              label={form.guardian}
              {...(tried && missing.guardian ? { error: form.guardianMissing } : {})}
              options={card.people.map(({ personId, name }) => ({ value: personId, label: name }))}
              value={guardianId}
              onChoose={setGuardian}
            />
          )}
        </>
      )}
      <FormError error={act.error} />
      <div className="form-acts">
        <Button type="submit" wide busy={act.isPending}>
          {said.door.save}
        </Button>
        <Button wide look="quiet" onClick={onDone}>
          {said.door.cancel}
        </Button>
      </div>
    </form>
  )
}
