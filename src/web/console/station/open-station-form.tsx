import { type FormEvent, useId, useState } from 'react'
import type { OpenStation, StationReceipt } from '../../../cases/station/station.contract.ts'
import { useAct } from '../../api/use-read.ts'
import { Field, TextField } from '../../kit/field.tsx'
import { useSay } from '../../kit/status.tsx'
import { type ChosenUnit, UnitSelect } from '../case/acts/unit-select.tsx'
import { FormActs } from '../form-acts.tsx'
import { FormProblem } from '../form-problem.tsx'
import { AreaSelect } from '../people/area-select.tsx'
import { useWords } from '../words.ts'

const empty = { areaId: null as string | null, nameZh: '', nameEn: '', address: '', phone: '' }

/** A street sets up a station: where, led by whom, and how it is reached. */
export function OpenStationForm({ onClose }: { onClose(): void }) {
  const { opening: said } = useWords().consoleStation
  const say = useSay()
  const id = useId()
  const [draft, setDraft] = useState(empty)
  const [units, setUnits] = useState<readonly ChosenUnit[]>([])
  const [tried, setTried] = useState(false)
  const change = (changed: Partial<typeof empty>) => setDraft({ ...draft, ...changed })
  const act = useAct<StationReceipt, Omit<OpenStation, 'requestId'>>('/api/stations', {
    onDone: () => {
      say(said.done)
      onClose()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    const { areaId, phone } = draft
    const [nameZh, nameEn, address] = [draft.nameZh.trim(), draft.nameEn.trim(), draft.address.trim()]
    const leadUnitId = units[0]?.value
    if (act.isPending || areaId === null || leadUnitId === undefined || !nameZh || !nameEn || !address) return
    const rung = phone.trim()
    act.mutate({ areaId, leadUnitId, nameZh, nameEn, address, ...(rung === '' ? {} : { phone: rung }) })
  }
  const text = (key: 'nameZh' | 'nameEn' | 'address', most: number, needed: string) => (
    <TextField
      label={said[key]}
      value={draft[key]}
      maxLength={most}
      error={tried && draft[key].trim() === '' ? needed : undefined}
      onChange={(event) => change({ [key]: event.target.value })}
    />
  )
  return (
    <form className="panel people__form" aria-label={said.title} onSubmit={submit} noValidate>
      <h2>{said.title}</h2>
      <Field
        label={said.area}
        hint={said.areaHint}
        error={tried && draft.areaId === null ? said.areaNeeded : undefined}
      >
        {(control) => (
          <AreaSelect id={control.id} value={draft.areaId} onChange={(areaId) => change({ areaId })} />
        )}
      </Field>
      <div className="field">
        <label className="field__label" htmlFor={id}>
          {said.leadUnit}
        </label>
        <p className="field__hint">{said.leadUnitHint}</p>
        {tried && units.length === 0 && <p className="field__error">{said.unitNeeded}</p>}
        <UnitSelect id={id} value={units} onChange={setUnits} />
      </div>
      {text('nameZh', 60, said.nameNeeded)}
      {text('nameEn', 120, said.nameNeeded)}
      {text('address', 120, said.addressNeeded)}
      <TextField
        label={said.phone}
        optional
        type="tel"
        value={draft.phone}
        maxLength={20}
        onChange={(event) => change({ phone: event.target.value })}
      />
      <FormProblem error={act.error} />
      <FormActs label={said.send} busy={act.isPending} onCancel={onClose} />
    </form>
  )
}
