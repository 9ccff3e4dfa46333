import { useState } from 'react'
import type { NameMediator } from '../../../cases/mediation/contract.ts'
import type { MediationView } from '../../../cases/mediation/page.contract.ts'
import { SelectField } from '../../kit/field.tsx'
import { nameIn } from '../../shared/names.ts'
import { ActForm } from '../case/act-form.tsx'
import { useReading } from '../words.ts'
import { useMediationAct } from './use-mediation.ts'

type ChosenBy = NameMediator['chosenBy']

/** Who mediates: named by the committee or chosen by the parties, and anew where a party asks for another. */
export function MediatorPart({ found }: { found: MediationView }) {
  const { words } = useReading()
  const { common, consoleMediation: said } = words
  const { mediator } = found
  if (mediator === null && !found.can.includes('name_mediator')) return null
  return (
    <section className="panel" aria-label={said.headings.mediator}>
      <h2>{said.headings.mediator}</h2>
      <p>
        {mediator === null
          ? said.mediator.none
          : common.facts(mediator.name ?? said.erased, said.mediator.chosenBy[mediator.chosenBy])}
      </p>
      {found.can.includes('name_mediator') && <NameForm found={found} />}
    </section>
  )
}

function NameForm({ found }: { found: MediationView }) {
  const { words, language } = useReading()
  const { common, consoleMediation: said } = words
  const [holderId, setHolder] = useState(found.mediators[0]?.holderId ?? '')
  const [chosenBy, setChosenBy] = useState<ChosenBy>('committee')
  const act = useMediationAct<Omit<NameMediator, 'requestId'>>(`/api/mediations/${found.id}/mediator`)
  const isAgain = found.mediator !== null
  const form = (
    <ActForm
      label={isAgain ? said.mediator.again : said.mediator.name}
      busy={act.isPending}
      error={act.error}
      onSend={() => act.mutate({ chosenBy, ...(holderId === '' ? {} : { holderId }) })}
    >
      <SelectField label={said.mediator.choose} value={holderId} onChoose={setHolder}>
        {found.mediators.map((one) => (
          <option key={one.holderId} value={one.holderId}>
            {common.facts(
              one.name,
              said.mediator.office(nameIn(language, one.body), nameIn(language, one.office)),
            )}
          </option>
        ))}
        <option value="">{said.mediator.self}</option>
      </SelectField>
      <SelectField
        label={said.mediator.how}
        value={chosenBy}
        onChoose={(chosen) => setChosenBy(chosen as ChosenBy)}
      >
        <option value="committee">{said.mediator.chosenBy.committee}</option>
        <option value="parties">{said.mediator.chosenBy.parties}</option>
      </SelectField>
    </ActForm>
  )
  if (!isAgain) return <div className="no-print">{form}</div>
  return (
    <details className="no-print" open={found.wantsOther}>
      <summary className="summary">{said.mediator.again}</summary>
      {form}
    </details>
  )
}
