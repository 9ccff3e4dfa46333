import { useState } from 'react'
import type { AgreementForm as Form } from '../../../cases/mediation/contract.ts'
import type { MediationView } from '../../../cases/mediation/page.contract.ts'
import { useDraft } from '../../api/draft.ts'
import { nowMs } from '../../clock.ts'
import { Choices } from '../../kit/choice.tsx'
import { SelectField, TextArea, TextField } from '../../kit/field.tsx'
import { localDay } from '../../words/time.ts'
import { ActForm } from '../case/act-form.tsx'
import { useWords } from '../words.ts'
import { CauseField } from './cause-field.tsx'
import { useMediationAct } from './use-mediation.ts'

interface DutyDraft {
  readonly key: number
  readonly partyId: string
  readonly words: string
  readonly dueOn: string
}

interface Draft {
  readonly form: Form
  readonly cause: string
  readonly facts: string
  readonly terms: string
  readonly duties: readonly DutyDraft[]
}

/** What a draft lacks before it can be sent. */
const lacksIn = ({ cause, facts, terms, duties }: Draft, today: string) => ({
  cause: cause === '',
  facts: facts.trim().length < 2,
  terms: terms.trim().length < 2,
  duties: duties.some(({ words, dueOn }) => words.trim() === '' || dueOn < today),
})

/** The parts of an agreement that the law names (第二十九条). What is typed is kept until it is sent. */
export function AgreementForm({ found }: { found: MediationView }) {
  const { agreement: said } = useWords().consoleMediation
  const empty: Draft = { form: 'written', cause: '', facts: '', terms: '', duties: [] }
  const [draft, change, forget] = useDraft<Draft>(`mediation-agreement.${found.id}`, empty)
  const [tried, setTried] = useState(false)
  const act = useMediationAct<object>(`/api/mediations/${found.id}/agree`, forget)
  const lacks = lacksIn(draft, localDay(nowMs()))
  const send = () => {
    setTried(true)
    if (Object.values(lacks).includes(true)) return
    const duties = draft.duties.map(({ key: _, words, ...duty }) => ({ ...duty, words: words.trim() }))
    act.mutate({ ...draft, facts: draft.facts.trim(), terms: draft.terms.trim(), duties })
  }
  const needed = (lacking: boolean) => (tried && lacking ? said.needed : undefined)
  return (
    <ActForm label={said.save} busy={act.isPending} error={act.error} onSend={send}>
      <Choices<Form>
        label={said.form}
        options={(['written', 'oral'] as const).map((value) => ({
          value,
          label: said.forms[value],
          hint: said.formHints[value],
        }))}
        value={draft.form}
        onChoose={(form) => change({ form })}
      />
      <CauseField found={found} value={draft.cause} tried={tried} onChoose={(cause) => change({ cause })} />
      <TextArea
        label={said.facts}
        rows={4}
        most={2000}
        value={draft.facts}
        error={needed(lacks.facts)}
        onChange={(event) => change({ facts: event.target.value })}
      />
      <TextArea
        label={said.terms}
        rows={4}
        most={2000}
        value={draft.terms}
        error={needed(lacks.terms)}
        onChange={(event) => change({ terms: event.target.value })}
      />
      <Duties
        found={found}
        duties={draft.duties}
        lacking={tried && lacks.duties}
        onChange={(duties) => change({ duties })}
      />
    </ActForm>
  )
}

function Duties({
  found,
  duties,
  lacking,
  onChange,
}: {
  found: MediationView
  duties: readonly DutyDraft[]
  lacking: boolean
  onChange(duties: readonly DutyDraft[]): void
}) {
  const { agreement: said, erased } = useWords().consoleMediation
  const set = (key: number, changed: Partial<DutyDraft>) =>
    onChange(duties.map((duty) => (duty.key === key ? { ...duty, ...changed } : duty)))
  const add = () => {
    const key = 1 + Math.max(0, ...duties.map((duty) => duty.key))
    onChange([...duties, { key, partyId: found.parties[0]!.id, words: '', dueOn: '' }])
  }
  return (
    <fieldset className="field">
      <legend className="field__label">{said.duties}</legend>
      {lacking && <p className="field__error">{said.dutyNeeded}</p>}
      {duties.map((duty) => (
        <div key={duty.key} className="mediation__duty">
          <SelectField
            label={said.who}
            value={duty.partyId}
            onChoose={(partyId) => set(duty.key, { partyId })}
          >
            {found.parties.map(({ id, name }) => (
              <option key={id} value={id}>
                {name ?? erased}
              </option>
            ))}
          </SelectField>
          <TextField
            label={said.what}
            value={duty.words}
            maxLength={500}
            onChange={(event) => set(duty.key, { words: event.target.value })}
          />
          <TextField
            label={said.by}
            type="date"
            min={localDay(nowMs())}
            value={duty.dueOn}
            onChange={(event) => set(duty.key, { dueOn: event.target.value })}
          />
          <button
            type="button"
            className="text-button"
            onClick={() => onChange(duties.filter(({ key }) => key !== duty.key))}
          >
            {said.dropDuty}
          </button>
        </div>
      ))}
      {duties.length < 20 && (
        <button type="button" className="text-button" onClick={add}>
          {said.addDuty}
        </button>
      )}
    </fieldset>
  )
}
