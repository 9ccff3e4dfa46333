import { useState } from 'react'
import type { Outcome, WarnOfDanger } from '../../../cases/mediation/contract.ts'
import type { MediationView } from '../../../cases/mediation/page.contract.ts'
import { nowMs } from '../../clock.ts'
import { SelectField, TextArea } from '../../kit/field.tsx'
import { sayMoment } from '../../words/time.ts'
import { ActForm } from '../case/act-form.tsx'
import { useReading, useWords } from '../words.ts'
import { CauseField } from './cause-field.tsx'
import { useMediationAct } from './use-mediation.ts'

/** It ends without an agreement: why, and what it was about. */
export function EndPart({ found }: { found: MediationView }) {
  const { end: said, outcomes } = useWords().consoleMediation
  const [outcome, setOutcome] = useState('')
  const [cause, setCause] = useState(found.cause ?? '')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const act = useMediationAct<object>(`/api/mediations/${found.id}/end`)
  const send = () => {
    setTried(true)
    if (outcome === '' || cause === '') return
    const written = reason.trim()
    act.mutate({ outcome, cause, ...(written === '' ? {} : { reason: written }) })
  }
  return (
    <details className="panel no-print">
      <summary className="summary">{said.title}</summary>
      <ActForm
        label={said.save}
        hint={said.hint}
        look="danger"
        busy={act.isPending}
        error={act.error}
        onSend={send}
      >
        <SelectField
          label={said.outcome}
          value={outcome}
          error={tried && outcome === '' ? said.choose : undefined}
          onChoose={setOutcome}
        >
          <option value="">{said.choose}</option>
          {(Object.keys(outcomes) as Outcome[]).map((one) => (
            <option key={one} value={one}>
              {outcomes[one]}
            </option>
          ))}
        </SelectField>
        <CauseField found={found} value={cause} tried={tried} onChoose={setCause} />
        <TextArea
          label={said.reason}
          optional
          rows={2}
          most={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </ActForm>
    </details>
  )
}

type Told = WarnOfDanger['told']

/** It may escalate: what was done, and who was told. */
export function WarnPart({ found }: { found: MediationView }) {
  const { words: all } = useReading()
  const { common, consoleMediation } = all
  const { warn: said, headings, erased } = consoleMediation
  const [told, setTold] = useState<Told>('nobody')
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const act = useMediationAct<object>(`/api/mediations/${found.id}/warn`, () => {
    setText('')
    setTried(false)
  })
  const isWritten = text.trim().length > 1
  if (found.dangers.length === 0 && !found.can.includes('warn')) return null
  return (
    <details className="panel" open={found.dangers.length > 0}>
      <summary className="summary">{headings.dangers}</summary>
      <ul className="mediation__plain">
        {found.dangers.map((danger) => (
          <li key={danger.at}>
            {common.facts(
              sayMoment(all, danger.at, nowMs()),
              common.labelled(said.told, said.tolds[danger.told]),
              danger.words ?? erased,
            )}
          </li>
        ))}
      </ul>
      {found.can.includes('warn') && (
        <div className="no-print">
          <ActForm
            label={said.save}
            hint={said.hint}
            busy={act.isPending}
            error={act.error}
            onSend={() => {
              setTried(true)
              if (isWritten) act.mutate({ told, words: text.trim() })
            }}
          >
            <TextArea
              label={said.words}
              rows={2}
              most={2000}
              value={text}
              error={tried && !isWritten ? said.wordsNeeded : undefined}
              onChange={(event) => setText(event.target.value)}
            />
            <SelectField label={said.told} value={told} onChoose={(chosen) => setTold(chosen as Told)}>
              {(Object.keys(said.tolds) as Told[]).map((one) => (
                <option key={one} value={one}>
                  {said.tolds[one]}
                </option>
              ))}
            </SelectField>
          </ActForm>
        </div>
      )}
    </details>
  )
}
