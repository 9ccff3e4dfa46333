import { type FormEvent, useState } from 'react'
import type { AskMediation } from '../../../cases/mediation/contract.ts'
import { useDraft } from '../../api/draft.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { TextArea, TextField } from '../../kit/field.tsx'
import { goToProblem } from '../../kit/focus.ts'
import { OwnError } from './own-error.tsx'
import { useMediationWords, useOwnAct } from './use-own.ts'

type Fields = Record<'name' | 'phone' | 'about' | 'other', string>

type Needed = Exclude<keyof Fields, 'phone'>
const empty: Fields = { name: '', phone: '', about: '', other: '' }
const needed: readonly Needed[] = ['name', 'about', 'other']
/** Characters that the server wants of each. */
const least: Readonly<Record<Needed, number>> = { name: 1, about: 2, other: 1 }

/** The reporter asks for mediation: what it is about, and who the other side is. */
export function AskForm({ path, receipt }: { path: string; receipt: string | undefined }) {
  const { form: said } = useMediationWords()
  const [fields, change, forget] = useDraft<Fields>(`mediation-ask.${receipt ?? path}`, empty)
  const [tried, setTried] = useState(false)
  const act = useOwnAct<Omit<AskMediation, 'requestId'>>(path, { receipt, said: said.done, onDone: forget })
  const isLacking = (field: Needed) => fields[field].trim().length < least[field]
  const lacks = (field: Needed) => (tried && isLacking(field) ? said.missing : undefined)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    const { name, about, other, phone } = fields
    if (needed.some(isLacking)) return goToProblem(event.currentTarget)
    const given = phone.trim() === '' ? {} : { phone: phone.trim() }
    act.mutate({ name: name.trim(), about: about.trim(), other: other.trim(), ...given })
  }
  return (
    <Card title={said.title}>
      <form onSubmit={submit} noValidate>
        <p className="field__hint">{said.hint}</p>
        <TextField
          label={said.name}
          maxLength={40}
          value={fields.name}
          error={lacks('name')}
          onChange={(event) => change({ name: event.target.value })}
        />
        <TextField
          label={said.phone}
          optional
          type="tel"
          maxLength={20}
          value={fields.phone}
          onChange={(event) => change({ phone: event.target.value })}
        />
        <TextField
          label={said.other}
          hint={said.otherHint}
          maxLength={500}
          value={fields.other}
          error={lacks('other')}
          onChange={(event) => change({ other: event.target.value })}
        />
        <TextArea
          label={said.about}
          most={2000}
          value={fields.about}
          error={lacks('about')}
          onChange={(event) => change({ about: event.target.value })}
        />
        <OwnError error={act.error} />
        <Button type="submit" wide busy={act.isPending}>
          {said.send}
        </Button>
      </form>
    </Card>
  )
}
