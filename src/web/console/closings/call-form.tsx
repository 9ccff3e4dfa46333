import { useState } from 'react'
import type { CallBackOutcome, CallBackWay } from '../../../cases/closing/kinds.contract.ts'
import { satisfiedFrom } from '../../../cases/rating.contract.ts'
import { useDraft } from '../../api/draft.ts'
import { Choices } from '../../kit/choice.tsx'
import { SelectField, TextArea } from '../../kit/field.tsx'
import { ActForm } from '../case/act-form.tsx'
import { AskPurpose } from '../case/reporter.tsx'
import { useWords } from '../words.ts'
import { useClosingAct } from './use-closing.ts'

interface Written {
  readonly way: CallBackWay
  readonly outcome: CallBackOutcome | null
  readonly solved: 'yes' | 'no' | null
  readonly rating: string | null
  readonly words: string
}
const start: Written = { way: 'telephone', outcome: null, solved: null, rating: null, words: '' }

/** What is sent; null where something is still to be chosen. */
function bodyOf({ way, outcome, solved, rating, words }: Written): object | null {
  if (outcome === null) return null
  if (outcome !== 'answered') return { way, outcome }
  if (solved === null || rating === null) return null
  const said = words.trim()
  return { way, outcome, solved: solved === 'yes', rating: Number(rating), ...(said && { words: said }) }
}

/** 回访: the two questions, and what the reporter answers. */
export function CallForm({
  caseId,
  outcomes,
  onDone,
}: {
  caseId: string
  outcomes: readonly CallBackOutcome[]
  onDone?: () => void
}) {
  const { call: said } = useWords().consoleClosings
  const [written, change, forget] = useDraft(`call.${caseId}`, start)
  const [tried, setTried] = useState(false)
  const [seeing, setSeeing] = useState(false)
  const act = useClosingAct<object>(caseId, 'call-back', () => {
    forget()
    onDone?.()
  })
  const send = () => {
    setTried(true)
    const body = bodyOf(written)
    if (body !== null) act.mutate(body)
  }
  const { outcome } = written
  return (
    <>
      <button type="button" className="text-button" onClick={() => setSeeing(true)}>
        {said.seeNumber}
      </button>
      {seeing && <AskPurpose id={caseId} what={said.purpose} onClose={() => setSeeing(false)} />}
      <ActForm label={said.send} busy={act.isPending} error={act.error} onSend={send}>
        <Choices
          label={said.outcome}
          options={[
            { value: 'answered' as const, label: said.outcomes.answered },
            { value: 'not_reached' as const, label: said.outcomes.not_reached, hint: said.notReachedHint },
            { value: 'declined' as const, label: said.outcomes.declined },
          ].filter(({ value }) => outcomes.includes(value))}
          value={outcome}
          {...(tried && outcome === null ? { error: said.missingOutcome } : {})}
          onChoose={(chosen) => change({ outcome: chosen })}
        />
        {outcome === 'answered' && <Questions written={written} tried={tried} onChange={change} />}
        <SelectField
          label={said.way}
          value={written.way}
          onChoose={(chosen) => change({ way: chosen as CallBackWay })}
        >
          {Object.entries(said.ways).map(([way, label]) => (
            <option key={way} value={way}>
              {label}
            </option>
          ))}
        </SelectField>
      </ActForm>
    </>
  )
}

/** As the reporter's own page asks them. */
function Questions({
  written: { solved, rating, words },
  tried,
  onChange,
}: {
  written: Written
  tried: boolean
  onChange(change: Partial<Written>): void
}) {
  const { consoleClosings, follow } = useWords()
  const { call: said } = consoleClosings
  const reopens = solved === 'no' || (rating !== null && Number(rating) < satisfiedFrom)
  return (
    <>
      <Choices
        label={said.solved}
        options={[
          { value: 'yes', label: said.yes },
          { value: 'no', label: said.no },
        ]}
        value={solved}
        {...(tried && solved === null ? { error: said.missingSolved } : {})}
        onChoose={(chosen) => onChange({ solved: chosen })}
      />
      <Choices
        label={said.rating}
        options={follow.rate.ratings.map((label, index) => ({ value: String(index + 1), label })).reverse()}
        value={rating}
        {...(tried && rating === null ? { error: said.missingRating } : {})}
        onChoose={(chosen) => onChange({ rating: chosen })}
      />
      <TextArea
        label={said.words}
        optional
        most={1000}
        value={words}
        onChange={(event) => onChange({ words: event.target.value })}
      />
      {reopens && <p className="act-form__hint">{said.reopens}</p>}
    </>
  )
}
