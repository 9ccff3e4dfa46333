import { type FormEvent, useId, useState } from 'react'
import type { EndPower, GivePower, PowerReceipt } from '../../../cases/passed-on/power.contract.ts'
import { useAct } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { Field, TextField } from '../../kit/field.tsx'
import { useSay } from '../../kit/status.tsx'
import { localDay } from '../../words/time.ts'
import { ActDialog } from '../act-dialog.tsx'
import { type ChosenUnit, UnitSelect } from '../case/acts/unit-select.tsx'
import { FormActs } from '../form-acts.tsx'
import { FormProblem } from '../form-problem.tsx'
import { AreaSelect } from '../people/area-select.tsx'
import { usePassedWords } from './use-passed-words.ts'

const most = { powerZh: 200, powerEn: 400, law: 100, article: 60, decision: 200 } as const
type TextKey = keyof typeof most
const keys = Object.keys(most) as readonly TextKey[]

/** A power that the province gave to a street: copied from the decision, on its basis. */
export function GivePowerForm({ onClose }: { onClose(): void }) {
  const { give: said } = usePassedWords().powers
  const say = useSay()
  const id = useId()
  const [texts, setTexts] = useState<Record<TextKey, string>>({
    ...{ powerZh: '', powerEn: '', law: said.usualLaw, article: said.usualArticle, decision: '' },
  })
  const [streetId, setStreetId] = useState<string | null>(null)
  const [units, setUnits] = useState<readonly ChosenUnit[]>([])
  const [fromDay, setFromDay] = useState(localDay(nowMs()))
  const [tried, setTried] = useState(false)
  const act = useAct<PowerReceipt, Omit<GivePower, 'requestId'>>('/api/powers', {
    onDone: () => {
      say(said.done)
      onClose()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    const fromUnitId = units[0]?.value
    const isWhole = keys.every((key) => texts[key].trim() !== '') && fromDay !== ''
    if (act.isPending || streetId === null || fromUnitId === undefined || !isWhole) return
    act.mutate({ ...texts, streetId, fromUnitId, fromDay })
  }
  return (
    <form className="panel people__form" aria-label={said.title} onSubmit={submit} noValidate>
      <h2>{said.title}</h2>
      <p>{said.hint}</p>
      <Field label={said.street} error={tried && streetId === null ? said.streetNeeded : undefined}>
        {(control) => <AreaSelect id={control.id} kind="street" value={streetId} onChange={setStreetId} />}
      </Field>
      {keys.map((key) => (
        <TextField
          key={key}
          label={said[key]}
          value={texts[key]}
          maxLength={most[key]}
          error={tried && texts[key].trim() === '' ? said.needed : undefined}
          onChange={(event) => setTexts({ ...texts, [key]: event.target.value })}
        />
      ))}
      <div className="field">
        <label className="field__label" htmlFor={id}>
          {said.fromUnit}
        </label>
        {tried && units.length === 0 && <p className="field__error">{said.unitNeeded}</p>}
        <UnitSelect id={id} kinds={['department']} value={units} onChange={setUnits} />
      </div>
      <TextField
        label={said.fromDay}
        type="date"
        value={fromDay}
        error={tried && fromDay === '' ? said.needed : undefined}
        onChange={(event) => setFromDay(event.target.value)}
      />
      <FormProblem error={act.error} />
      <FormActs label={said.send} busy={act.isPending} onCancel={onClose} />
    </form>
  )
}

/** The day from which the street has it no more. */
export function EndPowerDialog({ id, onClose }: { id: string; onClose(): void }) {
  const { end: said } = usePassedWords().powers
  const say = useSay()
  const [untilDay, setUntilDay] = useState(localDay(nowMs()))
  const act = useAct<PowerReceipt, Omit<EndPower, 'requestId'>>(`/api/powers/${id}/end`, {
    onDone: () => {
      say(said.done)
      onClose()
    },
  })
  return (
    <ActDialog
      title={said.title}
      label={said.send}
      look="danger"
      act={act}
      onConfirm={() => act.mutate({ untilDay })}
      onClose={onClose}
    >
      <p>{said.hint}</p>
      <TextField
        label={said.day}
        type="date"
        value={untilDay}
        onChange={(event) => setUntilDay(event.target.value)}
      />
    </ActDialog>
  )
}
