import { useId, useState } from 'react'
import type { AddPerson, Colleagues, StationReceipt } from '../../../cases/station/station.contract.ts'
import { useAct, useRead, withQuery } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { SelectField, TextField } from '../../kit/field.tsx'
import { useSay } from '../../kit/status.tsx'
import { localDay } from '../../words/time.ts'
import { ActForm } from '../case/act-form.tsx'
import { type ChosenUnit, UnitSelect } from '../case/acts/unit-select.tsx'
import { useWords } from '../words.ts'

/** Somebody of a unit comes to a station: which unit, then who of it holds a post now. */
export function AddPersonForm({ stationId }: { stationId: string }) {
  const { people: said, opening } = useWords().consoleStation
  const say = useSay()
  const id = useId()
  const [units, setUnits] = useState<readonly ChosenUnit[]>([])
  const [accountId, setAccountId] = useState('')
  const [phone, setPhone] = useState('')
  const [fromDay, setFromDay] = useState(localDay(nowMs()))
  const [tried, setTried] = useState(false)
  const unitId = units[0]?.value
  const act = useAct<StationReceipt, Omit<AddPerson, 'requestId'>>(`/api/stations/${stationId}/people`, {
    onDone: () => {
      say(said.added)
      setAccountId('')
      setPhone('')
      setTried(false)
    },
  })
  const send = () => {
    setTried(true)
    const rung = phone.trim()
    if (unitId !== undefined && accountId !== '')
      act.mutate({ unitId, accountId, fromDay, ...(rung === '' ? {} : { phone: rung }) })
  }
  return (
    <details className="no-print">
      <summary className="summary">{said.add}</summary>
      <ActForm label={said.send} busy={act.isPending} error={act.error} onSend={send}>
        <div className="field">
          <label className="field__label" htmlFor={id}>
            {said.unit}
          </label>
          {tried && units.length === 0 && <p className="field__error">{opening.unitNeeded}</p>}
          <UnitSelect
            id={id}
            value={units}
            onChange={(chosen) => {
              setUnits(chosen)
              setAccountId('')
            }}
          />
        </div>
        <WhoOf unitId={unitId} accountId={accountId} tried={tried} onChoose={setAccountId} />
        <TextField
          label={said.phone}
          hint={said.phoneHint}
          optional
          type="tel"
          maxLength={20}
          value={phone}
          onChange={(event) => setPhone(event.target.value)}
        />
        <TextField
          label={said.fromDay}
          type="date"
          value={fromDay}
          onChange={(event) => setFromDay(event.target.value)}
        />
      </ActForm>
    </details>
  )
}

function WhoOf({
  unitId,
  accountId,
  tried,
  onChoose,
}: {
  unitId: string | undefined
  accountId: string
  tried: boolean
  onChoose(accountId: string): void
}) {
  const { people: said } = useWords().consoleStation
  const path = unitId === undefined ? null : withQuery('/api/stations/colleagues', { unitId })
  const { data } = useRead<Colleagues>(path)
  if (data === undefined) return null
  if (data.people.length === 0) return <p>{said.nobodyThere}</p>
  return (
    <SelectField
      label={said.person}
      value={accountId}
      error={tried && accountId === '' ? said.personNeeded : undefined}
      onChoose={onChoose}
    >
      <option value="">{said.choose}</option>
      {data.people.map((one) => (
        <option key={one.accountId} value={one.accountId}>
          {one.name}
        </option>
      ))}
    </SelectField>
  )
}
