import { useState } from 'react'
import type { VisitResult } from '../../../cases/mediation/contract.ts'
import type { MediationView } from '../../../cases/mediation/page.contract.ts'
import { nowMs } from '../../clock.ts'
import { Check } from '../../kit/choice.tsx'
import { SelectField, TextArea, TextField } from '../../kit/field.tsx'
import { localDay, sayDay } from '../../words/time.ts'
import { ActForm } from '../case/act-form.tsx'
import { useReading, useWords } from '../words.ts'
import { useMediationAct } from './use-mediation.ts'

/** 回访: whether what was agreed is kept; the last one closes the mediation. */
export function VisitsPart({ found }: { found: MediationView }) {
  const { words } = useReading()
  const { common, consoleMediation: said } = words
  const now = nowMs()
  if (found.visits.length === 0 && !found.can.includes('visit')) return null
  return (
    <section className="panel" aria-label={said.headings.visits}>
      <h2>{said.headings.visits}</h2>
      {found.followOn !== null && <p>{said.followOn(sayDay(words, found.followOn, now))}</p>}
      <ul className="mediation__plain">
        {found.visits.map((visit) => (
          <li key={visit.id}>
            {common.facts(sayDay(words, visit.visitedOn, now), said.results[visit.result], visit.words)}
          </li>
        ))}
      </ul>
      {found.can.includes('visit') && <VisitForm id={found.id} />}
    </section>
  )
}

function Results() {
  const { results } = useWords().consoleMediation
  return (Object.keys(results) as VisitResult[]).map((one) => (
    <option key={one} value={one}>
      {results[one]}
    </option>
  ))
}

function VisitForm({ id }: { id: string }) {
  const { visit: said } = useWords().consoleMediation
  const today = localDay(nowMs())
  const [visitedOn, setVisitedOn] = useState(today)
  const [result, setResult] = useState<VisitResult | ''>('')
  const [text, setText] = useState('')
  const [last, setLast] = useState(false)
  const [nextOn, setNextOn] = useState('')
  const [tried, setTried] = useState(false)
  const act = useMediationAct<object>(`/api/mediations/${id}/visit`, () => {
    setText('')
    setNextOn('')
    setTried(false)
  })
  // What is not due yet is asked about again.
  const isLast = last && result !== 'not_due'
  const send = () => {
    setTried(true)
    if (result === '' || (!isLast && nextOn === '')) return
    const words = text.trim()
    act.mutate({ visitedOn, result, nextOn: isLast ? null : nextOn, ...(words === '' ? {} : { words }) })
  }
  return (
    <div className="no-print">
      <ActForm label={said.save} hint={said.hint} busy={act.isPending} error={act.error} onSend={send}>
        <TextField
          label={said.on}
          type="date"
          max={today}
          value={visitedOn}
          onChange={(event) => setVisitedOn(event.target.value)}
        />
        <SelectField
          label={said.result}
          value={result}
          error={tried && result === '' ? said.choose : undefined}
          onChoose={(chosen) => setResult(chosen as VisitResult | '')}
        >
          <option value="">{said.choose}</option>
          <Results />
        </SelectField>
        <TextArea
          label={said.words}
          optional
          rows={2}
          most={500}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        {result !== 'not_due' && (
          <Check checked={last} onCheck={setLast}>
            {said.last}
          </Check>
        )}
        {!isLast && (
          <TextField
            label={said.nextOn}
            type="date"
            min={today}
            value={nextOn}
            error={tried && nextOn === '' ? said.nextNeeded : undefined}
            onChange={(event) => setNextOn(event.target.value)}
          />
        )}
      </ActForm>
    </div>
  )
}
