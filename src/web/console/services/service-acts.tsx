import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { NewKey, ServiceAccount, StoppedKeys } from '../../../people/service/contract.ts'
import { call } from '../../api/call.ts'
import { nowMs } from '../../clock.ts'
import { Field, TextField } from '../../kit/field.tsx'
import { useSay } from '../../kit/status.tsx'
import { dayAfter, localDay } from '../../words/time.ts'
import { ActDialog } from '../act-dialog.tsx'
import { useWords } from '../words.ts'
import type { GivenKey } from './key-shown.tsx'

type Grace = '0' | '24' | '72' | '168'
const usualDays = 180

/** Gives a new key beside the old one. */
export function TurnDialog({
  service,
  onGiven,
  onClose,
}: {
  service: ServiceAccount
  onGiven(given: GivenKey): void
  onClose(): void
}) {
  const { turn: said, open } = useWords().consoleServices
  const client = useQueryClient()
  const today = localDay(nowMs())
  const [grace, setGrace] = useState<Grace>('24')
  const [endsOn, setEndsOn] = useState(dayAfter(today, usualDays))
  const turn = useMutation({
    mutationFn: () =>
      call<NewKey>('POST', `/api/services/${service.id}/turn`, { endsOn, graceHours: Number(grace) }),
    onSuccess: async ({ key }) => {
      onGiven({ name: service.name, key })
      onClose()
      await client.invalidateQueries({ queryKey: ['/api/services'] })
    },
  })
  return (
    <ActDialog
      title={said.title(service.name)}
      onClose={onClose}
      label={said.send}
      act={turn}
      onConfirm={() => turn.mutate()}
    >
      <p>{said.hint}</p>
      <Field label={said.grace}>
        {(control) => (
          <select
            {...control}
            className="input"
            value={grace}
            onChange={(event) => setGrace(event.target.value as Grace)}
          >
            {(Object.keys(said.graces) as Grace[]).map((hours) => (
              <option key={hours} value={hours}>
                {said.graces[hours]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <TextField
        label={open.endsOn}
        hint={open.endsOnHint}
        type="date"
        min={dayAfter(today, 1)}
        value={endsOn}
        onChange={(event) => setEndsOn(event.target.value)}
      />
    </ActDialog>
  )
}

/** Asks before something stops at once and for good. */
export function StopDialog({
  path,
  said,
  onClose,
}: {
  path: string
  said: { readonly title: string; readonly hint: string; readonly send: string; readonly done: string }
  onClose(): void
}) {
  const client = useQueryClient()
  const say = useSay()
  const stop = useMutation({
    mutationFn: () => call<StoppedKeys>('POST', path, {}),
    onSuccess: async () => {
      say(said.done)
      onClose()
      await client.invalidateQueries({ queryKey: ['/api/services'] })
    },
  })
  return (
    <ActDialog
      title={said.title}
      onClose={onClose}
      label={said.send}
      look="danger"
      act={stop}
      onConfirm={() => stop.mutate()}
    >
      <p>{said.hint}</p>
    </ActDialog>
  )
}
