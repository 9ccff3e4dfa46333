import { Select } from 'antd'
import { useState } from 'react'
import type { AnnounceEmergencyKind, EmergencyKind } from '../../../cases/emergency/contract.ts'
import { useAct } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { Field, TextArea, TextField } from '../../kit/field.tsx'
import { useSay } from '../../kit/status.tsx'
import { nameIn } from '../../shared/names.ts'
import { localDay } from '../../words/time.ts'
import { useMatters } from '../books.ts'
import { ActForm } from '../case/act-form.tsx'
import { useReading } from '../words.ts'

const [mostZh, mostEn] = [400, 800]

/** What a kind says from a day on, today or later: what was declared keeps what it was declared with. */
export function KindForm({ kind, onDone }: { kind: EmergencyKind; onDone(): void }) {
  const { kinds: said, facts } = useReading().words.consoleEmergency
  const say = useSay()
  const [matters, setMatters] = useState<readonly string[]>(kind.matters)
  const [percent, setPercent] = useState(String(kind.limitPercent))
  const [adviceZh, setAdviceZh] = useState(kind.adviceZh)
  const [adviceEn, setAdviceEn] = useState(kind.adviceEn)
  const [validFrom, setValidFrom] = useState(() => localDay(nowMs()))
  const [tried, setTried] = useState(false)
  const act = useAct<{ id: string }, Omit<AnnounceEmergencyKind, 'requestId'>>('/api/emergency-kinds', {
    onDone: () => {
      say(said.done)
      onDone()
    },
  })
  const limitPercent = Number(percent)
  const wrong = {
    matters: matters.length === 0,
    percent: !Number.isInteger(limitPercent) || limitPercent < 10 || limitPercent > 100,
    adviceZh: adviceZh.trim() === '' || adviceZh.length > mostZh,
    adviceEn: adviceEn.trim() === '' || adviceEn.length > mostEn,
  }
  const send = () => {
    setTried(true)
    if (Object.values(wrong).some(Boolean) || validFrom === '') return
    const advice = { adviceZh: adviceZh.trim(), adviceEn: adviceEn.trim() }
    act.mutate({ ...kind, ...advice, matters: [...matters], limitPercent, validFrom })
  }
  return (
    <ActForm label={said.send} hint={said.hint} busy={act.isPending} error={act.error} onSend={send}>
      <Field label={facts.matters} error={tried && wrong.matters ? said.mattersNeeded : undefined}>
        {({ id }) => <Matters id={id} value={matters} onChange={setMatters} />}
      </Field>
      <TextField
        label={said.percent}
        hint={said.percentHint}
        inputMode="numeric"
        maxLength={3}
        value={percent}
        error={tried && wrong.percent ? said.percentNeeded : undefined}
        onChange={(event) => setPercent(event.target.value)}
      />
      <Advice
        label={said.adviceZh}
        value={adviceZh}
        most={mostZh}
        isWrong={tried && wrong.adviceZh}
        onChange={setAdviceZh}
      />
      <Advice
        label={said.adviceEn}
        value={adviceEn}
        most={mostEn}
        isWrong={tried && wrong.adviceEn}
        onChange={setAdviceEn}
      />
      <TextField
        type="date"
        label={said.validFrom}
        value={validFrom}
        onChange={(event) => setValidFrom(event.target.value)}
      />
    </ActForm>
  )
}

function Matters({
  id,
  value,
  onChange,
}: {
  id: string
  value: readonly string[]
  onChange(codes: readonly string[]): void
}) {
  const { words, language } = useReading()
  const { data: all = [] } = useMatters()
  return (
    <Select
      id={id}
      mode="multiple"
      showSearch={{ optionFilterProp: 'label' }}
      value={[...value]}
      options={all.map((matter) => ({
        value: matter.code,
        label: words.common.facts(nameIn(language, matter), matter.code),
      }))}
      onChange={(chosen: string[]) => onChange(chosen)}
    />
  )
}

function Advice({
  isWrong,
  onChange,
  ...field
}: {
  label: string
  value: string
  most: number
  isWrong: boolean
  onChange(words: string): void
}) {
  const { kinds: said } = useReading().words.consoleEmergency
  return (
    <TextArea
      {...field}
      rows={3}
      error={isWrong ? said.adviceNeeded : undefined}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
