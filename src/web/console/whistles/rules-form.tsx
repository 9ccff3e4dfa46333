import { type FormEvent, useRef, useState } from 'react'
import { type WhistleBound, whistleBounds } from '../../../cases/whistle/bounds.contract.ts'
import type { AnnounceWhistleRules, FiledAdvice, WhistleRules } from '../../../cases/whistle/contract.ts'
import { useAct } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { Check } from '../../kit/choice.tsx'
import { TextField } from '../../kit/field.tsx'
import { useSay } from '../../kit/status.tsx'
import { dayAfter, localDay } from '../../words/time.ts'
import { FormActs } from '../form-acts.tsx'
import { FormProblem } from '../form-problem.tsx'
import { useWords } from '../words.ts'
import { bounds, draftOf, rulesOf, wrongIn } from './rules-draft.ts'

/** Announces rules from a day on, begun from those in force; whistles that were blown keep theirs. */
export function RulesForm({ rules, onClose }: { rules: WhistleRules; onClose(): void }) {
  const { rules: said } = useWords().consoleWhistles
  const say = useSay()
  const form = useRef<HTMLFormElement>(null)
  const today = localDay(nowMs())
  const [draft, setDraft] = useState(() => draftOf(rules, dayAfter(today)))
  const [tried, setTried] = useState(false)
  const act = useAct<FiledAdvice, Omit<AnnounceWhistleRules, 'requestId'>>('/api/whistle-rules', {
    onDone: () => {
      say(said.done)
      onClose()
    },
  })
  const wrong = tried ? wrongIn(draft) : []
  const noDay = tried && draft.validFrom === ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (wrongIn(draft).length === 0 && draft.validFrom !== '') {
      if (!act.isPending) act.mutate(rulesOf(draft))
      return
    }
    // After the errors are drawn: the reader is brought to the first.
    setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
  }
  const type = (bound: WhistleBound, typed: string) =>
    setDraft({ ...draft, numbers: { ...draft.numbers, [bound]: typed } })
  return (
    <form ref={form} className="panel people__form" aria-label={said.change} onSubmit={submit} noValidate>
      <h2>{said.change}</h2>
      <TextField
        label={said.validFrom}
        hint={said.validFromHint}
        type="date"
        min={today}
        value={draft.validFrom}
        error={noDay ? said.validFromMissing : undefined}
        onChange={(event) => setDraft({ ...draft, validFrom: event.target.value })}
      />
      <Check checked={draft.community} onCheck={(community) => setDraft({ ...draft, community })}>
        {said.communityBlows}
        <small>{said.communityHint}</small>
      </Check>
      <Check checked={draft.firstReviewed} onCheck={(firstReviewed) => setDraft({ ...draft, firstReviewed })}>
        {said.reviewed}
        <small>{said.reviewHint}</small>
      </Check>
      <div className="whistle-rules__numbers">
        {bounds.map((bound) => (
          <NumberField
            key={bound}
            bound={bound}
            value={draft.numbers[bound]}
            isWrong={wrong.includes(bound)}
            onType={(typed) => type(bound, typed)}
          />
        ))}
      </div>
      <FormProblem error={act.error} />
      <FormActs label={said.send} busy={act.isPending} onCancel={onClose} />
    </form>
  )
}

function NumberField({
  bound,
  value,
  isWrong,
  onType,
}: {
  bound: WhistleBound
  value: string
  isWrong: boolean
  onType(typed: string): void
}) {
  const { rules: said } = useWords().consoleWhistles
  const [least, most] = whistleBounds[bound]
  return (
    <TextField
      label={said.numbers[bound]}
      inputMode="numeric"
      autoComplete="off"
      maxLength={6}
      value={value}
      error={isWrong ? said.outOfBounds(least, most) : undefined}
      onChange={(event) => onType(event.target.value)}
    />
  )
}
