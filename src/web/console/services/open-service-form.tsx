import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { NewKey, ServiceAct } from '../../../people/service/contract.ts'
import { call } from '../../api/call.ts'
import { nowMs } from '../../clock.ts'
import { Button } from '../../kit/button.tsx'
import { Check } from '../../kit/choice.tsx'
import { Field, TextField } from '../../kit/field.tsx'
import { dayAfter, localDay } from '../../words/time.ts'
import { FormProblem } from '../form-problem.tsx'
import { AreaSelect } from '../people/area-select.tsx'
import { useSignedIn } from '../session/me.ts'
import { useWords } from '../words.ts'
import type { GivenKey } from './key-shown.tsx'

/** In the order of a case's way, then what is kept for the district. */
const offered = Object.keys({
  'case.accept_on_behalf': true,
  'case.see': true,
  'alert.see': true,
  'import.run': true,
  'export.run': true,
  'area.manage': true,
  'matter.manage': true,
  'unit.manage': true,
  'journal.verify': true,
} satisfies Record<ServiceAct, true>) as ServiceAct[]

const longestDays = 366
const usualDays = 180

/** A new service account with its first key. Not by a request id, which would be kept with the key. */
export function OpenServiceForm({ onOpened, onClose }: { onOpened(given: GivenKey): void; onClose(): void }) {
  const { open: said } = useWords().consoleServices
  const { district } = useSignedIn()
  const client = useQueryClient()
  const today = localDay(nowMs())
  const [name, setName] = useState('')
  const [acts, setActs] = useState<readonly ServiceAct[]>([])
  const [areaId, setAreaId] = useState<string | null>(null)
  const [endsOn, setEndsOn] = useState(dayAfter(today, usualDays))
  const [tried, setTried] = useState(false)
  const body = { name: name.trim(), acts, areaId: areaId ?? district.areaId, endsOn }
  const open = useMutation({
    mutationFn: () => call<NewKey>('POST', '/api/services', body),
    onSuccess: async ({ key }) => {
      onOpened({ name: name.trim(), key })
      await client.invalidateQueries({ queryKey: ['/api/services'] })
    },
  })
  const faults = {
    name: name.trim() === '' ? said.nameMissing : undefined,
    acts: acts.length === 0 ? said.actsMissing : undefined,
    endsOn: endsOn <= today || endsOn > dayAfter(today, longestDays) ? said.endsOnWrong : undefined,
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!open.isPending && !faults.name && !faults.acts && !faults.endsOn) open.mutate()
  }
  return (
    <form className="panel people__form" aria-label={said.title} onSubmit={submit} noValidate>
      <h2>{said.title}</h2>
      <TextField
        label={said.name}
        hint={said.nameHint}
        autoComplete="off"
        maxLength={60}
        value={name}
        error={tried ? faults.name : undefined}
        onChange={(event) => setName(event.target.value)}
      />
      <ActChoice acts={acts} error={tried ? faults.acts : undefined} onActs={setActs} />
      <Field label={said.area} hint={said.areaWhole} optional>
        {({ id }) => <AreaSelect id={id} kind={undefined} value={areaId} onChange={setAreaId} />}
      </Field>
      <TextField
        label={said.endsOn}
        hint={said.endsOnHint}
        type="date"
        min={dayAfter(today, 1)}
        max={dayAfter(today, longestDays)}
        value={endsOn}
        error={tried ? faults.endsOn : undefined}
        onChange={(event) => setEndsOn(event.target.value)}
      />
      <FormProblem error={open.error} />
      <div className="people__acts">
        <Button type="submit" busy={open.isPending}>
          {said.send}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {said.close}
        </Button>
      </div>
    </form>
  )
}

function ActChoice({
  acts,
  error,
  onActs,
}: {
  acts: readonly ServiceAct[]
  error: string | undefined
  onActs(acts: readonly ServiceAct[]): void
}) {
  const { consoleServices, consolePermissions } = useWords()
  const { open: said } = consoleServices
  return (
    <fieldset className="people__kind-list">
      <legend className="field__label">{said.acts}</legend>
      {error !== undefined && <p className="field__error">{error}</p>}
      {offered.map((act) => (
        <Check
          key={act}
          checked={acts.includes(act)}
          onCheck={(on) => onActs(on ? [...acts, act] : acts.filter((one) => one !== act))}
        >
          {consolePermissions.actOf(act)}
        </Check>
      ))}
    </fieldset>
  )
}
