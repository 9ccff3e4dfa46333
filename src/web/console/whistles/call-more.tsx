import { useId, useState } from 'react'
import type { CallMore as Body } from '../../../cases/whistle/contract.ts'
import { useSay } from '../../kit/status.tsx'
import { ActForm } from '../case/act-form.tsx'
import { type ChosenUnit, UnitSelect } from '../case/acts/unit-select.tsx'
import { useWords } from '../words.ts'
import { calledKinds } from './called-units.tsx'
import { useWhistleAct } from './use-whistles.ts'

/** More units are needed on the spot: folded away until they are. */
export function CallMore({ id }: { id: string }) {
  const { more: said } = useWords().consoleWhistles
  const say = useSay()
  const fieldId = useId()
  const [units, setUnits] = useState<readonly ChosenUnit[]>([])
  const [tried, setTried] = useState(false)
  const act = useWhistleAct<Omit<Body, 'requestId'>>(`/api/whistles/${id}/units`, () => {
    setUnits([])
    setTried(false)
    say(said.done)
  })
  const send = () => {
    setTried(true)
    if (units.length > 0) act.mutate({ unitIds: units.map(({ value }) => value) })
  }
  return (
    <details className="whistle__more no-print">
      <summary className="summary">{said.open}</summary>
      <ActForm label={said.send} hint={said.hint} busy={act.isPending} error={act.error} onSend={send}>
        <div className="field">
          <label className="field__label" htmlFor={fieldId}>
            {said.units}
          </label>
          {tried && units.length === 0 && <p className="field__error">{said.needed}</p>}
          <UnitSelect id={fieldId} many kinds={calledKinds} value={units} onChange={setUnits} />
        </div>
      </ActForm>
    </details>
  )
}
