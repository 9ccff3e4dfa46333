import { type FormEvent, useRef, useState } from 'react'
import type { OwnPerson } from '../../../people/rights/contract.ts'
import { ConfirmDialog } from '../../kit/confirm-dialog.tsx'
import { TextArea } from '../../kit/field.tsx'
import { goToProblem } from '../../kit/focus.ts'
import { FormError } from '../../kit/form-error.tsx'
import { usePreferences } from '../../preferences.tsx'
import { sayDate } from '../../words/time.ts'
import { FormEnd } from './form-end.tsx'
import { useRecordWords } from './record-words.tsx'
import { mostCharacters, useAskRight } from './use-ask-right.ts'

/** Asks to be erased: what goes, what stays and what comes of it are read first, and it is asked once more. */
export function EraseForm({
  by,
  dueOn,
  person,
  onBack,
  onSent,
}: {
  /** Who answers, and until when. */
  by: string
  /** YYYY-MM-DD */
  dueOn: string
  /** Null where no entry was found: then the register keeps what it has. */
  person: OwnPerson | null
  onBack(): void
  onSent(): void
}) {
  const { ask } = useRecordWords()
  const said = ask.erase
  const form = useRef<HTMLFormElement>(null)
  const [words, setWords] = useState('')
  const [sure, setSure] = useState(false)
  const act = useAskRight('erase', onSent)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (words.length > mostCharacters) goToProblem(form.current)
    else setSure(true)
  }
  return (
    <form ref={form} onSubmit={submit} noValidate>
      <WhatGoes person={person} />
      <TextArea
        label={said.label}
        optional
        most={mostCharacters}
        rows={3}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <p>{said.next}</p>
      <p className="record__lead">{by}</p>
      <FormEnd label={said.send} look="danger" onBack={onBack} />
      {sure && (
        <OnceMore dueOn={dueOn} act={act} onSure={() => act.ask(words)} onClose={() => setSure(false)} />
      )}
    </form>
  )
}

function WhatGoes({ person }: { person: OwnPerson | null }) {
  const { told, noEntry, children } = useRecordWords().ask.erase
  return (
    <>
      {told.map(({ title, ofEntry, things }) => (
        <section key={title} className="record__told">
          <h3>{title}</h3>
          <ul>
            {(person === null ? things : [ofEntry, ...things]).map((thing) => (
              <li key={thing}>{thing}</li>
            ))}
          </ul>
        </section>
      ))}
      {person === null && <p>{noEntry}</p>}
      {person !== null && person.children.length > 0 && <p>{children}</p>}
    </>
  )
}

function OnceMore({
  dueOn,
  act: { error, isPending },
  onSure,
  onClose,
}: {
  dueOn: string
  act: Pick<ReturnType<typeof useAskRight>, 'error' | 'isPending'>
  onSure(): void
  onClose(): void
}) {
  const { words } = usePreferences()
  const said = useRecordWords().ask.erase
  return (
    <ConfirmDialog
      title={said.ask}
      onClose={onClose}
      label={said.confirm}
      look="danger"
      busy={isPending}
      onConfirm={onSure}
      back={said.keep}
    >
      <p>{said.last(sayDate(words, dueOn))}</p>
      <FormError error={error} />
    </ConfirmDialog>
  )
}
