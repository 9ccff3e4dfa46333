import { useState } from 'react'
import type { HomeUse, RegisterReceipt } from '../../../people/register/contract.ts'
import { useAct } from '../../api/use-read.ts'
import { TextField } from '../../kit/field.tsx'
import { useSay } from '../../kit/status.tsx'
import { useSaid } from '../../shared/register/use-said.ts'
import { ActForm } from '../case/act-form.tsx'
import { HomeUseField } from './home-use-field.tsx'

/** A home more in a building. */
export function AddHome({ buildingId }: { buildingId: string }) {
  const { door } = useSaid()
  const say = useSay()
  const [label, setLabel] = useState('')
  const [use, setUse] = useState<HomeUse>('dwelling')
  const [tried, setTried] = useState(false)
  const act = useAct<RegisterReceipt>('/api/register/homes', {
    onDone: () => {
      say(door.added)
      setLabel('')
      setTried(false)
    },
  })
  const send = () => {
    setTried(true)
    if (label.trim() !== '') act.mutate({ buildingId, label: label.trim(), use })
  }
  return (
    <details className="panel register__form">
      <summary>{door.addHome}</summary>
      <ActForm label={door.add} busy={act.isPending} error={act.error} onSend={send}>
        <TextField
          label={door.label}
          hint={door.labelHint}
          maxLength={40}
          autoComplete="off"
          error={tried && label.trim() === '' ? door.labelMissing : undefined}
          value={label}
          onChange={(event) => setLabel(event.target.value)}
        />
        <HomeUseField use={use} onChoose={setUse} />
      </ActForm>
    </details>
  )
}
