import { useState } from 'react'
import type { Promptness, RateCall } from '../../../cases/whistle/contract.ts'
import { SelectField } from '../../kit/field.tsx'
import { useSay } from '../../kit/status.tsx'
import { ActForm } from '../case/act-form.tsx'
import { useWords } from '../words.ts'
import type { CallActsProps } from './call-acts.tsx'
import { isSaid, SaidField } from './said-field.tsx'
import { useWhistleAct } from './use-whistles.ts'

const marks: readonly Promptness[] = [5, 4, 3, 2, 1]

/** 评价权: promptness as the clocks say unless the street says otherwise, result and attitude. */
export function RateForm({ whistleId, call, onDone }: CallActsProps & { onDone(): void }) {
  const { consoleWhistles } = useWords()
  const { forms, done } = consoleWhistles
  const { rate: said } = forms
  const say = useSay()
  const [rated, setRated] = useState<Partial<Record<'promptness' | 'result' | 'attitude', Promptness>>>({})
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const act = useWhistleAct<Omit<RateCall, 'requestId'>>(
    `/api/whistles/${whistleId}/calls/${call.id}/rate`,
    () => {
      say(done.rate)
      onDone()
    },
  )
  const { promptness, result, attitude } = rated
  const send = () => {
    setTried(true)
    if (result === undefined || attitude === undefined) return
    act.mutate({
      result,
      attitude,
      ...(promptness === undefined ? {} : { promptness }),
      ...(isSaid(note) ? { note: note.trim() } : {}),
    })
  }
  const mark = (key: 'promptness' | 'result' | 'attitude', none: string | null) => (
    <SelectField
      label={said[key]}
      error={tried && none === null && rated[key] === undefined ? said.choose : undefined}
      value={String(rated[key] ?? '')}
      onChoose={(chosen) => setRated({ ...rated, [key]: marks.find((one) => String(one) === chosen) })}
    >
      <option value="">{none}</option>
      {marks.map((one) => (
        <option key={one} value={one}>
          {said.marks[one]}
        </option>
      ))}
    </SelectField>
  )
  return (
    <ActForm label={said.send} hint={said.hint} busy={act.isPending} error={act.error} onSend={send}>
      {mark('promptness', said.byClock(call.promptnessOffered ?? 1))}
      {mark('result', null)}
      {mark('attitude', null)}
      <SaidField label={said.note} optional needed="" value={note} tried={tried} onChange={setNote} />
    </ActForm>
  )
}
