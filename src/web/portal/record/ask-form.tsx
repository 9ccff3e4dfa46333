import { type FormEvent, useRef, useState } from 'react'
import type { RightKind } from '../../../people/rights/contract.ts'
import { TextArea } from '../../kit/field.tsx'
import { goToProblem } from '../../kit/focus.ts'
import { FormError } from '../../kit/form-error.tsx'
import { FormEnd } from './form-end.tsx'
import { useRecordWords } from './record-words.tsx'
import { mostCharacters, useAskRight } from './use-ask-right.ts'

/** Asks for a correction or a copy, in one's own words. */
export function AskForm({
  kind,
  by,
  onBack,
  onSent,
}: {
  kind: Exclude<RightKind, 'erase'>
  /** Who answers, and until when. */
  by: string
  onBack(): void
  onSent(): void
}) {
  const { ask } = useRecordWords()
  const said = ask[kind]
  const form = useRef<HTMLFormElement>(null)
  const [words, setWords] = useState('')
  const [missing, setMissing] = useState(false)
  const act = useAskRight(kind, onSent)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const nothing = kind === 'correct' && words.trim() === ''
    setMissing(nothing)
    if (nothing || words.length > mostCharacters) return goToProblem(form.current)
    if (!act.isPending) act.ask(words)
  }
  return (
    <form ref={form} onSubmit={submit} noValidate>
      <TextArea
        label={said.label}
        placeholder={said.example}
        optional={kind === 'copy'}
        error={missing ? ask.correct.missing : undefined}
        most={mostCharacters}
        rows={4}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <p>{said.next}</p>
      <p>{by}</p>
      <p className="record__lead">{ask.where}</p>
      <FormError error={act.error} />
      <FormEnd label={said.send} busy={act.isPending} onBack={onBack} />
    </form>
  )
}
