import { useState } from 'react'
import type { ConsentPurpose, GiveConsent } from '../../../people/register/contract.ts'
import type { PersonCard } from '../../../people/register/read.contract.ts'
import { useAct } from '../../api/use-read.ts'
import { Choices } from '../../kit/choice.tsx'
import { useSay } from '../../kit/status.tsx'
import { useSaid } from '../../shared/register/use-said.ts'
import { sayDate } from '../../words/time.ts'
import { ActForm } from '../case/act-form.tsx'
import { FormProblem } from '../form-problem.tsx'
import { useWords } from '../words.ts'

type Consent = PersonCard['consents'][number]
const purposes: readonly ConsentPurpose[] = ['care', 'visits', 'contact', 'services', 'sharing']
const givers = ['self', 'guardian', 'relative'] as const
const ways = ['spoken', 'written', 'online'] as const

/** What somebody consented to, and took back. */
export function ConsentsCard({ card }: { card: PersonCard }) {
  const { desk } = useSaid()
  return (
    <section className="panel" aria-label={desk.consents}>
      <h2>{desk.consents}</h2>
      {card.consents.length === 0 && <p>{desk.noConsents}</p>}
      <ul className="register__rows">
        {card.consents.map((consent) => (
          <ConsentLine key={consent.id} consent={consent} mayUpdate={card.can.update} />
        ))}
      </ul>
      {card.can.update && <ConsentForm personId={card.id} />}
    </section>
  )
}

function ConsentLine({ consent, mayUpdate }: { consent: Consent; mayUpdate: boolean }) {
  const said = useSaid()
  const { desk } = said
  const words = useWords()
  const say = useSay()
  const act = useAct(`/api/register/consents/${consent.id}/withdraw`, { onDone: () => say(desk.withdrawn) })
  const purpose = said.purposes[consent.purpose]
  return (
    <li>
      {desk.consentLine(purpose, desk.by[consent.givenBy], desk.how[consent.how])}
      <small>
        {words.common.facts(
          desk.givenOn(sayDate(words, consent.givenOn)),
          consent.withdrawnOn && desk.withdrawnOn(sayDate(words, consent.withdrawnOn)),
        )}
      </small>
      {mayUpdate && consent.withdrawnOn === null && (
        <div className="register__ways">
          <button
            type="button"
            className="text-button"
            aria-label={desk.withdrawOf(purpose)}
            onClick={() => act.mutate({})}
          >
            {desk.withdraw}
          </button>
        </div>
      )}
      <FormProblem error={act.error} />
    </li>
  )
}

function ConsentForm({ personId }: { personId: string }) {
  const said = useSaid()
  const { desk } = said
  const say = useSay()
  const [purpose, setPurpose] = useState<ConsentPurpose>('care')
  const [givenBy, setBy] = useState<GiveConsent['givenBy']>('self')
  const [how, setHow] = useState<GiveConsent['how']>('spoken')
  const act = useAct(`/api/register/people/${personId}/consents`, { onDone: () => say(desk.given) })
  return (
    <details className="register__form">
      <summary>{desk.give}</summary>
      <ActForm
        label={desk.give}
        busy={act.isPending}
        error={act.error}
        onSend={() => act.mutate({ purpose, givenBy, how })}
      >
        <Choices<ConsentPurpose>
          label={desk.giveFor}
          options={purposes.map((value) => ({ value, label: said.purposes[value] }))}
          value={purpose}
          onChoose={setPurpose}
        />
        <Choices<GiveConsent['givenBy']>
          label={desk.giveBy}
          options={givers.map((value) => ({ value, label: desk.by[value] }))}
          value={givenBy}
          onChoose={setBy}
        />
        <Choices<GiveConsent['how']>
          label={desk.giveHow}
          options={ways.map((value) => ({ value, label: desk.how[value] }))}
          value={how}
          onChoose={setHow}
        />
      </ActForm>
    </details>
  )
}
