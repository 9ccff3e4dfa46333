import { useId, useState } from 'react'
import type { ArbitrateCase } from '../../../cases/acts.contract.ts'
import { useDraft } from '../../api/draft.ts'
import { Choices } from '../../kit/choice.tsx'
import { useNameOf } from '../../shared/names.ts'
import { useWords } from '../words.ts'
import { ActForm } from './act-form.tsx'
import { isReason } from './acts/reason.ts'
import { ReasonField } from './acts/reason-forms.tsx'
import { type ChosenUnit, UnitSelect } from './acts/unit-select.tsx'
import { useAct } from './use-act.ts'

interface Unit {
  readonly id: string
  readonly zh: string
  readonly en: string
}

const start: { unitId: string; other: readonly ChosenUnit[]; reason: string } = {
  unitId: '',
  other: [],
  reason: '',
}
/** Chosen where none of the units that had it is to answer. */
const another = 'another'

/** 争议裁定: the centre names the unit that answers, with its reason; nobody can give the case back after that. */
export function ArbitrateForm({
  caseId,
  requestId,
  asking,
  before,
  onDone = () => {},
}: {
  caseId: string
  requestId: string
  /** The unit that wants to give it back, and those that did. */
  asking: Unit
  before: readonly Unit[]
  onDone?(): void
}) {
  const { arbitrate: said } = useWords().consoleCase
  const nameOf = useNameOf()
  const [draft, setDraft, forget] = useDraft(`arbitrate.${requestId}`, start)
  const [tried, setTried] = useState(false)
  const done = () => {
    forget()
    onDone()
  }
  const act = useAct<Omit<ArbitrateCase, 'requestId'>>(
    caseId,
    'arbitrate',
    done,
    `requests/${requestId}/arbitrate`,
  )
  const isOther = draft.unitId === another
  const unitId = isOther ? draft.other[0]?.value : draft.unitId || undefined
  const send = () => {
    setTried(true)
    if (unitId !== undefined && isReason(draft.reason))
      act.mutate({ body: { unitId, reason: draft.reason.trim() } })
  }
  return (
    <ActForm label={said.send} hint={said.hint} busy={act.isPending} error={act.error} onSend={send}>
      <Choices
        label={said.label}
        options={[
          { value: asking.id, label: nameOf(asking), hint: said.sameHint },
          ...othersOf(asking, before).map((unit) => ({
            value: unit.id,
            label: nameOf(unit),
            hint: said.backHint,
          })),
          { value: another, label: said.another, hint: said.newHint },
        ]}
        value={draft.unitId === '' ? null : draft.unitId}
        {...(tried && draft.unitId === '' ? { error: said.choose } : {})}
        onChoose={(chosen) => setDraft({ unitId: chosen })}
      />
      {isOther && (
        <OtherUnit
          error={tried && unitId === undefined ? said.choose : null}
          value={draft.other}
          onChange={(other) => setDraft({ other })}
        />
      )}
      <ReasonField
        label={said.reason}
        hint={said.reasonHint}
        value={draft.reason}
        tried={tried}
        onChange={(reason) => setDraft({ reason })}
      />
    </ActForm>
  )
}

function OtherUnit({
  error,
  value,
  onChange,
}: {
  error: string | null
  value: readonly ChosenUnit[]
  onChange(other: readonly ChosenUnit[]): void
}) {
  const { arbitrate: said } = useWords().consoleCase
  const id = useId()
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>
        {said.another}
      </label>
      {error !== null && <p className="field__error">{error}</p>}
      <UnitSelect id={id} value={value} onChange={onChange} />
    </div>
  )
}

/** Each unit once, but for the one that asks. */
const othersOf = (asking: Unit, before: readonly Unit[]): readonly Unit[] =>
  before.filter(({ id }, index) => id !== asking.id && before.findIndex((unit) => unit.id === id) === index)
