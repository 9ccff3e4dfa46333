import { useId, useState } from 'react'
import type { PassedReceipt, PassOn } from '../../../cases/passed-on/contract.ts'
import { useDraft } from '../../api/draft.ts'
import { useAct } from '../../api/use-read.ts'
import { Field } from '../../kit/field.tsx'
import { useSay } from '../../kit/status.tsx'
import { ActForm } from '../case/act-form.tsx'
import { type ChosenUnit, UnitSelect } from '../case/acts/unit-select.tsx'
import { AreaSelect } from '../people/area-select.tsx'
import { isSaid, SaidField } from '../whistles/said-field.tsx'
import { usePassedWords } from './use-passed-words.ts'

/** What it comes from, if it comes from something. */
export interface PassOrigin {
  readonly kind: 'case' | 'whistle' | 'station'
  readonly id: string
}

const fields = { case: 'caseId', whistle: 'whistleId', station: 'stationId' } as const
const empty = { words: '' }

/** What was seen, and to whom it goes; where it comes from nothing it asks for the place. */
export function PassOnForm({ origin, onDone }: { origin: PassOrigin | null; onDone(): void }) {
  const { pass: said } = usePassedWords()
  const say = useSay()
  const id = useId()
  const [draft, setDraft, forget] = useDraft(`pass-on.${origin?.id ?? 'itself'}`, empty)
  const [areaId, setAreaId] = useState<string | null>(null)
  const [units, setUnits] = useState<readonly ChosenUnit[]>([])
  const [tried, setTried] = useState(false)
  const act = useAct<PassedReceipt, Omit<PassOn, 'requestId'>>('/api/passed-on', {
    onDone: () => {
      forget()
      say(said.done)
      onDone()
    },
  })
  const send = () => {
    setTried(true)
    const toUnitId = units[0]?.value
    const about = origin === null ? areaId && { areaId } : { [fields[origin.kind]]: origin.id }
    if (toUnitId === undefined || !about || !isSaid(draft.words)) return
    act.mutate({ ...about, toUnitId, words: draft.words.trim() })
  }
  return (
    <section className="panel no-print" aria-label={said.title}>
      <h2>{said.title}</h2>
      {origin && <p>{said.about[origin.kind]}</p>}
      <ActForm label={said.send} busy={act.isPending} error={act.error} onSend={send}>
        {origin === null && (
          <Field label={said.area} error={tried && areaId === null ? said.areaNeeded : undefined}>
            {(control) => <AreaSelect id={control.id} value={areaId} onChange={setAreaId} />}
          </Field>
        )}
        <div className="field">
          <label className="field__label" htmlFor={id}>
            {said.unit}
          </label>
          <p className="field__hint">{said.unitHint}</p>
          {tried && units.length === 0 && <p className="field__error">{said.unitNeeded}</p>}
          <UnitSelect id={id} kinds={['department', 'street_team']} value={units} onChange={setUnits} />
        </div>
        <SaidField
          label={said.words}
          hint={said.wordsHint}
          needed={said.needed}
          rows={4}
          value={draft.words}
          tried={tried}
          onChange={(words) => setDraft({ words })}
        />
      </ActForm>
    </section>
  )
}
